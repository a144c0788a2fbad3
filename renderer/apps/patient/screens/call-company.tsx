import { UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CallParty } from '#core/contract/side-calls.ts';
import { type Company, openGuest } from '#core/visit/company/company.ts';
import { isPrivate } from '#core/visit/privacy/privacy.ts';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import type { Role } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PresenceLine } from '#renderer/ui/company/presence-line.tsx';
import { SidePicture } from '#renderer/ui/company/side-picture.tsx';
import { useSend, useServices } from '../services.ts';

type CompanyProps = {
  readonly company: Company;
  readonly nameOf: (role: Role) => string;
  /** The assistant is out of the room. */
  readonly isAlone: boolean;
};

/** What each of the three is called on this screen. */
export const namesIn =
  ({ physician, assistant, identity }: PatientProjection) =>
  (role: Role): string =>
    ({
      physician: physician?.name ?? '',
      assistant: assistant.givenName,
      patient: identity?.givenName ?? '',
    })[role];

const presentGuest = (company: Company) => {
  const guest = openGuest(company);
  return guest?.state.state === 'present' ? { guestId: guest.guestId, name: guest.state.name } : undefined;
};

/** Who hears and sees whom, and who is in the room. */
export const CallPresence = ({ company, nameOf, isAlone }: CompanyProps) => {
  const { t } = useTranslation(['company', 'privacy']);
  const board = useStore(useServices().call.company.presence);
  const guest = presentGuest(company);
  const named = (party: CallParty): string =>
    party === 'guest' ? (guest?.name ?? t('company:guest')) : nameOf(party);
  return (
    <PresenceLine
      board={board}
      me="patient"
      nameOf={named}
      before={t(isAlone ? 'privacy:patient.out' : 'company:beside', { name: nameOf('assistant') })}
    />
  );
};

/** Asks the guest to go. */
const GuestKey = ({ company }: Pick<CompanyProps, 'company'>) => {
  const { t } = useTranslation('company');
  const send = useSend();
  const guest = presentGuest(company);
  if (guest === undefined) return null;
  return (
    <Button
      icon={<UserX className="i" aria-hidden />}
      onPress={() => send({ type: 'end-guest', guestId: guest.guestId })}
    >
      {t('ask.send', { name: guest.name })}
    </Button>
  );
};

/** The guest's picture, and the key that asks them to go. */
export const GuestSide = ({ company }: Pick<CompanyProps, 'company'>) => {
  const { call } = useServices();
  const guest = presentGuest(company);
  if (guest === undefined) return null;
  return (
    <div className="guest">
      <GuestKey company={company} />
      <SidePicture call={call.company.guest} attach={call.company.attachGuest} name={guest.name} />
    </div>
  );
};

type CallBesideProps = {
  readonly projection: PatientProjection;
  /** The physician is seen here; they are heard from the call beneath. */
  readonly picture: boolean;
};

/** What of the call stays in sight while another page stands over it. */
export const CallBeside = ({ projection, picture }: CallBesideProps) => {
  const { call } = useServices();
  const { company, stage } = projection;
  const nameOf = namesIn(projection);
  if (stage !== 'call') return null;
  return (
    <div className="beside">
      {picture ? (
        <SidePicture silent small call={call.store} attach={call.attachRemote} name={nameOf('physician')} />
      ) : null}
      <CallPresence company={company} nameOf={nameOf} isAlone={isPrivate(projection.privacy)} />
      <GuestKey company={company} />
    </div>
  );
};
