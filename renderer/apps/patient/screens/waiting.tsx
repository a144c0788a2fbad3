import { Armchair, ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { MeasureCard } from '../capture/measure-card.tsx';
import { useElapsed } from '../capture/use-elapsed.ts';
import { leftToDo, nextToDo } from '../model/measure-list.ts';
import { type WaitRange, waitRange } from '../model/wait-range.ts';
import type { ScreenProps } from '../screen-props.ts';
import { useSend } from '../services.ts';

/** You are here, and the usual wait ahead. */
const WaitLine = ({
  range,
  waitedMinutes,
}: {
  readonly range: WaitRange;
  readonly waitedMinutes: number;
}) => {
  const { t } = useTranslation('patient');
  if (range.state !== 'range') return null;
  const percent = (part: number) => `${Math.round(part * 1000) / 10}%`;
  return (
    <div className="range" role="img" aria-label={t('waiting.waited', { count: waitedMinutes })}>
      <i className="t" />
      <i
        className="w"
        style={{ insetInlineStart: percent(range.start), width: percent(range.end - range.start) }}
      />
      <i className="y" />
      <span className="here">{t('waiting.now')}</span>
      <span className="from" style={{ insetInlineStart: percent(range.start) }}>
        {t('waiting.minutes', { count: range.fromMinutes })}
      </span>
      <span className="to" style={{ insetInlineStart: percent(range.end) }}>
        {t('waiting.minutes', { count: range.toMinutes })}
      </span>
    </div>
  );
};

/** The wait is told as a range and used: what is left to measure can be done now. */
export const Waiting = ({ projection }: ScreenProps) => {
  const { t } = useTranslation(['patient', 'common']);
  const send = useSend();
  const { language, measures, unavailable, wait, assistant, interruption } = projection;
  const waitedMs = (wait?.waitedMs ?? 0) + useElapsed(wait);
  const range: WaitRange = wait === undefined ? { state: 'soon' } : waitRange(wait, waitedMs);
  const next = nextToDo(projection);
  const left = leftToDo(projection).length;
  const name = assistant.givenName;
  const titles = {
    range: () =>
      range.state === 'range'
        ? t('waiting.title-range', { from: range.fromMinutes, to: range.toMinutes })
        : '',
    soon: () => t('waiting.title-soon'),
    long: () => t('waiting.title-long'),
  };
  const sentence = () => {
    if (range.state === 'long') return t('waiting.sentence-long', { name });
    return left === 0 ? t('waiting.sentence', { name }) : t('waiting.sentence-left', { count: left });
  };
  return (
    <main className="split even wait">
      <ScrollColumn>
        <div className="head">
          <h1>{titles[range.state]()}</h1>
          <Sentence title={titles[range.state]()} text={sentence()} />
        </div>
        <WaitLine range={range} waitedMinutes={Math.floor(waitedMs / 60_000)} />
        <section className="card place">
          <span className="ico">
            <Armchair aria-hidden />
          </span>
          <div className="place-words">
            <b>{t('waiting.place')}</b>
            <p>
              {interruption === undefined
                ? t('waiting.place-note')
                : t(`waiting.interrupted.${interruption.cause}`, { physician: interruption.physician.name })}
            </p>
          </div>
        </section>
      </ScrollColumn>
      <ScrollColumn
        foot={
          next === undefined ? null : (
            <Button
              look="main"
              wide
              iconEnd={<ArrowRight className="i flip" aria-hidden />}
              onPress={() => send({ type: 'start-capture', measure: next })}
            >
              {t('waiting.take', { measure: t(`common:measure-the.${next}`) })}
            </Button>
          )
        }
      >
        <h2>{t('waiting.yours')}</h2>
        <div className="vals">
          {measures.map((view) => (
            <MeasureCard
              key={view.measure}
              view={view}
              language={language}
              available={!unavailable.includes(view.measure)}
            />
          ))}
        </div>
      </ScrollColumn>
    </main>
  );
};
