import { expect } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { type EchoVerdict, judgeEchoes } from '#core/call/echo.ts';
import type { CallLevels } from '#core/call/ledger.ts';
import type { PhysicianCommand } from '#core/contract/consultation.ts';
import type { CallEvent, Numbered } from '#core/contract/ipc.ts';
import type { LiveMessage } from '#core/contract/live.ts';
import type { PaperDelivery } from '#core/contract/printing.ts';
import type { Attempt } from '#core/contract/signalling.ts';
import { ok } from '#core/result.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { Reading } from '#core/vitals/reading.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import type { ClaimState } from '#gateway/client/claim.ts';
import type { DeskSnapshot, PhysicianDesk } from '#gateway/client/physician-desk.ts';
import { createCabinCall } from '#renderer/call/cabin-call.ts';
import { createFakeMedia } from '#renderer/call/fake-media.ts';
import { createFakeNetwork } from '#renderer/call/fake-network.ts';
import { createPhysicianCall } from '#renderer/call/physician-call.ts';
import { PRE_BRIEF } from './pre-brief.ts';
import { TRUSTING_PROVER } from './trusting-prover.ts';

export const HELD: Extract<ClaimState, { state: 'held' }> = {
  state: 'held',
  place: { siteId: 's', cabinId: 'c', ticketId: 't' },
  line: undefined,
};

