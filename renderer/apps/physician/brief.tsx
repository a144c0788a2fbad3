import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSENTS } from '#core/identity/consents.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { dateDigits } from '#renderer/ui/staff/value-text.ts';
import { type Fact, useParticulars } from './use-particulars.ts';
import { useReasonWords } from './use-reason-words.ts';

type BriefProps = { readonly visit: PhysicianProjection };

/** What a physician looks for first: who, why, what they take and do not bear, what warns. */
const useFirstFacts = (visit: PhysicianProjection): readonly Fact[] => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const reason = useReasonWords();
  const { vital } = useParticulars(visit);
  const { t: closing } = useTranslation('closing');
  const { identity, redFlags, missingEquipment, exclusions } = visit;
  const signs = redFlags.map((flag) => staff.t(`red-flag.${flag}`)).join(', ');
  return [
    [
      t('brief.identity'),
      `${identity.familyName} ${identity.givenName}, ${dateDigits(identity.birthDate)}, ${staff.t(`sex.${identity.sex}`)}`,
    ],
    [t('brief.reason'), reason.full(visit.reason)],
    ...(visit.language === staff.language
      ? []
      : [[t('brief.language'), t(`queue.language.${visit.language}`)] as const]),
    ...visit.interruptions.map(
      ({ physician, cause, since }): Fact => [
        t('brief.interrupted'),
        t(`brief.interruption.${cause}`, { physician: physician.name, time: formatTimeOfDay(since) }),
      ],
    ),
    ...(missingEquipment.length === 0
      ? []
      : [
          [
            t('brief.missing-equipment'),
            missingEquipment.map((one) => staff.t(`equipment.${one}`)).join(', '),
          ] as const,
        ]),
    ...exclusions.map(
      ({ exclusion, name, at }): Fact => [
        closing('question.title'),
        `${closing(`exclusion.${exclusion}`)} (${closing('noted-by', { name, time: formatTimeOfDay(at) })})`,
      ],
    ),
    ...(signs === '' ? [] : [[t('brief.red-flags'), signs] as const]),
    ...vital,
  ];
};

const Facts = ({ facts }: { readonly facts: readonly Fact[] }) =>
  facts.map(([fact, value]) => (
    <div key={`${fact} ${value}`}>
      <dt>{fact}</dt>
      <dd>{value}</dd>
    </div>
  ));

const ConsentsFact = ({ visit }: BriefProps) => {
  const { t } = useTranslation('physician');
  return (
    <div>
      <dt>{t('brief.consents')}</dt>
      <dd>
        {[true, false].map((given) => {
          const those = CONSENTS.filter((consent) => visit.consents[consent] === given);
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
  );
};

/** All that is known of the person and of who is with them. */
const WholeFile = ({ visit, onClose }: BriefProps & { readonly onClose: () => void }) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const { others } = useParticulars(visit);
  const first = useFirstFacts(visit);
  const { assistant, redFlags, site } = visit;
  const about: readonly Fact[] = [
    [t('brief.level'), staff.t('identity-level')],
    ...(redFlags.length === 0 ? [[t('brief.red-flags'), t('brief.no-red-flags')] as const] : []),
    ...others,
    ...(site.telephone === undefined ? [] : [[t('brief.cabin-telephone'), site.telephone] as const]),
    [t('brief.assistant'), `${assistant.name}, ${staff.t(`profession.${assistant.profession}`)}`],
  ];
  return (
    <Dialog isOpen title={t('brief.title')} onClose={onClose}>
      <dl className="whole-file">
        <Facts facts={[...first, ...about]} />
        <ConsentsFact visit={visit} />
      </dl>
      <Button look="main" onPress={onClose}>
        {t('close')}
      </Button>
    </Dialog>
  );
};

/** What the person said before the call, the first of it; the rest is one key away. */
export const Brief = ({ visit }: BriefProps) => {
  const { t } = useTranslation('physician');
  const [open, setOpen] = useState(false);
  return (
    <section className="card pane" aria-label={t('brief.title')}>
      <div className="hrow">
        <h2>{t('brief.title')}</h2>
        <span className="sp" />
        <Button onPress={() => setOpen(true)}>{t('brief.all')}</Button>
      </div>
      <dl tabIndex={0}>
        <Facts facts={useFirstFacts(visit)} />
        <ConsentsFact visit={visit} />
      </dl>
      {open ? <WholeFile visit={visit} onClose={() => setOpen(false)} /> : null}
    </section>
  );
};
