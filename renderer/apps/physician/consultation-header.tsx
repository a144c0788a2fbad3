import { Check, PhoneCall } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isPrivate } from '#core/visit/privacy/privacy.ts';
import type { Pathway } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Face } from '#renderer/ui/face.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { useReasonWords } from './use-reason-words.ts';
import { type ConsultationView, isSettled } from './view.ts';

const PATHWAY_KEYS = [
  ['remote', 'Alt+D'],
  ['in-person', 'Alt+P'],
  ['emergency', 'Alt+U'],
] as const satisfies readonly (readonly [Pathway, string])[];

const Person = ({ visit }: Pick<ConsultationView, 'visit'>) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const reason = useReasonWords();
  const { identity, ageYears, assistant, site } = visit;
  const name = `${identity.givenName} ${identity.familyName}`;
  const { t: privacyWords } = useTranslation('privacy');
  const beside = isPrivate(visit.privacy)
    ? privacyWords('physician.outside', { name: assistant.name })
    : t('header.with', {
        name: assistant.name,
        profession: staff.t(`profession.${assistant.profession}`).toLowerCase(),
      });
  return (
    <div className="pt">
      <p>
        <b>{ageYears === undefined ? name : `${name}, ${staff.t('years', { count: ageYears })}`}</b>{' '}
        <span className="mut">{staff.t('identity-level')}</span>
      </p>
      <p>
        {reason.short(visit.reason)}. {site.name}, {beside}
      </p>
    </div>
  );
};

type ConsultationHeaderProps = ConsultationView & { readonly onPathway: (pathway: Pathway) => void };

/** Who is seen and why, the decision (remote, in person, emergency), and oneself. */
export const ConsultationHeader = (props: ConsultationHeaderProps) => {
  const { visit, physician, onPathway } = props;
  const { t } = useTranslation('physician');
  const { t: staff } = useTranslation('staff');
  return (
    <header className="hd">
      <Mark />
      <Person visit={visit} />
      <span className="sp" />
      <fieldset className="dec">
        <legend className="unseen">{t('header.decide')}</legend>
        {PATHWAY_KEYS.map(([pathway, key]) => {
          const chosen = visit.pathway === pathway;
          const icon = pathway === 'emergency' ? <PhoneCall className="i" aria-hidden /> : undefined;
          return (
            <Button
              key={pathway}
              look={pathway === 'emergency' ? 'urgent' : 'alt'}
              pressed={chosen}
              off={isSettled(props) && !chosen}
              icon={chosen ? <Check className="i" aria-hidden /> : icon}
              iconEnd={<kbd>{key}</kbd>}
              onPress={() => {
                if (!isSettled(props)) onPathway(pathway);
              }}
            >
              {staff(`pathway.${pathway}`)}
            </Button>
          );
        })}
      </fieldset>
      <section className="id" aria-label={physician.name}>
        <Face name={physician.name} portrait={visit.simulation ? 'doctor' : undefined} />
      </section>
    </header>
  );
};
