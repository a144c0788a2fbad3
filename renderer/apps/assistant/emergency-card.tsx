import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmergencyView } from '#core/visit/projections/shared.ts';
import type { Site } from '#core/visit/words.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from './cabin.ts';
import { ReasonDialog } from './dialogs/reason-dialog.tsx';
import { TaskFrame } from './task-frame.tsx';

const CLOSE_REASONS = ['mistake', 'false-alarm', 'handed-over'] as const;
/** National numbers: emergency medical service, European emergency number, emergency by text for deaf people. */
const NATIONAL_NUMBERS = ['15', '112', '114'] as const;

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

const Numbers = ({ site }: { readonly site: Site }) => {
  const { t } = useTranslation('assistant');
  return (
    <div className="numbers">
      <h2>{t('emergency.call')}</h2>
      <p>
        <b>{site.emergencyLine}</b>
        <small>{t('emergency.samu')}</small>
      </p>
      <p className="national">
        {NATIONAL_NUMBERS.map((number) => (
          <b key={number}>{number}</b>
        ))}
      </p>
    </div>
  );
};

/** Numbers and address to read out, acknowledgement, and the end of it with a reason. The cabin never dials by itself. */
export const EmergencyCard = (props: CabinView & { readonly emergency: EmergencyView }) => {
  const { visit, ask, emergency } = props;
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  const [closing, setClosing] = useState(false);
  const close = (reason: string) => void ask({ type: 'close-emergency', reason });
  const acknowledged = emergency.acknowledgedAt !== undefined;
  const signs = visit.redFlags.map((flag) => staff(`red-flag.${flag}`)).join(', ');
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
      <Button onPress={() => setClosing(true)}>{t('emergency.close')}</Button>
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
        <div className="two">
          <Numbers site={visit.site} />
          <Address site={visit.site} />
        </div>
      </div>
      <ReasonDialog
        isOpen={closing}
        title={t('emergency.close-title')}
        lead={t('emergency.close-lead')}
        reasons={CLOSE_REASONS.map((reason) => ({ reason, words: t(`emergency.close-reason.${reason}`) }))}
        onPick={(_, words) => close(words)}
        onOther={close}
        onClose={() => setClosing(false)}
      />
    </TaskFrame>
  );
};