/** Both sides of a call over a fake network, with the main process and the broker played by hand. */
export const openTwoSides = () => {
  const clock = createFakeClock();
  const network = createFakeNetwork(clock);
  const cabinMedia = createFakeMedia();
  const physicianMedia = createFakeMedia();
  const commands: PhysicianCommand[] = [];
  let generation = 0;
  const desk = createStore<DeskSnapshot>(() => ({
    connection: { state: 'connected' },
    queue: [],
    claim: { state: 'none' },
  }));
  /** The readings of the visit as the main process holds them. */
  let record: Reading[] = [];
  const verdicts: EchoVerdict[] = [];
  /** Papers that the cabin's window handed over. */
  const papers: PaperDelivery[] = [];
  const incidents: string[] = [];
  /** The same with the end of the call at which each was found. */
  const found: string[] = [];
  /** What the cabin's window said of attempts that it did not take. */
  const cabinRefusals: string[] = [];
  const callLevels: CallLevels[] = [];
  let toCabin = (_event: CallEvent): void => {};
  let showProjection = (_update: Numbered<PhysicianProjection> | undefined): void => {};
  let live = (_message: LiveMessage): void => {};
  const openAttempt = (): void => {
    generation += 1;
    const attempt: Attempt = { attemptId: `attempt-${generation}`, generation };
    toCabin({ type: 'open', attempt, iceServers: [] });
  };
  let ids = 0;
  let commandIds = 0;
  let tellFault: Parameters<PhysicianDesk['call']['onFault']>[0] = () => {};
  let fromMain: Parameters<PhysicianDesk['call']['onMessage']>[0] = () => {};
  const cabin = createCabinCall({
    bridge: {
      callAlive: () => {},
      callLevels: (levels) => callLevels.push(levels),
      callQuality: () => {},
      onQuality: () => () => {},
      report: ({ code, end }) => {
        incidents.push(code);
        found.push(`${code} at ${end ?? 'cabin'}`);
      },
      deliverPaper: async (delivery) => {
        papers.push(delivery);
        return ok(null);
      },
      echoReadings: async (echoes) => {
        const verdict = judgeEchoes(record, echoes);
        verdicts.push(verdict);
        return ok(verdict);
      },
      openSide: () => {},
      sendSide: () => {},
      onSide: () => () => {},
      reportPresence: () => {},
      onPresence: () => () => {},
      openCall: () => {},
      sendSignal: ({ attempt, signal }) => fromMain({ type: 'signal', ticketId: 't', attempt, signal }),
      refuseAttempt: ({ attempt, code }) => {
        cabinRefusals.push(code);
        fromMain({ type: 'signal-refused', ticketId: 't', attempt, code });
      },
      physicianCommand: async (command) => {
        commands.push(command);
        return ok(null);
      },
      onCallEvent: (listener) => {
        toCabin = listener;
        return () => {};
      },
      onPhysicianProjection: (listener) => {
        showProjection = listener;
        return () => {};
      },
    },
    names: () => ({ physicianName: 'Dr Karim Benali', assistantName: 'Awa Diallo' }),
    onLive: (listener) => {
      live = listener;
      return () => {};
    },
    createPeer: network.createPeer,
    getUserMedia: cabinMedia.getUserMedia,
    devices: cabinMedia.devices,
    openPictureTaker: cabinMedia.openPictureTaker,
    clock,
    newId: () => {
      ids += 1;
      return `stream-${ids}`;
    },
  });
  const callChannel: PhysicianDesk['call'] = {
    sendReady: () => {
      openAttempt();
      return true;
    },
    sendSignal: (attempt, signal) => {
      toCabin({ type: 'signal', attempt, signal });
      return true;
    },
    sendRestart: (attempt) => {
      toCabin({ type: 'restart', attempt });
      return true;
    },
    probe: () => {},
    sendRefused: (attempt, code) => {
      toCabin({ type: 'refused', attempt, code });
      return true;
    },
    onMessage: (listener) => {
      fromMain = listener;
      return () => {};
    },
    onFault: (listener) => {
      tellFault = listener;
      return () => {};
    },
  };
  const physician = createPhysicianCall({
    desk: {
      store: desk,
      call: callChannel,
      claim: async () => ok(null),
      release: () => {},
      dismiss: () => {},
      networkChanged: () => {},
      close: async () => {},
    },
    ice: { servers: () => [], onChange: () => () => {}, renew: () => {} },
    createPeer: network.createPeer,
    prover: TRUSTING_PROVER,
    getUserMedia: physicianMedia.getUserMedia,
    devices: physicianMedia.devices,
    openPictureTaker: physicianMedia.openPictureTaker,
    clock,
    newId: () => {
      commandIds += 1;
      return `command-${commandIds}`;
    },
  });
  const show = (change: Partial<PhysicianProjection> = {}): void => {
    record = [...(change.readings ?? record)];
    showProjection({ sequence: 1, projection: { ...PRE_BRIEF, readings: record, ...change } });
  };
  /** Changes what arrives at the physician's page from now on. */
  const onTheWay = (change: (message: string) => string): void => {
    const events = network.peer(false)?.events;
    if (events === undefined) return;
    const deliver = events.onConsultation;
    Object.assign(events, { onConsultation: (text: string) => deliver(change(text)) });
  };
  const fromCabinPage = (message: object): void =>
    network.peer(false)?.events.onConsultation(JSON.stringify(message));
  const fromPhysicianPage = (message: object): void =>
    network.peer(true)?.events.onConsultation(JSON.stringify(message));
  const join = async (): Promise<void> => {
    show();
    desk.setState({ claim: HELD });
    await clock.advance(1_000);
    expect(physician.store.getState().call.state).toBe('connected');
  };
  return {
    clock,
    network,
    cabin,
    physician,
    cabinMedia,
    physicianMedia,
    desk,
    commands,
    papers,
    verdicts,
    incidents,
    found,
    cabinRefusals,
    callLevels,
    openAttempt,
    show,
    onTheWay,
    fromCabinPage,
    fromPhysicianPage,
    join,
    toCabin: (event: CallEvent) => toCabin(event),
    /** A letter of the cabin could not be taken by the physician's desk. */
    dropLetter: (code: Parameters<typeof tellFault>[0]) => tellFault(code),
    live: (message: LiveMessage) => live(message),
  };
};
export type TwoSides = ReturnType<typeof openTwoSides>;
