import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import { peerRefusalOf } from '#core/contract/identity.ts';
import { type CallEnd, type CallFault, cameraFaultIn } from '#core/contract/media-faults.ts';
import { faultsOf } from '#renderer/call/call-faults.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { AlertNotice } from './alert-notice.tsx';
import { EmergencyNotice } from './emergency-notice.tsx';
import { LineQuestion } from './line-question.tsx';
import { pictureState } from './model/picture-state.ts';
import { PaperNotice } from './papers/paper-notice.tsx';
import { PrivateTalkNotice } from './private-talk.tsx';
import type { ConsultationView } from './view.ts';

const HANDOVER_WORDS = {
  none: 'closing',
  writing: 'closing',
  written: 'written',
  failed: 'not-written',
} as const;

const useLinkNotice = ({ visit, call, gatewayReady }: ConsultationView): string | undefined => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const refusal = peerRefusalOf(call.failure);
  if (refusal !== undefined) return staff.fault(refusal, 'physician');
  const { telephone } = visit.site;
  if (call.state === 'lost' && telephone !== undefined)
    return `${t('trouble.lost')} ${t('trouble.telephone', { number: telephone })}`;
  if (call.state === 'lost' || call.state === 'stalled') return t(`trouble.${call.state}`);
  return gatewayReady ? undefined : t('trouble.gateway');
};

/** Faults of picture and sound at both ends, but what stands at the cabin's picture or at the own one. */
const faultsToTell = ({
  visit,
  call,
}: ConsultationView): readonly { readonly code: CallFault; readonly end: CallEnd }[] => {
  const atPicture = pictureState(visit.cardAcknowledged, call) === 'camera-fault';
  const told = atPicture ? cameraFaultIn(call.otherFaults) : undefined;
  const ownDevices: readonly ErrorCode[] = call.media.failures.map(({ code }) => code);
  const isToldElsewhere = (code: CallFault) => ownDevices.includes(code) || code === 'PICTURE_FROZEN';
  return [
    ...call.otherFaults.flatMap((code) => (code === told ? [] : [{ code, end: 'cabin' as const }])),
    ...faultsOf(call).flatMap((code) => (isToldElsewhere(code) ? [] : [{ code, end: 'physician' as const }])),
  ];
};

/** What disturbs the consultation, in words, with a way out where there is one. Nothing here vanishes before it is over. */
export const Notices = (view: ConsultationView) => {
  const { visit, state, actions, failure, onDismiss, onRelease } = view;
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const { t: attendance } = useTranslation('attendance');
  const link = useLinkNotice(view);
  const faults = visit.stage === 'goodbye' ? [] : faultsToTell(view);
  return (
    <>
      {failure === undefined ? null : (
        <p className="notice" role="alert">
          {failure.code === 'PROTOCOL_VERSION' ? t('start.old') : staff.fault(failure.code, 'physician')}
          <span className="sp" />
          {failure.code === 'PROTOCOL_VERSION' ? null : (
            <Button onPress={onDismiss}>{t('trouble.dismiss')}</Button>
          )}
          <Button look="main" onPress={() => window.location.reload()}>
            {t('reload')}
          </Button>
        </p>
      )}
      <EmergencyNotice visit={visit} actions={actions} />
      <AlertNotice visit={visit} />
      <LineQuestion visit={visit} actions={actions} />
      <PaperNotice visit={visit} />
      <PrivateTalkNotice visit={visit} actions={actions} />
      {visit.help === undefined || visit.help.acknowledgedAt !== undefined ? null : (
        <p className="notice" role="alert">
          {t('trouble.help', {
            time: formatTimeOfDay(visit.help.askedAt),
            name: visit.assistant.givenName,
          })}
        </p>
      )}
      {visit.stage === 'goodbye' ? (
        <p className="notice" role="status">
          {t(`trouble.${HANDOVER_WORDS[visit.handover]}`)}
          <span className="sp" />
          <Button onPress={onRelease}>{t('trouble.back-to-queue')}</Button>
        </p>
      ) : null}
      {visit.attendance === undefined ? null : (
        <p className="notice" role="alert">
          {attendance(`physician.${visit.attendance}`, { name: visit.assistant.givenName })}
        </p>
      )}
      {visit.paused ? (
        <p className="notice" role="status">
          {t('trouble.paused')}
        </p>
      ) : null}
      {faults.map(({ code, end }) => (
        <p key={`${end} ${code}`} className="notice" role="alert">
          {staff.found(code, end, 'physician')}
        </p>
      ))}
      {link === undefined ? null : (
        <p className="notice" role="status">
          {link}
        </p>
      )}
      {state.refusal === undefined ? null : (
        <p className="notice" role="alert">
          {staff.fault(state.refusal.code, 'physician')}
          <span className="sp" />
          <Button onPress={actions.dismissRefusal}>{t('trouble.dismiss')}</Button>
        </p>
      )}
    </>
  );
};
