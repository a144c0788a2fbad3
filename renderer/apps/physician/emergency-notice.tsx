import { useTranslation } from 'react-i18next';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useAlertWords } from '#renderer/ui/staff/use-alert-words.ts';
import type { ConsultationView } from './view.ts';

/** Whom a physician far away may call: their own 15 may reach another region's centre. */
const SERVICES = ['local-line', '15'] as const;

/** That an emergency is going on, what to read out to the emergency services, and who has called them so far. */
export const EmergencyNotice = ({ visit, actions }: Pick<ConsultationView, 'visit' | 'actions'>) => {
  const { t } = useTranslation('physician');
  const { t: staff } = useTranslation('staff');
  const alertWords = useAlertWords();
  const { emergency, site, assistant } = visit;
  if (emergency === undefined) return null;
  const calls = emergency.calls.map(({ service, at, by }) =>
    staff('emergency-call.line', {
      service: staff(`emergency-call.service.${service}`),
      time: formatTimeOfDay(at),
      name: by === 'assistant' ? assistant.givenName : t('trouble.emergency-you'),
    }),
  );
  const readOut = [
    [t('trouble.emergency-number'), site.emergencyLine],
    [t('trouble.emergency-address'), [site.name, ...site.addressLines].join(', ')],
  ] as const;
  return (
    <div className="notice urgent" role="alert">
      <p className="since">
        {t(emergency.acknowledgedAt === undefined ? 'trouble.emergency' : 'trouble.emergency-seen', {
          time: formatTimeOfDay(emergency.raisedAt),
          name: assistant.givenName,
        })}{' '}
        {calls.length === 0
          ? t('trouble.emergency-no-call')
          : t('trouble.emergency-calls', { calls: calls.join(', ') })}
        {emergency.alerts === undefined
          ? null
          : ` ${staff('alert.raised', { values: alertWords.lines(emergency.alerts) })}`}
      </p>
      <dl>
        {readOut.map(([fact, value]) => (
          <div key={fact}>
            <dt>{fact}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="called">
        {SERVICES.map((service) => (
          <Button key={service} onPress={() => actions.noteEmergencyCall(service)}>
            {t('trouble.emergency-called', { service: staff(`emergency-call.service.${service}`) })}
          </Button>
        ))}
      </div>
    </div>
  );
};
