import type { StoreApi } from 'zustand/vanilla';
import type { ReadingEchoes } from '#core/call/echo.ts';
import type { LineMeasure } from '#core/call/line-test.ts';
import {
  type CabinToPhysician,
  LONGEST_MESSAGE,
  physicianToCabinSchema,
} from '#core/contract/consultation.ts';
import { type ErrorCode, failure } from '#core/contract/error-codes.ts';
import type { ToGuestChannel } from '#core/contract/guests.ts';
import type { CallEvent, CompanyBridge, PatientBridge } from '#core/contract/ipc.ts';
import type { LiveMessage } from '#core/contract/live.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { assertNever } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { type Bulk, createBulk } from './bulk/bulk.ts';
import { sha256 } from './bulk/sha256.ts';
import { createLevelTeller } from './call-levels.ts';
import type { CreateCallPeer } from './call-peer.ts';
import { createCallReporter } from './call-report.ts';
import { createCallSession } from './call-session.ts';
import type { CallSession } from './call-session-types.ts';
import type { CallMedia, CallSnapshot, Stop } from './call-snapshot.ts';
import { createCommandBook } from './command-book.ts';
import { type CabinCompany, createCabinCompany } from './company/cabin-company.ts';
import { createLiveSender } from './live-sender.ts';
import type { DeviceWatch } from './local-media.ts';
import { maySendMedia } from './may-send-media.ts';
import type { GetUserMedia } from './media.ts';
import type { Loudspeaker } from './own-devices/loudspeaker.ts';
import { createLinePictureSender } from './stills/line-picture-sender.ts';
import type { OpenPictureTaker } from './stills/picture-taker.ts';
import { shownPicture } from './stills/shown-picture.ts';
import { createVisitSender } from './visit-sender.ts';

export interface CabinCallOptions {
  readonly bridge: Pick<
    PatientBridge,
    | 'openCall'
    | 'sendSignal'
    | 'refuseAttempt'
    | 'onCallEvent'
    | 'physicianCommand'
    | 'onPhysicianProjection'
    | 'echoReadings'
    | 'deliverPaper'
    | 'callAlive'
    | 'callLevels'
    | 'callQuality'
    | 'onQuality'
    | 'report'
  > &
    CompanyBridge;
  /** Live messages of the device host, as this window gets them. */
  readonly onLive: (listener: (message: LiveMessage) => void) => Stop;
  /** Whom a guest is with, by name. */
  readonly names: () => Pick<ToGuestChannel, 'physicianName' | 'assistantName'>;
  readonly createPeer: CreateCallPeer;
  readonly getUserMedia: GetUserMedia;
  readonly devices: DeviceWatch;
  readonly loudspeaker?: Loudspeaker;
  readonly openPictureTaker: OpenPictureTaker;
  readonly clock: Clock;
  /** 8 to 64 characters, never the same twice: `crypto.randomUUID`. */
  readonly newId: () => string;
}

/** The cabin's side of the call, in the patient's window; it follows the main process by itself. */
export interface CabinCall extends Omit<CallMedia, 'sendMedia' | 'turnMedia' | 'camera' | 'changeDevice'> {
  readonly store: StoreApi<CallSnapshot>;
  /** Sends stills and clips; nothing of them goes before the patient has acknowledged the card. */
  readonly bulk: Pick<Bulk, 'store' | 'send' | 'withdraw'>;
  /** Sends these instruments until others are set; whoever opened a track stops it. */
  readonly setInstruments: CallSession['setInstruments'];
  /** A guest, while they take part. */
  readonly company: CabinCompany;
  close(): void;
}

/** The last message must leave before its channel closes. Milliseconds. */
const FAREWELL_MS = 250;
/** What the channel did not take is tried again after this. Milliseconds. */
const RETRY_MS = 250;

