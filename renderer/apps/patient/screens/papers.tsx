import { Check, CircleAlert, FileText, Hand, type LucideIcon, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#core/result.ts';
import type { PatientPaper, PatientPapers } from '#core/visit/papers/paper-views.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PrinterTray } from '#renderer/ui/illustrations/printer-tray.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { useIsSending, useSend } from '../services.ts';

const ICONS: Readonly<Record<PatientPaper['state'], LucideIcon>> = {
  waiting: FileText,
  printing: Printer,
  printed: Check,
  failed: CircleAlert,
  'sent-otherwise': FileText,
  'not-wanted': FileText,
  'patient-left': FileText,
};

/** The one key of each step; while it prints there is nothing to do. */
const PapersKey = ({ step, name }: { readonly step: PatientPapers['step']; readonly name: string }) => {
  const { t } = useTranslation('papers');
  const send = useSend();
  const confirming = useIsSending('confirm-presence');
  const taking = useIsSending('take-papers');
  switch (step) {
    case 'presence':
      return (
        <Button
          look="main"
          wide
          busy={confirming ? t('patient.presence.key') : undefined}
          onPress={() => send({ type: 'confirm-presence' })}
        >
          {t('patient.presence.key')}
        </Button>
      );
    case 'stuck':
      return (
        <Button wide icon={<Hand className="i" aria-hidden />} onPress={() => send({ type: 'ask-help' })}>
          {t('patient.stuck.key', { name })}
        </Button>
      );
    case 'take':
      return (
        <Button
          look="main"
          wide
          busy={taking ? t('patient.take.key') : undefined}
          onPress={() => send({ type: 'take-papers' })}
        >
          {t('patient.take.key')}
        </Button>
      );
    case 'printing':
    case 'over':
      return null;
    default:
      return assertNever(step);
  }
};

type PapersProps = ScreenProps & {
  readonly papers: PatientPapers & { readonly step: Exclude<PatientPapers['step'], 'over'> };
};

/** Papers of the physician: nothing is printed before this person says that they are there, and nothing stays in the tray. */
export const PapersScreen = ({ projection, papers }: PapersProps) => {
  const { t } = useTranslation('papers');
  const name = projection.assistant.givenName;
  const { step, list } = papers;
  const title = t(`patient.${step}.title`);
  return (
    <main className="split" key={step}>
      <Plate fit="bleed">
        <PrinterTray />
      </Plate>
      <ScrollColumn foot={<PapersKey step={step} name={name} />}>
        <div className="head">
          <p className="eyebrow">{t('patient.eyebrow')}</p>
          <h1>{title}</h1>
          <Sentence title={title} text={t(`patient.${step}.lead`, { name })} />
        </div>
        <ul className="facts">
          {list.map(({ paperId, kind, pages, state }) => {
            const Icon = ICONS[state];
            return (
              <li key={paperId}>
                <span className="ico">
                  <Icon aria-hidden />
                </span>
                <span>
                  <b>{t(`kind.${kind}`)}</b>
                  {t('and-pages', { pages: t('pages', { count: pages }) })}
                  <br />
                  {t(`patient.state.${state}`)}
                </span>
              </li>
            );
          })}
        </ul>
      </ScrollColumn>
    </main>
  );
};
