import '#renderer/apps/physician/styles/physician.css';
import { useEffect, useMemo, useState } from 'react';
import type { Failure } from '#core/contract/error-codes.ts';
import type { GatewayConfig } from '#core/contract/signalling.ts';
import { ok } from '#core/result.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { NO_CONSULTATION } from '#renderer/apps/physician/consultation.ts';
import { ConsultationPage } from '#renderer/apps/physician/consultation-page.tsx';
import { DevicesDialog } from '#renderer/apps/physician/own-devices/devices-dialog.tsx';
import { OwnDevicesCard } from '#renderer/apps/physician/own-devices/own-devices-card.tsx';
import { QueuePage } from '#renderer/apps/physician/queue-page.tsx';
import { Rail } from '#renderer/apps/physician/rail.tsx';
import { SignInPage } from '#renderer/apps/physician/sign-in-page.tsx';
import { IDLE_CALL } from '#renderer/call/call-snapshot.ts';
import { boardOf, playedCompany } from '#renderer/call/played/played-company.ts';
import { playedPicture, playedStill } from '#renderer/call/played/played-picture.ts';
import type { Agreement } from '#renderer/call/visit-receiver.ts';
import { Mark } from '#renderer/ui/mark.tsx';
import { SimulationBanner } from '#renderer/ui/simulation-banner.tsx';
import { fakeWave } from './fake-wave.ts';
import { QUEUE } from './physician-queue.ts';
import { PHYSICIAN_SCENES, type PhysicianScene } from './physician-scenes.ts';
import { playedInstruments } from './played-instruments.ts';
import { playedOwnDevices } from './played-own-devices.ts';
import { PHYSICIAN } from './sample-visit.ts';

const nothing = () => undefined;
/** The same functions at every drawing, or the pictures begin anew with each. */
const ATTACH = { own: playedPicture('physician'), remote: playedPicture('patient'), none: () => nothing };
const rail = (
  <Rail
    night={false}
    onNight={nothing}
    onHelp={nothing}
    onDevices={nothing}
    onRelease={nothing}
    onSignOut={nothing}
  />
);

const agreedOn = ({ readings }: PhysicianProjection): Agreement => ({
  same: new Set(readings.map(({ id }) => id)),
  withheld: new Set(),
});

const Consultation = ({ scene }: { readonly scene: PhysicianScene }) => {
  const [text, setText] = useState(scene.notes ?? '');
  const [frames, setFrames] = useState(0);
  const company = useMemo(
    () =>
      playedCompany(scene.board ?? (scene.call.state === 'connected' ? boardOf('patient', 'physician') : [])),
    [scene],
  );
  const instruments = useMemo(() => playedInstruments(scene.visit), [scene]);
  useEffect(() => {
    const timer = setInterval(() => setFrames((before) => before + 5), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <ConsultationPage
      visit={scene.visit}
      physician={PHYSICIAN}
      state={{ ...NO_CONSULTATION, notes: { text, status: { status: 'saved' } }, ...scene.state }}
      actions={{
        request: nothing,
        choosePathway: nothing,
        privacy: () => undefined,
        answerLine: nothing,
        noteEmergencyCall: nothing,
        requestExam: nothing,
        takeItem: nothing,
        examine: nothing,
        tickExclusion: nothing,
        editNotes: setText,
        write: () => Promise.resolve(true),
        close: () => Promise.resolve(ok(null)),
        sendPaper: nothing,
        takeBackPaper: nothing,
        inviteGuest: nothing,
        endGuest: nothing,
        dismissRefusal: nothing,
      }}
      call={{ ...scene.call, instruments: { ...scene.call.instruments, examFrames: frames } }}
      failure={undefined}
      onDismiss={() => undefined}
      gatewayReady={scene.gatewayReady ?? true}
      feedback={scene.feedback ?? []}
      waveDelayMs={scene.feedback === undefined ? undefined : 400}
      agreement={scene.agreement ?? agreedOn(scene.visit)}
      skewMs={0}
      controls={{
        attachLocal: scene.call.media.sends.picture ? ATTACH.own : ATTACH.none,
        attachRemote: ATTACH.remote,
        startMedia: nothing,
        stopMedia: nothing,
        turnMedia: nothing,
        chooseRung: nothing,
        wave: scene.feedback === undefined ? () => nothing : fakeWave,
      }}
      instruments={instruments}
      company={company}
      onRelease={nothing}
      rail={rail}
    />
  );
};

const SIGN_IN: Readonly<Record<string, { signIn: GatewayConfig['signIn']; failure: Failure | undefined }>> = {
  'sign-in': { signIn: 'demonstration', failure: undefined },
  'sign-in-real': { signIn: 'pro-sante-connect', failure: undefined },
  'sign-in-none': { signIn: 'none', failure: undefined },
  cancelled: { signIn: 'pro-sante-connect', failure: { code: 'SIGN_IN_CANCELLED' } },
  'not-physician': { signIn: 'pro-sante-connect', failure: { code: 'SIGN_IN_NOT_PHYSICIAN' } },
};

/** A line that bears no moving pictures shows single ones. */
const withStill = async (name: string, scene: PhysicianScene): Promise<PhysicianScene> => {
  if (name !== 'stills') return scene;
  const bytes = await playedStill('patient');
  const takenAt = '2026-03-02T09:52:31.000+01:00';
  return {
    ...scene,
    call: { ...scene.call, picture: { bytes, type: 'image/jpeg', takenAt, receivedMs: 0 } },
  };
};

const page = async (name: string) => {
  const scenes: Record<string, PhysicianScene> = PHYSICIAN_SCENES;
  const signIn = SIGN_IN[name];
  if (signIn !== undefined) return <SignInPage config={signIn} failure={signIn.failure} />;
  const queue = QUEUE[name];
  if (queue !== undefined) {
    return (
      <>
        <header className="hd">
          <Mark />
        </header>
        <main className="pg plain">
          {rail}
          <QueuePage desk={queue} onClaim={nothing} onDismiss={nothing}>
            <OwnDevicesCard
              known={{ line: { roundTripMs: 62, downBps: 940_000, upBps: 610_000 }, lastCall: undefined }}
              call={IDLE_CALL}
              controls={{
                attachLocal: () => nothing,
                startMedia: nothing,
                stopMedia: nothing,
              }}
              own={playedOwnDevices}
              listening={playedInstruments(PHYSICIAN_SCENES.call.visit).listening}
            />
          </QueuePage>
        </main>
      </>
    );
  }
  const consultation = <Consultation scene={await withStill(name, scenes[name] ?? PHYSICIAN_SCENES.call)} />;
  if (name !== 'own-devices') return consultation;
  return (
    <>
      {consultation}
      <DevicesDialog
        own={playedOwnDevices}
        media={PHYSICIAN_SCENES.call.call.media}
        listening={playedInstruments(PHYSICIAN_SCENES.call.visit).listening}
        onClose={nothing}
      />
    </>
  );
};

/** The physician's page in the named state. */
export const previewPhysician = async (name: string) => (
  <div className="ph">
    <SimulationBanner />
    {await page(name)}
  </div>
);