/** Opens the cabin's side: says that this window can hold a call, and does as it is told. */
export const createCabinCall = (options: CabinCallOptions): CabinCall => {
  const { bridge, clock } = options;
  let projection: PhysicianProjection | undefined;
  /** Of the visit whose stills and clips are held; another one's are never sent. */
  let epoch: number | undefined;
  let channelsOpen = false;
  /** Of the present channel. */
  let bulkOpen = false;
  let cancelRetry: Stop = () => {};
  let cancelFarewell: Stop | undefined;
  let reported = false;
  let line: LineMeasure | undefined;
  const reportedCodes = new Set<ErrorCode>();

  const session = createCallSession({
    role: 'cabin',
    line: () => line,
    createPeer: options.createPeer,
    getUserMedia: options.getUserMedia,
    devices: options.devices,
    loudspeaker: options.loudspeaker,
    clock,
    sendSignal: (attempt, signal) => bridge.sendSignal({ attempt, signal }),
    askRestart: () => {},
    askAttempt: () => bridge.openCall(),
    onRelayRefused: (detail) => note('RELAY_REFUSED', detail),
    onDistrusted: (attempt, code) => {
      bridge.refuseAttempt({ attempt, code });
      note(code);
    },
    // The main process hears that the call does not live any more, and probes the broker itself.
    probe: () => {},
    onAttempt: () => {
      channelsOpen = false;
      visit.closed();
      bulkOpen = false;
      bulk.reset();
    },
    onChannels: () => {
      channelsOpen = true;
      reportedCodes.clear();
      live.reset();
      welcome(visit.opened());
      flush();
      openBulk();
      company.physicianOpened();
    },
    onConsultation: (text) => void receive(text),
    // The physician's page has no instruments.
    onLive: () => 'INVALID_MESSAGE',
    onBulk: (bytes) => bulk.receive(bytes),
    onUnread: (fault) => note(fault),
    onBulkReady: () => {
      if (bulkOpen) bulk.ready();
    },
    pictures: createLinePictureSender({
      clock,
      newId: options.newId,
      openTaker: options.openPictureTaker,
      bulk: () => bulk,
    }),
  });
  const bulk = createBulk({
    send: session.sendBulk,
    sha256,
    onItem: (received) => {
      // Held by the main process alone: whether it is one that the visit waits for is decided there.
      if (received.item.about.kind === 'paper')
        return void bridge.deliverPaper({ paperId: received.item.itemId, bytes: received.bytes });
      const picture = shownPicture(received, clock.monotonic());
      if (picture) session.showPicture(picture);
    },
  });
  const company = createCabinCompany({
    bridge,
    createPeer: options.createPeer,
    clock,
    main: session,
    toPhysician: (message) => {
      if (channelsOpen) session.sendConsultation(JSON.stringify(message));
    },
    names: options.names,
    onUnread: (fault) => bridge.report({ code: fault, detail: 'from the guest' }),
  });
  const levels = createLevelTeller(clock, bridge.callLevels);
  const live = createLiveSender(session.sendLive, session.lineIsThin);
  const book = createCommandBook(bridge.physicianCommand);
  const tell = (message: CabinToPhysician): boolean => session.sendConsultation(JSON.stringify(message));

  const welcome = (fromStart: boolean): boolean =>
    tell({
      type: 'welcome',
      protocolVersion: PROTOCOL_VERSION,
      sentAt: clock.now(),
      stream: visit.stream(),
      fromStart,
    });
  const visit = createVisitSender({
    newStreamId: options.newId,
    transmit: tell,
    onRestart: () => void welcome(true),
  });

  const flush = (): void => {
    cancelRetry();
    if (channelsOpen && !visit.flush()) cancelRetry = clock.after(RETRY_MS, flush);
  };

  /** Once per channel and code: a page that goes on saying nonsense fills no record. */
  const note = (code: ErrorCode, detail?: string): void => {
    if (reportedCodes.has(code)) return;
    reportedCodes.add(code);
    bridge.report({ code, ...(detail !== undefined && { detail }) });
  };

  const judge = async (readings: ReadingEchoes): Promise<void> => {
    const judged = await bridge.echoReadings(readings);
    // Refused: no physician holds the visit any more.
    if (!judged.ok) return;
    tell({ type: 'verdict', verdict: judged.value });
    visit.resend(judged.value.differing);
    flush();
  };

  /** A picture of the patient leaves no earlier than the face and the voice. */
  const openBulk = (): void => {
    if (bulkOpen || !channelsOpen || !maySendMedia(projection)) return;
    bulkOpen = true;
    bulk.open();
  };

  const receive = async (text: string): Promise<void> => {
    if (text.length > LONGEST_MESSAGE) return note('MESSAGE_TOO_LONG');
    const message = parse(text);
    switch (message?.type) {
      case undefined:
        note('INVALID_MESSAGE');
        break;
      case 'command': {
        const answer = await book.answer(message.commandId, message.command);
        if (answer.type === 'command-refused' && answer.failure.code === 'MESSAGE_REPLAYED')
          note('MESSAGE_REPLAYED');
        // Should the channel go meanwhile, the command comes again over the next one, and is answered then.
        tell(answer);
        break;
      }
      case 'resume':
        if (visit.resume(message.stream, message.have) === 'lost') note('MESSAGE_OUT_OF_ORDER');
        flush();
        break;
      case 'seen': {
        const outcome = visit.seen(message.stream, message.sequence, message.hash);
        if (outcome === 'differs') note('VISIT_DIFFERS');
        if (outcome === 'unknown') note('MESSAGE_OUT_OF_ORDER');
        flush();
        break;
      }
      case 'side':
        company.fromPhysician(message.message);
        break;
      case 'presence':
        company.physicianReport(message.report);
        break;
      case 'echo':
        await judge(message.readings);
    }
  };

  const showProjection = (next: PhysicianProjection | undefined): void => {
    const might = maySendMedia(projection);
    if (next && epoch !== next.epoch) bulk.clear();
    epoch = next?.epoch ?? epoch;
    projection = next;
    if (next === undefined) visit.forget();
    else visit.show(next);
    flush();
    openBulk();
    if (maySendMedia(next) && !might) void session.sendMedia();
    else if (might && !maySendMedia(next)) session.stopMedia();
  };

  const hangUp = (): void => {
    cancelFarewell?.();
    cancelFarewell = undefined;
    channelsOpen = false;
    visit.closed();
    company.hangUp();
    session.hangUp();
  };

  const take = (event: CallEvent): void => {
    switch (event.type) {
      case 'open':
        if (cancelFarewell) hangUp();
        session.open(event.attempt, event.iceServers);
        break;
      case 'ice-servers':
        session.setIceServers(event.iceServers);
        break;
      case 'signal':
        session.signal(event.attempt, event.signal);
        break;
      case 'refused':
        session.distrust(event.attempt, failure(event.code));
        note(event.code);
        break;
      case 'restart':
        session.restart(event.attempt);
        break;
      case 'signalling':
        session.signalling(event.works);
        break;
      case 'network-changed':
        session.networkChanged();
        break;
      case 'close':
        tell({ type: 'ended' });
        // An acknowledgement is for one physician: the next one's has to come anew before anything is sent.
        projection = undefined;
        visit.forget();
        session.stopMedia();
        cancelFarewell ??= clock.after(FAREWELL_MS, hangUp);
        break;
      default:
        assertNever(event);
    }
  };

  const report = (call: CallSnapshot): void => {
    levels.follow(call);
    company.mainChanged();
    const alive = call.state === 'connected';
    if (alive === reported) return;
    reported = alive;
    bridge.callAlive(alive);
  };

  const stops: readonly Stop[] = [
    session.store.subscribe(report),
    session.store.subscribe(
      createCallReporter({ tell: bridge.callQuality, note: (code, end) => bridge.report({ code, end }) }),
    ),
    bridge.onQuality((board) => {
      line = board.line;
    }),
    bridge.onCallEvent(take),
    bridge.onPhysicianProjection((update) => showProjection(update?.projection)),
    options.onLive((message) => {
      if (session.store.getState().state === 'connected') live.send(message);
    }),
  ];
  bridge.openCall();

  return {
    store: session.store,
    bulk,
    setInstruments: session.setInstruments,
    company,
    openLocalMedia: session.openLocalMedia,
    stopMedia: session.stopMedia,
    attachLocal: session.attachLocal,
    microphone: session.microphone,
    attachRemote: session.attachRemote,
    close: () => {
      for (const stop of stops) stop();
      cancelRetry();
      hangUp();
      bulk.clear();
      levels.close();
      company.close();
      session.close();
    },
  };
};

const parse = (text: string) => {
  try {
    return physicianToCabinSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
