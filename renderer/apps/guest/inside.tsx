import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CallParty } from '#core/contract/side-calls.ts';
import type { GuestCompany } from '#renderer/call/company/guest-company.ts';
import type { OwnTracks } from '#renderer/call/company/own-tracks.ts';
import type { InputFault } from '#renderer/call/input-faults.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NotSent } from '#renderer/ui/company/not-sent.tsx';
import { PresenceLine } from '#renderer/ui/company/presence-line.tsx';
import { SidePicture } from '#renderer/ui/company/side-picture.tsx';
import { useSideRefusal } from '#renderer/ui/company/use-side-trouble.ts';
import { OwnPicture } from './entrance.tsx';
import { TrackKeys } from './track-keys.tsx';

type InsideProps = {
  readonly standing: 'asked' | 'accepted' | 'paused' | 'in-call';
  readonly company: GuestCompany;
  readonly own: OwnTracks;
  readonly unread: InputFault | undefined;
  readonly onDismiss: () => void;
  readonly onLeave: () => void;
};

const useStatus = ({ standing, company }: InsideProps): string | undefined => {
  const { t } = useTranslation('company');
  const call = useStore(company.cabin.store);
  const refusal = useSideRefusal(call);
  const { state } = call;
  if (standing !== 'in-call') return t(`page.${standing}`);
  if (state === 'connected') return undefined;
  if (refusal !== undefined) return refusal;
  return t(state === 'stalled' || state === 'lost' ? 'page.reconnecting' : 'page.connecting');
};

/** Waiting for the patient's yes, then with both: the cabin and the physician. */
export const Inside = (props: InsideProps) => {
  const { standing, company, own, unread, onDismiss, onLeave } = props;
  const { t } = useTranslation('company');
  const status = useStatus(props);
  const told = useStore(company.company);
  const nameOf = (party: CallParty): string =>
    ({
      patient: t('patient'),
      physician: told?.physicianName || t('page.doctor'),
      assistant: told?.assistantName ?? '',
      guest: '',
    })[party];
  return (
    <div className="inside">
      {status === undefined ? null : (
        <p className="status" role="status">
          {status}
        </p>
      )}
      {unread === undefined ? null : (
        <p className="status unread" role="alert">
          {t(`page.unread.${unread}`, { code: unread })}
          <Button onPress={onDismiss}>{t('page.unread.dismiss')}</Button>
        </p>
      )}
      {standing === 'in-call' ? (
        <>
          <div className="pictures">
            <SidePicture
              call={company.cabin.store}
              attach={company.cabin.attachRemote}
              name={t('page.in-cabin')}
            />
            <SidePicture
              call={company.physician.store}
              attach={company.physician.attachRemote}
              name={nameOf('physician')}
            />
          </div>
          <PresenceLine board={told?.board ?? []} me="guest" nameOf={nameOf} />
          <NotSent call={company.cabin.store} name={nameOf('patient')} />
          <NotSent call={company.physician.store} name={nameOf('physician')} />
        </>
      ) : null}
      <div className="foot">
        <OwnPicture own={own} />
        <div className="keys">
          <TrackKeys own={own} />
          <Button look="urgent-outline" icon={<LogOut className="i" aria-hidden />} onPress={onLeave}>
            {t('page.leave')}
          </Button>
        </div>
      </div>
    </div>
  );
};
