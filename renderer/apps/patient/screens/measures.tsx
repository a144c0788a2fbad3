import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { OximeterHand } from '#renderer/ui/illustrations/oximeter-hand.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { MeasureRow } from '../capture/measure-row.tsx';
import { NotedRows } from '../capture/noted-rows.tsx';
import { leftToDo, nextToDo } from '../model/measure-list.ts';
import type { ScreenProps } from '../screen-props.ts';
import { useIsSending, useSend } from '../services.ts';

/** Between two captures: what is done, what comes next. */
export const Measures = ({ projection }: ScreenProps) => {
  const { t } = useTranslation(['patient', 'common']);
  const send = useSend();
  const starting = useIsSending('start-capture');
  const { language, measures, unavailable } = projection;
  const next = nextToDo(projection);
  const left = leftToDo(projection).length;
  return (
    <main className="split even">
      <Plate fit="bleed">
        <OximeterHand />
      </Plate>
      <ScrollColumn
        foot={
          next === undefined ? (
            <Button
              look="main"
              wide
              iconEnd={<ArrowRight className="i flip" aria-hidden />}
              onPress={() => send({ type: 'finish-measures' })}
            >
              {t('measures.done')}
            </Button>
          ) : (
            <Button
              look="main"
              wide
              iconEnd={<ArrowRight className="i flip" aria-hidden />}
              busy={starting ? t('capture.no-signal') : undefined}
              onPress={() => send({ type: 'start-capture', measure: next })}
            >
              {t('measures.start', { measure: t(`common:measure.${next}`) })}
            </Button>
          )
        }
      >
        <div className="head">
          <h1>{t('measures.title')}</h1>
          <Sentence
            title={t('measures.title')}
            text={next === undefined ? t('measures.sentence-done') : t('measures.sentence', { count: left })}
          />
        </div>
        <ul className="rows">
          {measures.map((view) => (
            <MeasureRow
              key={view.measure}
              view={view}
              language={language}
              available={!unavailable.includes(view.measure)}
            />
          ))}
          <NotedRows noted={projection.noted} language={language} />
        </ul>
      </ScrollColumn>
    </main>
  );
};
