import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { Session } from '#core/contract/signalling.ts';
import type { DeskSnapshot, PhysicianDesk } from '#gateway/client/physician-desk.ts';
import type { QueueEntry } from '#gateway/client/queue.ts';
import type { PhysicianInstruments } from '#renderer/call/instruments/physician-instruments.ts';
import type { DeviceChoices } from '#renderer/call/own-devices/device-choices.ts';
import type { PhysicianCall } from '#renderer/call/physician-call-types.ts';
import { Face } from '#renderer/ui/face.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import type { Consultation } from './consultation.ts';
import { ConsultationPage } from './consultation-page.tsx';
import { JoiningPage } from './joining-page.tsx';
import { DevicesDialog } from './own-devices/devices-dialog.tsx';
import type { OwnControls } from './own-devices/own-controls.ts';
import { OwnDevicesCard } from './own-devices/own-devices-card.tsx';
import type { PageLine } from './page-line.ts';
import { QuestionDialog } from './question-dialog.tsx';
import { QueuePage } from './queue-page.tsx';
import type { CallControls } from './view.ts';

/** The broker's desk and the call of one session, as the page uses them. */
export interface DeskServices {
  readonly desk: Pick<PhysicianDesk, 'claim' | 'release' | 'dismiss'> & {
    readonly store: StoreApi<DeskSnapshot>;
  };
  readonly call: Pick<
    PhysicianCall,
    | 'store'
    | 'attachLocal'
    | 'microphone'
    | 'camera'
    | 'attachRemote'
    | 'startMedia'
    | 'stopMedia'
    | 'turnMedia'
    | 'onWave'
    | 'chooseRung'
    | 'dismissFailure'
    | 'company'
  >;
  readonly line: PageLine['store'];
  readonly choices: Pick<DeviceChoices, 'store' | 'choose' | 'choosesOutput'>;
  readonly consultation: Consultation;
  readonly instruments: PhysicianInstruments;
  readonly close: () => void;
}

/** What the rail offers besides while a claim is held. */
export type HeldKeys = { readonly onRelease?: () => void; readonly onDevices?: () => void };

type DeskProps = {
  readonly services: DeskServices;
  readonly session: Session;
  readonly rail: (keys?: HeldKeys) => ReactNode;
  readonly onExpired: (why: Failure) => void;
};

const Shell = ({ session, children }: { readonly session: Session; readonly children: ReactNode }) => (
  <>
    <header className="hd">
      <Mark />
      <span className="sp" />
      <span className="id">
        <span className="who">
          <b>{session.physician.name}</b>
          <small>
            {session.physician.specialty}, {session.physician.place}
          </small>
        </span>
        <Face name={session.physician.name} />
      </span>
    </header>
    <main className="pg plain">{children}</main>
  </>
);

const placeOf = ({ siteId, cabinId, ticket }: QueueEntry) => ({
  siteId,
  cabinId,
  ticketId: ticket.ticketId,
});

/** The telephone beside the cabin of the claim; kept when the cabin drops out of the queue, which is when it is needed. */
const useTelephone = ({ claim, queue }: DeskSnapshot): string | undefined => {
  const ticketId = claim.state === 'held' ? claim.place.ticketId : undefined;
  const [known, setKnown] = useState<{ readonly ticketId: string; readonly telephone: string }>();
  const told = queue.find(({ ticket }) => ticket.ticketId === ticketId)?.presence.telephone;
  useEffect(() => {
    if (ticketId !== undefined && told !== undefined) setKnown({ ticketId, telephone: told });
  }, [ticketId, told]);
  return ticketId !== undefined && known?.ticketId === ticketId ? known.telephone : told;
};

/** The queue, or the consultation of the claim that is held. */
export const Desk = ({ services, session, rail, onExpired }: DeskProps) => {
  const { t } = useTranslation('physician');
  const { desk, call, consultation, instruments } = services;
  const known = useStore(services.line);
  const snapshot = useStore(desk.store);
  const live = useStore(call.store);
  const state = useStore(consultation.store);
  const [releasing, setReleasing] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const held = snapshot.claim.state === 'held';
  const telephone = useTelephone(snapshot);
  const controls = useMemo<CallControls>(
    () => ({
      attachLocal: call.attachLocal,
      attachRemote: call.attachRemote,
      startMedia: () => void call.startMedia(),
      stopMedia: call.stopMedia,
      turnMedia: (kind, on) => void call.turnMedia(kind, on),
      wave: call.onWave,
      chooseRung: call.chooseRung,
    }),
    [call],
  );
  const { choices } = services;
  const own = useMemo<OwnControls>(
    () => ({ ...choices, microphone: call.microphone, camera: call.camera }),
    [choices, call],
  );
  useEffect(() => {
    if (held) void call.startMedia();
  }, [held, call]);
  useEffect(() => {
    // A consultation under way needs no broker: it is not broken off because the working day is over.
    if (snapshot.connection.state === 'expired' && !held) onExpired(failure('SESSION_EXPIRED'));
  }, [snapshot.connection.state, held, onExpired]);

  const release = () => desk.release();
  const question = releasing ? (
    <QuestionDialog
      title={t('release.title')}
      lead={t('release.lead')}
      yes={t('release.confirm')}
      onYes={release}
      onClose={() => setReleasing(false)}
    />
  ) : null;

  if (!held) {
    return (
      <Shell session={session}>
        {rail()}
        <QueuePage
          desk={snapshot}
          onClaim={(entry) => void desk.claim(placeOf(entry))}
          onDismiss={desk.dismiss}
        >
          <OwnDevicesCard
            known={known}
            call={live.call}
            controls={controls}
            own={own}
            listening={instruments.listening}
          />
        </QueuePage>
      </Shell>
    );
  }
  if (live.projection === undefined) {
    return (
      <Shell session={session}>
        {rail()}
        <JoiningPage
          physician={session.physician}
          call={live.call}
          failure={live.failure}
          telephone={telephone}
          onRelease={release}
        />
      </Shell>
    );
  }
  return (
    <>
      <ConsultationPage
        visit={live.projection}
        physician={session.physician}
        state={state}
        actions={consultation}
        call={live.call}
        failure={live.failure}
        onDismiss={call.dismissFailure}
        gatewayReady={snapshot.connection.state === 'connected'}
        feedback={live.feedback}
        agreement={live.agreement}
        waveDelayMs={live.waveDelayMs}
        skewMs={live.skewMs}
        controls={controls}
        instruments={instruments}
        company={call.company}
        onRelease={release}
        rail={rail({ onRelease: () => setReleasing(true), onDevices: () => setChoosing(true) })}
      />
      {question}
      {choosing ? (
        <DevicesDialog
          own={own}
          media={live.call.media}
          listening={instruments.listening}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  );
};
