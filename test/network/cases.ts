import type { Milliseconds } from '#core/time.ts';
import type { networkCases } from '#scripts/commands/test-network.mjs';
import type { CallOnLines } from '#test/harness/call-on-lines.ts';
import { playBrokerGone } from '#test/harness/call-trials/broker-trial.ts';
import { type FallSeconds, playFall } from '#test/harness/call-trials/fall-trial.ts';
import type { TrialFigures } from '#test/harness/call-trials/figures.ts';
import { playLine } from '#test/harness/call-trials/line-trial.ts';
import {
  addressChange,
  addressChangeTold,
  outage,
  playMishap,
} from '#test/harness/call-trials/outage-trial.ts';
import { PROFILES, type ProfileName } from '#test/harness/network/profiles.ts';
import type { Gate } from './gates.ts';

/** Something that is played and judged: a line, or what happens to it. */
export interface Case {
  readonly runs: number;
  readonly gates: readonly Gate[];
  /** The longest time that both pictures may take to be back; as the gate has it unless said. */
  readonly backWithinMs?: Milliseconds;
  play(lines: CallOnLines): Promise<TrialFigures>;
}

/** How long and how often things are played. */
interface Extent {
  readonly lineSeconds: number;
  /** Of the lines whose sound is held to a limit. */
  readonly poorLineRuns: number;
  readonly addressChanges: number;
  readonly brokerGoneSeconds: number;
  readonly fall: FallSeconds;
}
const WHOLE: Extent = {
  lineSeconds: 60,
  poorLineRuns: 5,
  addressChanges: 10,
  brokerGoneSeconds: 120,
  fall: { before: 24, thin: 60, after: 96 },
};
const QUICK: Extent = {
  lineSeconds: 15,
  poorLineRuns: 1,
  addressChanges: 1,
  brokerGoneSeconds: 20,
  fall: { before: 10, thin: 30, after: 60 },
};

const LONG_BACK_WITHIN_MS: Milliseconds = 20_000;

export type CaseName = (typeof networkCases)[number];

/** Every case; `runs` takes the place of how often each is played. */
export const casesOf = (options: {
  readonly quick: boolean;
  readonly runs: number | undefined;
}): Readonly<Record<CaseName, Case>> => {
  const { lineSeconds, poorLineRuns, addressChanges, brokerGoneSeconds, fall } = options.quick
    ? QUICK
    : WHOLE;
  const line = (profile: ProfileName, runs: number, gates: readonly Gate[]): Case => ({
    runs: options.runs ?? runs,
    // Over EDGE single pictures may go in place of moving ones from the start: sound and measures come first.
    gates: ['joined', ...(profile === 'edge' ? [] : ['media' as const]), 'readings', 'wave', ...gates],
    play: (lines) =>
      playLine(lines, PROFILES[profile], { seconds: lineSeconds, relay: profile === 'udp-blocked' }),
  });
  /** With the stethoscope switched in: what the line does not carry beside measures and voice is held back, and never played spoilt. */
  const listening = (profile: ProfileName, heart: Gate): Case => ({
    runs: options.runs ?? poorLineRuns,
    gates: ['joined', 'readings', 'prompt', 'wave', 'sound', heart],
    play: (lines) => playLine(lines, PROFILES[profile], { seconds: lineSeconds, listening: true }),
  });
  const mishap = (play: Case['play'], runs: number): Case => ({
    runs: options.runs ?? runs,
    gates: ['joined', 'readings', 'back'],
    play,
  });
  const cut = (seconds: number): Case => mishap((lines) => playMishap(lines, outage(seconds)), 1);
  /** Signalling is lost too, and is looked for every 8 s at most. */
  const longCut = (seconds: number): Case => ({ ...cut(seconds), backWithinMs: LONG_BACK_WITHIN_MS });
  const broker = (seconds: number): Case => ({
    runs: options.runs ?? 1,
    gates: ['joined', 'readings', 'went-on'],
    play: (lines) => playBrokerGone(lines, seconds),
  });
  return {
    lan: line('lan', 1, []),
    adsl: line('adsl', 1, []),
    '4g': line('4g', 1, []),
    '3g': line('3g', poorLineRuns, ['sound']),
    satellite: line('satellite', poorLineRuns, ['sound']),
    edge: line('edge', poorLineRuns, ['sound']),
    '3g-listening': listening('3g', 'heart-live'),
    'satellite-listening': listening('satellite', 'heart-live'),
    'edge-listening': listening('edge', 'heart-held'),
    fall: {
      runs: options.runs ?? 1,
      gates: ['joined', 'readings', 'fall'],
      play: (lines) => playFall(lines, fall),
    },
    'udp-blocked': line('udp-blocked', 1, []),
    'outage-3': cut(3),
    'outage-8': cut(8),
    'outage-25': longCut(25),
    'outage-60': longCut(60),
    'address-change': mishap((lines) => playMishap(lines, addressChange), addressChanges),
    'address-change-told': mishap((lines) => playMishap(lines, addressChangeTold), addressChanges),
    'broker-restart': broker(0),
    'broker-gone': broker(brokerGoneSeconds),
  };
};
