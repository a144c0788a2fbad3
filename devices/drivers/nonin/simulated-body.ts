import type { Milliseconds } from '#core/time.ts';
import type { Finger } from '../../kit/oximetry/simulated-finger.ts';
import type { SimulatedPatient } from '../../kit/simulator.ts';
import { MISSING } from './packet.ts';
import { STATUS_BITS } from './status.ts';

/** Two numbers as they are sent; the missing ones in place of what cannot be computed. */
export interface Numbers {
  readonly pulseRate: number;
  readonly oxygenSaturation: number;
}

/** What the device measures on the finger in its sensor. Times are of its stream. */
export interface SimulatedBody {
  move(finger: Finger, at: Milliseconds): void;
  shake(on: boolean): void;
  /** STATUS without SYNC, for the frame that covers this time. */
  status(from: Milliseconds, to: Milliseconds): number;
  /** Pulse wave, 0 to 1. */
  pleth(at: Milliseconds): number;
  recording(at: Milliseconds): Numbers;
  display(at: Milliseconds): Numbers;
  /** Whether the numbers are measured now: neither missing nor held. */
  isMeasuring(at: Milliseconds): boolean;
}

/** How long a device looks for the pulse after the finger goes in. */
const SEARCHING_MS: Milliseconds = 1_500;
/** Displayed numbers are renewed this often, and held so long after the finger has left (6470-000-01). */
const DISPLAY_MS = { renewal: 1_500, hold: 10_000 } as const;
/** A pulse is told for so many frames. */
const PULSE_FRAMES = 12;
/** Below these perfusion indexes, in %, the pulse light is red or yellow. */
const PERFUSION = { red: 0.3, yellow: 0.8 } as const;
/** A flat wave, and the height of a weak one. */
const WAVE = { flat: 0.5, weak: 0.15 } as const;

const NO_NUMBERS: Numbers = MISSING;

/** A patient who has the finger in the sensor from `arrival` on. */
export const createSimulatedBody = (patient: SimulatedPatient, arrival: Milliseconds): SimulatedBody => {
  let finger: Finger = 'in';
  let since = arrival;
  let shaking = false;
  let pulseFrames = 0;
  let held: { numbers: Numbers; at: Milliseconds } | undefined;

  const isOff = (at: Milliseconds): boolean => finger === 'out' || at < since;
  const isSearching = (at: Milliseconds): boolean => finger === 'searching' || at < since + SEARCHING_MS;
  const isMeasuring = (at: Milliseconds): boolean => !isOff(at) && !isSearching(at);

  const numbersAt = (at: Milliseconds): Numbers => ({
    pulseRate: patient.pulseRate(at),
    oxygenSaturation: patient.oxygenSaturation(at),
  });

  const light = (at: Milliseconds): number => {
    if (finger === 'weak' || patient.perfusionIndex(at) < PERFUSION.red) return STATUS_BITS.red;
    return patient.perfusionIndex(at) < PERFUSION.yellow
      ? STATUS_BITS.red | STATUS_BITS.green
      : STATUS_BITS.green;
  };

  return {
    isMeasuring,
    move: (state, at) => {
      finger = state;
      since = at;
    },
    shake: (on) => {
      shaking = on;
    },
    status: (from, to) => {
      if (isOff(to)) return STATUS_BITS.always | STATUS_BITS.sensorAlarm;
      if (isSearching(to)) return STATUS_BITS.always | STATUS_BITS.outOfTrack;
      if (patient.beatBetween(from, to)) pulseFrames = PULSE_FRAMES;
      if (pulseFrames === 0) return STATUS_BITS.always;
      pulseFrames -= 1;
      return STATUS_BITS.always | light(to) | (shaking ? STATUS_BITS.artifact : 0);
    },
    pleth: (at) => {
      if (isOff(at)) return WAVE.flat;
      return finger === 'weak' ? WAVE.flat + WAVE.weak * (patient.pleth(at) - 0.5) : patient.pleth(at);
    },
    recording: (at) => (isMeasuring(at) ? numbersAt(at) : NO_NUMBERS),
    display: (at) => {
      if (isMeasuring(at)) {
        const isDue = held === undefined || held.at < since || at - held.at >= DISPLAY_MS.renewal;
        if (isDue) held = { numbers: numbersAt(at), at };
        return held?.numbers ?? NO_NUMBERS;
      }
      const isHeld = isOff(at) && held !== undefined && at - since < DISPLAY_MS.hold;
      return (isHeld ? held?.numbers : undefined) ?? NO_NUMBERS;
    },
  };
};
