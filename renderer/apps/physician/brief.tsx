import { useTranslation } from 'react-i18next';
import { CONSENTS } from '#core/identity/consents.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { dateDigits } from '#renderer/ui/staff/value-text.ts';
import { useParticulars } from './use-particulars.ts';
import { useReasonWords } from './use-reason-words.ts';

/** What the person said before the call: identity with its level, reason, warning signs, agreements, who is beside them. */
export const Brief = ({ visit }: { readonly visit: PhysicianProjection }) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const reason = useReasonWords();
  const { identity, assistant, consents, redFlags } = visit;
  const particulars = useParticulars(visit);
  const signs = redFlags.map((flag) => staff.t(`red-flag.${flag}`)).join(', ');
  const facts = [
    [t('brief.identity'), `${identity.familyName} ${identity.givenName}, ${staff.t('identity-level')}`],
    [t('brief.born'), `${dateDigits(identity.birthDate)}, ${staff.t(`sex.${identity.sex}`)}`],
    [t('brief.reason'), reason.full(visit.reason)],
    ...visit.interruptions.map(
      ({ physician, cause, since }) =>
        [
          t('brief.interrupted'),
          t(`brief.interruption.${cause}`, { physician: physician.name, time: formatTimeOfDay(since) }),
        ] as const,
    ),
    ...particulars,
    [t('brief.red-flags'), signs === '' ? t('brief.no-red-flags') : signs],
    ...(visit.site.telephone === undefined
      ? []
      : [[t('brief.cabin-telephone'), visit.site.telephone] as const]),
    [t('brief.assistant'), `${assistant.name}, ${staff.t(`profession.${assistant.profession}`)}`],
  ] as const;
  return (
    <section className="card pane" aria-label={t('brief.title')}>
      <h2>{t('brief.title')}</h2>
      <dl tabIndex={0}>
        {facts.map(([fact, value]) => (
          <div key={`${fact} ${value}`}>
            <dt>{fact}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('brief.consents')}</dt>
          <dd>
            {[true, false].map((given) => {
              const those = CONSENTS.filter((consent) => consents[consent] === given);
              if (those.length === 0) return null;
              return (
                <span key={String(given)} className="consent">
                  <b>{given ? t('brief.yes') : t('brief.no')}</b>{' '}
                  {those.map((consent) => t(`brief.consent.${consent}`)).join(', ')}
                </span>
              );
            })}
          </dd>
        </div>
      </dl>
    </section>
  );
};
