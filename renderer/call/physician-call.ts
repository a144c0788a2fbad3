import { createStore } from 'zustand/vanilla';
import { fromOtherEnd, overBoth } from '#core/call/line-test.ts';
import {
  type CabinToPhysician,
  cabinToPhysicianSchema,
  LONGEST_MESSAGE,
  type VisitMessage,
} from '#core/contract/consultation.ts';
import { failure } from '#core/contract/error-codes.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { fail, ok } from '#core/result.ts';
import { NO_COMPANY, openGuest } from '#core/visit/company/company.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { Place } from '#gateway/client/claim.ts';
import { createSignalGuard } from '#gateway/client/trust/signal-guard.ts';
import { createBulk } from './bulk/bulk.ts';
import type { ReceivedItem } from './bulk/bulk-receiver.ts';
import { sha256 } from './bulk/sha256.ts';
import { createCallSession } from './call-session.ts';
import { IDLE_CALL } from './call-snapshot.ts';
import { createCommandOutbox } from './command-outbox.ts';
import { createPhysicianCompany } from './company/physician-company.ts';
import { createInputFaults } from './input-faults.ts';
import { createLiveReceiver } from './live-receiver.ts';
import { maySendMedia } from './may-send-media.ts';
import type { PhysicianCall, PhysicianCallOptions, PhysicianCallSnapshot } from './physician-call-types.ts';
import { createLinePictureSender } from './stills/line-picture-sender.ts';
import { shownPicture } from './stills/shown-picture.ts';
import { createVisitReceiver, NO_AGREEMENT } from './visit-receiver.ts';
import { createWavePlayout } from './wave-playout.ts';

type Welcome = Extract<CabinToPhysician, { readonly type: 'welcome' }>;

/** How often the ages of live values are looked at, in milliseconds. */
const AGE_TICK_MS = 250;

