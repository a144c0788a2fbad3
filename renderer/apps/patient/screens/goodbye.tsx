import {
  Eraser,
  FileCheck2,
  FileClock,
  FileWarning,
  type LucideIcon,
  PhoneCall,
  UserRound,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { OpenDoor } from '#renderer/ui/illustrations/open-door.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { useIsSending, useSend } from '../services.ts';

const HANDOVER_ICONS = { writing: FileClock, written: FileCheck2, failed: FileWarning } as const;

/** What the physician leaves in plain words, what becomes of the record, then the wipe. */
export const Goodbye = ({ projection }: ScreenProps) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  const finishing = useIsSending('finish-visit');
  const { assistant, closing } = projection;
  const name = assistant.givenName;
  const { pathway, orientation } = closing ?? {};
  const inPerson = pathway === 'in-person';
  const handover = closing?.handover.state ?? 'writing';
  const facts: readonly { readonly icon: LucideIcon; readonly text: string }[] = [
    { icon: PhoneCall, text: t('goodbye.safety') },
    ...(inPerson ? [{ icon: UserRound, text: t('goodbye.in-person.choice') }] : []),
    { icon: HANDOVER_ICONS[handover], text: t(`goodbye.${handover}`, { name }) },
  ];
  const title = inPerson ? t('goodbye.in-person.title') : t('goodbye.title');
  return (
    <main className="split">
      <Plate fit="bleed">
        <OpenDoor />
      </Plate>
      <ScrollColumn
        foot={
          <Button
            look="main"
            wide
            icon={<Eraser className="i" aria-hidden />}
            notYet={handover === 'written' ? undefined : t('goodbye.not-yet')}
            busy={finishing ? t('goodbye.finish') : undefined}
            onPress={() => send({ type: 'finish-visit' })}
          >
            {t('goodbye.finish')}
          </Button>
        }
      >
        <div className="head">
          <h1>{title}</h1>
          <Sentence
            title={title}
            text={t(inPerson ? 'goodbye.in-person.sentence' : 'goodbye.sentence', { name })}
          />
        </div>
        {orientation === undefined ? null : (
          <section className="card advice">
            <p className="eyebrow">{t('goodbye.in-person.where')}</p>
            <p>
              <b>{t(`goodbye.in-person.place.${orientation.place}`)}</b>
            </p>
            {orientation.details === '' ? null : <p dir="auto">{orientation.details}</p>}
          </section>
        )}
        <section className="card advice">
          <p className="eyebrow">{t('goodbye.advice')}</p>
          {closing === undefined || closing.advice === '' ? (
            <p>{t('goodbye.no-advice', { name })}</p>
          ) : (
            <p dir="auto">{closing.advice}</p>
          )}
          {pathway === 'emergency' ? <p>{t('goodbye.emergency', { name })}</p> : null}
        </section>
        <ul className="facts">
          {facts.map(({ icon: Icon, text }) => (
            <li key={text}>
              <span className="ico">
                <Icon aria-hidden />
              </span>
              {text}
            </li>
          ))}
        </ul>
      </ScrollColumn>
    </main>
  );
};
