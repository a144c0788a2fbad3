import { CirclePause, CirclePlay, Hand, PhoneCall } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canChangeConsents } from '#core/visit/consents/changeable.ts';
import type { HelpView } from '#core/visit/projections/shared.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import type { CabinView } from './cabin.ts';
import { PartKey } from './company/part-key.tsx';
import { ConfirmDialog } from './dialogs/confirm-dialog.tsx';
import { ConsentsDialog } from './dialogs/consents-dialog.tsx';
import { PauseDialog } from './dialogs/pause-dialog.tsx';
import { TalkKey } from './talk-key.tsx';

const HelpLine = ({ visit, ask }: CabinView) => {
  const { t } = useTranslation('assistant');
  const { help, lastHelp } = visit;
  const calling = help !== undefined && help.acknowledgedAt === undefined;
  const last =
    lastHelp === undefined ? t('help.none') : t('help.last', { time: formatTimeOfDay(lastHelp.askedAt) });
  const told = ({ askedAt, step }: HelpView) =>
    t(calling ? (step === 'asked' ? 'help.asked' : 'help.unanswered') : 'help.coming', {
      time: formatTimeOfDay(askedAt),
    });
  return (
    <div className={classes('card help', calling && 'calling')} role="status">
      <Hand className="i" aria-hidden />
      <span>
        <b>{t('help.label')}</b> {help === undefined ? last : told(help)}
      </span>
      {calling ? (
        <Button look="main" onPress={() => void ask({ type: 'acknowledge-help' })}>
          {t('help.acknowledge')}
        </Button>
      ) : null}
    </div>
  );
};

/** Help, pause and emergency: always here, on every step. */
export const Footer = (view: CabinView) => {
  const { t } = useTranslation('assistant');
  const [open, setOpen] = useState<'none' | 'pause' | 'consents' | 'emergency'>('none');
  const { visit, ask } = view;
  const close = () => setOpen('none');
  return (
    <div className="foot">
      <HelpLine {...view} />
      {visit.stage === 'welcome' ? null : <TalkKey {...view} />}
      {visit.stage === 'welcome' ? null : <PartKey {...view} />}
      {visit.stage === 'welcome' || visit.emergency !== undefined ? null : (
        <Button
          icon={
            visit.paused ? (
              <CirclePlay className="i" aria-hidden />
            ) : (
              <CirclePause className="i" aria-hidden />
            )
          }
          onPress={() => (visit.paused ? void ask({ type: 'resume' }) : setOpen('pause'))}
        >
          {visit.paused ? t('pause.resume') : t('pause.open')}
        </Button>
      )}
      {visit.emergency === undefined ? (
        <Button
          look="urgent"
          icon={<PhoneCall className="i" aria-hidden />}
          onPress={() => setOpen('emergency')}
        >
          {t('emergency.raise')}
        </Button>
      ) : null}
      <PauseDialog
        isOpen={open === 'pause'}
        onClose={close}
        ask={ask}
        onConsents={canChangeConsents(visit.stage) ? () => setOpen('consents') : undefined}
      />
      <ConsentsDialog
        isOpen={open === 'consents' && canChangeConsents(visit.stage)}
        visit={visit}
        ask={ask}
        onClose={close}
      />
      <ConfirmDialog
        isOpen={open === 'emergency'}
        title={t('emergency.raise-title')}
        lead={t('emergency.raise-lead')}
        confirm={t('emergency.raise-confirm')}
        cancel={t('cancel')}
        urgent
        onConfirm={() => void ask({ type: 'raise-emergency' })}
        onClose={close}
      />
    </div>
  );
};