/** Opens the physician's side; see `PhysicianCall`. */
export const createPhysicianCall = (options: PhysicianCallOptions): PhysicianCall => {
  const { desk, clock } = options;
  const store = createStore<PhysicianCallSnapshot>(() => ({
    call: IDLE_CALL,
    projection: undefined,
    agreement: NO_AGREEMENT,
    feedback: [],
    waveDelayMs: undefined,
    skewMs: 0,
    unanswered: 0,
    failure: undefined,
  }));
  const live = createLiveReceiver(clock);
  const waves = createWavePlayout(clock);
  live.onWave(waves.push);
  /** Of the present channel: what a cabin of another version says would be misread. */
  let sameVersion = false;
  let guarded: Place | undefined;
  /** The physician had closed camera and microphone before the pause: its end does not open them. */
  let closedBefore = false;
  let cancelAging = (): void => {};
  const isOld = (): boolean => store.getState().failure?.code === 'PROTOCOL_VERSION';
  const faults = createInputFaults(clock, (fault) => {
    if (!isOld()) store.setState({ failure: fault && failure(fault) });
  });

  const session = createCallSession({
    role: 'physician',
    line: () => {
      const own = options.line?.();
      const { claim } = desk.store.getState();
      const cabins = claim.state === 'held' ? claim.line : undefined;
      return own && cabins ? overBoth(own, cabins) : (own ?? (cabins && fromOtherEnd(cabins)));
    },
    createPeer: options.createPeer,
    getUserMedia: options.getUserMedia,
    devices: options.devices,
    sink: options.sink,
    clock,
    sendSignal: (attempt, signal) => guard.outgoing(attempt, signal),
    askRestart: (attempt) => desk.call.sendRestart(attempt),
    askAttempt: () => desk.call.sendReady(options.line?.()),
    onRelayRefused: () => options.ice.renew(),
    onDistrusted: (attempt, code) => void desk.call.sendRefused(attempt, code),
    probe: () => desk.call.probe(),
    onAttempt: () => {
      sameVersion = false;
      bulk.reset();
    },
    onChannels: () => {
      resend();
      bulk.open();
    },
    onConsultation: (text) => receive(text),
    onLive: (text) => live.receive(text),
    onBulk: (bytes) => bulk.receive(bytes),
    // What a cabin of another version says is its own affair, and nothing is known of it before it has said its version.
    onUnread: (fault) => {
      if (sameVersion) faults.meet(fault);
    },
    onBulkReady: () => bulk.ready(),
    pictures: createLinePictureSender({
      clock,
      newId: options.newId,
      openTaker: options.openPictureTaker,
      bulk: () => bulk,
    }),
  });
  const guard = createSignalGuard({
    call: 'patient-physician',
    role: 'physician',
    offers: false,
    prover: options.prover,
    send: (attempt, signal, proof) => void desk.call.sendSignal(attempt, signal, proof),
    deliver: (attempt, signal) => {
      if (signal.type === 'offer') session.open(attempt, options.ice.servers());
      session.signal(attempt, signal);
    },
    refused: (attempt, { code, detail }) => {
      session.distrust(attempt, failure(code, detail));
      desk.call.sendRefused(attempt, code);
    },
  });
  const company = createPhysicianCompany({
    createPeer: options.createPeer,
    ice: options.ice,
    prover: options.prover,
    clock,
    sink: options.sink,
    main: session,
    send: (message) => {
      if (sameVersion) send(message);
    },
    onUnread: faults.meet,
  });
  const itemListeners = new Set<(received: ReceivedItem) => void>();
  const bulk = createBulk({
    send: session.sendBulk,
    sha256,
    onItem: (received) => {
      const picture = shownPicture(received, clock.monotonic());
      if (picture) return session.showPicture(picture);
      for (const listener of itemListeners) listener(received);
    },
  });
  const send = (message: object): boolean => session.sendConsultation(JSON.stringify(message));
  const outbox = createCommandOutbox(options.newId, send, () =>
    store.setState({ unanswered: outbox.pending() }),
  );

  const guardCompany = (): void => {
    const guest = openGuest(present()?.company ?? NO_COMPANY);
    company.follow(guarded, guest?.state.state === 'present' ? guest.guestId : undefined);
  };
  /** Once the cabin has said its version and our side of the channel is open, whichever comes last. */
  const resend = (): void => {
    if (sameVersion && session.store.getState().state === 'connected') outbox.resend();
  };
  const present = (): PhysicianProjection | undefined => store.getState().projection;

  const showProjection = (projection: PhysicianProjection): PhysicianProjection => {
    // Before the screen is drawn anew, which takes longer than a picture to begin.
    const might = maySendMedia(present());
    if (maySendMedia(projection) && !might) {
      if (!closedBefore) void session.sendMedia();
      closedBefore = false;
    } else if (might && projection.paused) {
      closedBefore = session.store.getState().media.local === 'off';
      session.stopMedia();
    } else if (projection.stage === 'goodbye') session.stopMedia();
    store.setState({ projection });
    guardCompany();
    return store.getState().projection ?? projection;
  };
  const visit = createVisitReceiver({
    send,
    render: showProjection,
    onAgreement: (agreement) => store.setState({ agreement }),
  });
  const takeVisit = (message: VisitMessage): void => {
    if (visit.receive(message) === 'unreadable') faults.meet('INVALID_MESSAGE');
  };

  const welcome = ({ protocolVersion, sentAt, stream, fromStart }: Welcome): void => {
    sameVersion = protocolVersion === PROTOCOL_VERSION;
    faults.forget();
    const skewMs = Date.parse(sentAt) - Date.parse(clock.now());
    store.setState({ skewMs, failure: sameVersion ? undefined : failure('PROTOCOL_VERSION') });
    if (sameVersion) {
      visit.welcome(stream, fromStart);
      company.opened();
    }
    resend();
  };

  const receive = (text: string): void => {
    if (text.length > LONGEST_MESSAGE) {
      faults.meet('MESSAGE_TOO_LONG');
      return;
    }
    const message = parse(text);
    if (message?.type === 'welcome') {
      welcome(message);
      return;
    }
    if (!sameVersion) return;
    switch (message?.type) {
      case undefined:
        faults.meet('INVALID_MESSAGE');
        break;
      case 'reading':
      case 'visit':
        takeVisit(message);
        break;
      case 'side':
        company.receive(message.message);
        break;
      case 'presence':
        company.board(message.board);
        break;
      case 'verdict':
        visit.judge(message.verdict);
        break;
      case 'command-accepted':
        outbox.settle(message.commandId, ok(null));
        break;
      case 'command-refused':
        outbox.settle(message.commandId, fail(message.failure));
        break;
      case 'ended':
        forget();
    }
  };

  /** Nothing of the visit stays in the page. */
  const forget = (): void => {
    closedBefore = false;
    company.hangUp();
    session.hangUp();
    outbox.close();
    live.clear();
    waves.clear();
    visit.forget();
    bulk.clear();
    faults.forget();
    store.setState({ projection: undefined, feedback: [], failure: undefined });
    guardCompany();
  };

  const age = (): void => {
    cancelAging = clock.after(AGE_TICK_MS, age);
    const feedback = live.feedback();
    const waveDelayMs = waves.delayMs();
    if (waveDelayMs !== store.getState().waveDelayMs) store.setState({ waveDelayMs });
    if (feedback.length > 0 || store.getState().feedback.length > 0) store.setState({ feedback });
  };
  cancelAging = clock.after(AGE_TICK_MS, age);

  const guardClaim = (place: Place | undefined): void => {
    if (place?.ticketId === guarded?.ticketId) return;
    guarded = place;
    guardCompany();
    const other = place && { role: 'cabin' as const, siteId: place.siteId, cabinId: place.cabinId };
    guard.guard(place && other && { occasion: place.ticketId, other });
  };
  const followDesk = ({ claim, connection }: ReturnType<typeof desk.store.getState>): void => {
    session.signalling(connection.state === 'connected');
    guardClaim(claim.state === 'held' ? claim.place : undefined);
    if (claim.state === 'held') session.expect();
    else if (claim.state !== 'asking' && session.store.getState().state !== 'idle') forget();
  };
  const stopFollowing = [
    desk.store.subscribe(followDesk),
    desk.call.onMessage((message) => {
      if (message.type === 'signal') guard.incoming(message.attempt, message.signal, message.proof);
      else if (session.store.getState().attempt?.attemptId === message.attempt.attemptId)
        session.distrust(message.attempt, failure(message.code, 'told by the cabin'));
    }),
    desk.call.onFault((code) => {
      // What is wrong with the call itself is said first.
      if (store.getState().failure !== undefined) return;
      if (code === 'PROTOCOL_VERSION') store.setState({ failure: failure(code) });
      else faults.meet(code);
    }),
    options.ice.onChange((servers) => {
      session.setIceServers(servers);
      company.setIceServers(servers);
    }),
    session.store.subscribe((call) => {
      store.setState({ call });
      company.mainChanged();
    }),
  ];
  followDesk(desk.store.getState());

  const startMedia = (): Promise<void> => {
    const visit = present();
    if (maySendMedia(visit)) return session.sendMedia();
    return visit?.cardAcknowledged === true ? Promise.resolve() : session.openLocalMedia();
  };

  return {
    store,
    company,
    command: outbox.command,
    bulk,
    onItem: (listener) => {
      itemListeners.add(listener);
      return () => itemListeners.delete(listener);
    },
    onRemoteStreams: session.onRemoteStreams,
    onWave: waves.onWave,
    openLocalMedia: session.openLocalMedia,
    startMedia,
    stopMedia: session.stopMedia,
    turnMedia: async (kind, on) => {
      await session.turnMedia(kind, on);
      if (on) await startMedia();
    },
    chooseRung: session.chooseRung,
    dismissFailure: () => {
      if (!isOld()) store.setState({ failure: undefined });
    },
    networkChanged: () => {
      session.networkChanged();
      company.networkChanged();
    },
    attachLocal: session.attachLocal,
    microphone: session.microphone,
    camera: session.camera,
    changeDevice: session.changeDevice,
    attachRemote: session.attachRemote,
    close: () => {
      for (const stop of stopFollowing) stop();
      cancelAging();
      outbox.close();
      live.clear();
      waves.clear();
      visit.forget();
      bulk.clear();
      faults.forget();
      company.close();
      session.close();
      store.setState({
        call: session.store.getState(),
        projection: undefined,
        feedback: [],
        failure: undefined,
      });
    },
  };
};

const parse = (text: string) => {
  try {
    return cabinToPhysicianSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
