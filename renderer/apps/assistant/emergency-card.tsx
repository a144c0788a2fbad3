import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EMERGENCY_SERVICES, type Emergency, type EmergencyEnding } from '#core/visit/emergency/emergency.ts';
import type { MeasureView } from '#core/visit/projections/shared.ts';
import type { RedFlag, Site } from '#core/visit/words.ts';
import type { Values } from '#core/vitals/kinds.ts';
import type { Reading } from '#core/vitals/reading.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useAlertWords } from '#renderer/ui/staff/use-alert-words.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { Ask } from './cabin.ts';
import { ReasonDialog } from './dialogs/reason-dialog.tsx';
import { TaskFrame } from './task-frame.tsx';

const CLOSE_REASONS = ['mistake', 'false-alarm', 'handed-over'] as const;
const TAKERS = ['ambulance', 'rescue', 'physician'] as const;

type CardProps = {
  readonly site: Site;
  readonly redFlags: readonly RedFlag[];
  /** What was measured, to be read out. */
  readonly measures: readonly MeasureView[];
  readonly noted?: readonly Reading[] | undefined;
  readonly emergency: Emergency;
  readonly ask: Ask;
  /** Whoever is here may say that it is over. */
  readonly closable: boolean;
};
type ClosingStep = 'none' | 'why' | 'to-whom';
interface ClosingProps {
  readonly step: ClosingStep;
  readonly onStep: (step: ClosingStep) => void;
}

const Address = ({ site }: { readonly site: Site }) => {
  const { t } = useTranslation('assistant');
  const facts = [
    ['entrance', site.entrance],
    ['floor', site.floor],
    ['code', site.accessCode],
    ['defibrillator', site.defibrillator],
    ['position', site.position],
  ] as const;
  return (
    <div className="address">
      <h2>{t('emergency.address')}</h2>
      <p>
        <b>{site.name}</b>, {site.addressLines.join(', ')}
      </p>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([fact, value]) => (
            <div key={fact}>
              <dt>{t(`emergency.${fact}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
};

/** Numbers to dial on a telephone; the cabin notes that somebody has, and when. */
const Numbers = ({ site, ask, emergency }: CardProps) => {
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  return (
    <div className="numbers">
      <h2>{t('emergency.call')}</h2>
      <ul>
        {EMERGENCY_SERVICES.map((service) => {
          const noted = emergency.calls.findLast((call) => call.service === service);
          const isLocal = service === 'local-line';
          return (
            <li key={service}>
              <Button
                pressed={noted !== undefined}
                onPress={() => void ask({ type: 'note-emergency-call', service })}
              >
                <span className="call">
                  <b>{isLocal ? site.emergencyLine : service}</b>
                  {isLocal ? <small>{t('emergency.samu')}</small> : null}
                  <small>
                    {noted === undefined
                      ? staff('emergency-call.called')
                      : staff('emergency-call.called-at', { time: formatTimeOfDay(noted.at) })}
                  </small>
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};

const withoutPulse = ({ 'pulse-rate': _pulse, ...values }: Values): Values => values;

/** The latest of each vital sign, with its time: what the emergency services ask for. Never coloured, never commented. */
const Readout = ({ measures, noted = [] }: Pick<CardProps, 'measures' | 'noted'>) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  // One pulse is enough: the oximeter's, where there is one.
  const hasPulse = measures.some(({ measure, status }) => measure === 'oximetry' && status.status === 'done');
  const values = measures.flatMap(({ measure, status }) =>
    status.status === 'done' && measure !== 'body-weight'
      ? [
          t('emergency.value', {
            measure: staff.t(`measure.${measure}`),
            values: staff.line(
              measure,
              measure === 'blood-pressure' && hasPulse
                ? withoutPulse(status.reading.values)
                : status.reading.values,
            ),
            time: formatTimeOfDay(status.reading.takenAt),
          }),
        ]
      : [],
  );
  const taken = noted.map((reading) => `${formatTimeOfDay(reading.takenAt)} ${staff.namedLine(reading)}`);
  const all = [...values, ...taken];
  return all.length === 0 ? null : (
    <p className="readout">
      <b>{t('emergency.values')}</b> {all.join(' · ')}
    </p>
  );
};

/** Why it is over, and of whoever was handed over, to whom. */
const Closing = ({ ask, step, onStep }: Pick<CardProps, 'ask'> & ClosingProps) => {
  const { t } = useTranslation('assistant');
  const close = (ending: EmergencyEnding) => void ask({ type: 'close-emergency', ending });
  return (
    <>
      <ReasonDialog
        isOpen={step === 'why'}
        title={t('emergency.close-title')}
        lead={t('emergency.close-lead')}
        reasons={CLOSE_REASONS.map((reason) => ({ reason, words: t(`emergency.close-reason.${reason}`) }))}
        onPick={(ending) => (ending === 'handed-over' ? onStep('to-whom') : close({ ending }))}
        onOther={(reason) => close({ ending: 'other', reason })}
        onClose={() => onStep('none')}
      />
      <ReasonDialog
        isOpen={step === 'to-whom'}
        title={t('emergency.handed-over-to.title')}
        lead={t('emergency.handed-over-to.lead')}
        reasons={TAKERS.map((reason) => ({ reason, words: t(`emergency.handed-over-to.${reason}`) }))}
        onPick={(_, to) => close({ ending: 'handed-over', to })}
        onOther={(to) => close({ ending: 'handed-over', to })}
        onClose={() => onStep('none')}
      />
    </>
  );
};

/** Numbers and address to read out, acknowledgement, and the end of it with a reason. The cabin never dials by itself. */
export const EmergencyCard = (props: CardProps) => {
  const { site, redFlags, measures, noted, ask, emergency, closable } = props;
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  const [step, setStep] = useState<ClosingStep>('none');
  const acknowledged = emergency.acknowledgedAt !== undefined;
  const alertWords = useAlertWords();
  const signs = redFlags.map((flag) => staff(`red-flag.${flag}`)).join(', ');
  const keys = (
    <>
      <Button
        className="wide2"
        look={acknowledged ? 'alt' : 'main'}
        pressed={acknowledged}
        icon={<Check className="i" aria-hidden />}
        onPress={() => {
          if (!acknowledged) void ask({ type: 'acknowledge-emergency' });
        }}
      >
        {emergency.acknowledgedAt === undefined
          ? t('emergency.acknowledge')
          : t('emergency.acknowledged', { time: formatTimeOfDay(emergency.acknowledgedAt) })}
      </Button>
      {closable ? <Button onPress={() => setStep('why')}>{t('emergency.close')}</Button> : null}
    </>
  );
  return (
    <TaskFrame
      urgent
      title={t('emergency.title-since', { time: formatTimeOfDay(emergency.raisedAt) })}
      keys={keys}
    >
      <div className="alarm">
        {emergency.retracted ? <p className="fix plain">{t('emergency.retracted')}</p> : null}
        {signs === '' ? null : <p className="lead">{t('emergency.signs', { signs })}</p>}
        {emergency.alerts === undefined ? null : (
          <p className="lead">{staff('alert.raised', { values: alertWords.lines(emergency.alerts) })}</p>
        )}
        <Readout measures={measures} noted={noted} />
        <div className="two">
          <Numbers {...props} />
          <Address site={site} />
        </div>
      </div>
      <Closing ask={ask} step={step} onStep={setStep} />
    </TaskFrame>
  );
};
