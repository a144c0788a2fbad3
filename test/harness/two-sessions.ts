import { expect } from 'vitest';
import type { Attempt, PeerSignal } from '#core/contract/signalling.ts';
import type { Clock } from '#core/time.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createCallSession } from '#renderer/call/call-session.ts';
import type { CallSession } from '#renderer/call/call-session-types.ts';
import { createFakeMedia, type FakeMedia } from '#renderer/call/fake-media.ts';
import { createFakeNetwork, type FakeNetwork } from '#renderer/call/fake-network.ts';
import type { InputFault } from '#renderer/call/input-faults.ts';

/** The attempt of a generation, as main numbers them. */
export const attempt = (generation: number): Attempt => ({ attemptId: `attempt-${generation}`, generation });

/** Counts the timers that a session leaves behind. */
const countingClock = (clock: Clock) => {
  let active = 0;
  const counted: Clock = {
    ...clock,
    after: (delay, action) => {
      active += 1;
      let over = false;
      const end = (): void => {
        if (!over) active -= 1;
        over = true;
      };
      const cancel = clock.after(delay, () => {
        end();
        action();
      });
      return () => {
        end();
        cancel();
      };
    },
  };
  return { clock: counted, active: () => active };
};

/** A cabin's and a physician's session, joined by signals alone. */
export type TwoSessions = {
  readonly clock: FakeClock;
  readonly network: FakeNetwork;
  readonly cabinMedia: FakeMedia;
  readonly cabin: CallSession;
  readonly physician: CallSession;
  /** How many timers the cabin's session has running. */
  readonly timers: () => number;
  /** What the sessions asked of the world around them, oldest first; emptied by `join`. */
  readonly asked: string[];
  readonly signalling: {
    /** Generation of the newest attempt, as the cabin's main process counts. */
    generation: number;
    /** False: neither signals nor requests arrive. */
    works: boolean;
  };
  /** What main does: a new attempt, told to the cabin's window; the offer tells the physician's page. */
  readonly openAttempt: () => void;
  /** The cabin's state, then the physician's. */
  readonly states: () => readonly [string, string];
  /** Resolves once both are connected. */
  readonly join: () => Promise<void>;
};

/** A fresh pair with its own clock and network; nobody has claimed yet. */
export const openTwoSessions = (): TwoSessions => {
  const clock = createFakeClock();
  const network = createFakeNetwork(clock);
  const cabinMedia = createFakeMedia();
  const counting = countingClock(clock);
  const asked: string[] = [];
  const signalling = { generation: 0, works: true };
  const openAttempt = (): void => {
    signalling.generation += 1;
    cabin.open(attempt(signalling.generation), []);
  };
  const toPhysician = (of: Attempt, signal: PeerSignal): void => {
    if (!signalling.works) return;
    if (signal.type === 'offer') physician.open(of, []);
    physician.signal(of, signal);
  };
  const common = {
    createPeer: network.createPeer,
    probe: () => asked.push('probe'),
    onAttempt: () => {},
    onChannels: () => {},
    onConsultation: () => {},
    onLive: () => undefined,
    onUnread: (fault: InputFault) => asked.push(`unread ${fault}`),
    pictures: { look: () => {}, delivers: () => false, stop: () => {} },
  };
  const cabin: CallSession = createCallSession({
    ...common,
    role: 'cabin',
    clock: counting.clock,
    getUserMedia: cabinMedia.getUserMedia,
    devices: cabinMedia.devices,
    sendSignal: toPhysician,
    askRestart: () => {},
    onRelayRefused: () => asked.push('cabin is refused'),
    askAttempt: () => {
      asked.push('cabin asks for an attempt');
      if (signalling.works) openAttempt();
    },
  });
  const physician: CallSession = createCallSession({
    ...common,
    role: 'physician',
    clock,
    getUserMedia: createFakeMedia().getUserMedia,
    devices: createFakeMedia().devices,
    sendSignal: (of, signal) => {
      if (signalling.works) cabin.signal(of, signal);
    },
    askRestart: (of) => {
      asked.push('physician asks for a restart');
      if (signalling.works) cabin.restart(of);
    },
    askAttempt: () => {
      asked.push('physician asks for an attempt');
      if (signalling.works) openAttempt();
    },
  });
  const states = (): readonly [string, string] => [
    cabin.store.getState().state,
    physician.store.getState().state,
  ];
  const join = async (): Promise<void> => {
    physician.expect();
    await clock.advance(1_000);
    expect(states()).toEqual(['connected', 'connected']);
    asked.length = 0;
  };
  return {
    clock,
    network,
    cabinMedia,
    cabin,
    physician,
    timers: counting.active,
    asked,
    signalling,
    openAttempt,
    states,
    join,
  };
};
