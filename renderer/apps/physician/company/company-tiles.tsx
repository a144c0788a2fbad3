import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CallParty } from '#core/contract/side-calls.ts';
import { openGuest } from '#core/visit/company/company.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { PhysicianCompany, SideView } from '#renderer/call/company/physician-company.ts';
import { PresenceLine } from '#renderer/ui/company/presence-line.tsx';
import { SidePicture } from '#renderer/ui/company/side-picture.tsx';
import { useSideTrouble } from '#renderer/ui/company/use-side-trouble.ts';

type CompanyProps = { readonly visit: PhysicianProjection; readonly company: PhysicianCompany };

const useNames = ({ visit }: Pick<CompanyProps, 'visit'>) => {
  const { t } = useTranslation('company');
  const guest = openGuest(visit.company)?.state;
  return (party: CallParty): string =>
    ({
      patient: visit.identity.givenName,
      physician: '',
      assistant: visit.assistant.givenName,
      guest: guest?.state === 'present' ? guest.name : t('guest'),
    })[party];
};

/** Assistant and guest, small, beside one's own picture. */
export const CompanyTiles = ({ visit, company }: CompanyProps) => {
  const nameOf = useNames({ visit });
  const guest = openGuest(visit.company)?.state;
  return (
    <>
      {visit.company.assistant === 'joined' ? (
        <SidePicture
          small
          call={company.assistant.store}
          attach={company.assistant.attachRemote}
          name={nameOf('assistant')}
        />
      ) : null}
      {guest?.state === 'present' ? (
        <SidePicture small call={company.guest.store} attach={company.guest.attachRemote} name={guest.name} />
      ) : null}
    </>
  );
};

/** What is wrong with the call of somebody who takes part. */
const Trouble = ({ call, name }: { readonly call: SideView['store']; readonly name: string }) => {
  const { t } = useTranslation('company');
  const trouble = useSideTrouble(useStore(call));
  return trouble === undefined ? null : (
    <p className="presence trouble" role="status">
      {t('trouble', { name, trouble })}
    </p>
  );
};

/** Who hears and sees whom, and why not. */
export const PhysicianPresence = ({ visit, company }: CompanyProps) => {
  const nameOf = useNames({ visit });
  return (
    <div className="presences">
      <PresenceLine board={useStore(company.presence)} me="physician" nameOf={nameOf} />
      <Trouble call={company.assistant.store} name={nameOf('assistant')} />
      <Trouble call={company.guest.store} name={nameOf('guest')} />
    </div>
  );
};
