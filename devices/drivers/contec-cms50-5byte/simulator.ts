import type { Milliseconds } from '#core/time.ts';
import { createMeasured } from '../../kit/measured.ts';
import { createSimulatedFinger, type Finger } from '../../kit/oximetry/simulated-finger.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { createHostReader } from './commands.ts';
import { INVALID, LIVE_BITS, livePacket, PACKETS_PER_SECOND, WAVE_FULL_SCALE } from './live-packet.ts';
import { recordingBytes } from './recording.ts';

/** What a tester does to the finger. */
export interface FiveByteControl {
  finger(state: Finger): void;
}

/** A moving finger: the device loses and finds its pulse again in this rhythm. */
const MOTION_MS: Milliseconds = 700;
/** Seconds in the memory, of whoever came before; the first ones without a finger. */
const RECORDING = { seconds: 90, empty: 5 } as const;
/** The recording is sent in pieces, as a bridge hands it over. */
const PIECE_BYTES = 32;
/** The pulse wave keeps clear of both ends of the scale. */
const WAVE = { low: 8, span: 92 } as const;
const SIGNAL = { good: 7, weak: 1, searching: 2 } as const;

/** A CMS50 that streams from the moment it is switched on. */
export const createSimulator = (context: SimulatorContext): Simulator<FiveByteControl> => {
  const { clock, patient, previousPatient, send } = context;
  const measured = createMeasured();
  const host = createHostReader();
  const began = clock.monotonic();
  const period = 1_000 / PACKETS_PER_SECOND;
  const faulty = { stuck: false, moving: false };
  const finger = createSimulatedFinger(0);
  let isLive = true;
  let sent = 0;
  let lastPacket: Uint8Array | undefined;
  let cancel = (): void => undefined;

  const now = (): Milliseconds => clock.monotonic() - began;

  const without = (third: number, wave: number): Uint8Array => {
    const { pulseRate, oxygenSaturation } = INVALID;
    const signal = third === LIVE_BITS.third.searching ? SIGNAL.searching : INVALID.signal;
    return livePacket({ first: 0, signal, wave, third, pulseRate, oxygenSaturation });
  };

  const bodyPacket = (at: Milliseconds): Uint8Array => {
    const seen = finger.seen(at);
    if (seen === 'out') return without(LIVE_BITS.third.probeError, 0);
    const wave = Math.round(WAVE.low + WAVE.span * patient.pleth(at));
    const isLost = faulty.moving && Math.floor(at / MOTION_MS) % 2 === 0;
    if (seen === 'searching' || isLost) return without(LIVE_BITS.third.searching, wave);
    const [pulseRate, oxygenSaturation] = [patient.pulseRate(at), patient.oxygenSaturation(at)];
    measured.note({
      spo2: { value: oxygenSaturation, unit: '%' },
      'pulse-rate': { value: pulseRate, unit: '/min' },
    });
    const isWeak = seen === 'weak' || patient.perfusionIndex(at) < 0.3;
    return livePacket({
      first: patient.beatBetween(at - period, at) ? LIVE_BITS.first.beep : 0,
      signal: isWeak ? SIGNAL.weak : SIGNAL.good,
      wave: isWeak ? Math.round(wave / 5) : Math.min(WAVE_FULL_SCALE, wave),
      third: 0,
      pulseRate,
      oxygenSaturation,
    });
  };

  /** Sends every packet that is due: a late timer makes a burst, and no sample is lost. */
  const pump = (): void => {
    for (; sent * period <= now() + 1e-6; sent += 1) {
      if (!isLive) continue;
      if (!faulty.stuck || lastPacket === undefined) lastPacket = bodyPacket(sent * period);
      send(lastPacket);
    }
    cancel = clock.after(Math.max(0, sent * period - now()), pump);
  };

  const sendRecording = (): void => {
    const seconds = Array.from({ length: RECORDING.seconds }, (_, second) => {
      const at = second * 1_000;
      if (second < RECORDING.empty) return [0, 0] as const;
      return [previousPatient.pulseRate(at), previousPatient.oxygenSaturation(at)] as const;
    });
    const bytes = recordingBytes(seconds);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) send(bytes.slice(at, at + PIECE_BYTES));
  };

  const moveFinger = (state: Finger): void => finger.move(state, now());

  cancel = clock.after(0, pump);
  return {
    receive: (bytes) => {
      for (const { name } of host.push(bytes)) {
        isLive = name !== 'recording';
        if (name === 'recording') sendRecording();
      }
    },
    measured: measured.all,
    faults: {
      'stuck-value': (on) => {
        faulty.stuck = on;
      },
      'sensor-off': (on) => moveFinger(on ? 'out' : 'in'),
      motion: (on) => {
        faulty.moving = on;
      },
      'stored-reading': (on) => {
        if (on) sendRecording();
      },
    },
    control: { finger: moveFinger },
    close: () => cancel(),
  };
};
