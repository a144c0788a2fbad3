import type { Milliseconds } from '#core/time.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { COMMANDS, createHostReader, devicePacket, TYPES } from './packets.ts';

/** What a tester does to the finger and to the device. */
export interface OximeterControl {
  finger(state: 'in' | 'out' | 'searching' | 'weak'): void;
  /** Units that start only after A7 and A2. */
  needStopFirst(needed: boolean): void;
}

const PACKETS_PER_SECOND = 60;
/** The host sends a keep-alive at least every 5 s (V7.0); a device that hears nothing for twice as long stops. */
const HOST_GONE_MS: Milliseconds = 10_000;
/** The probe's waveform with the finger out (V7.0). */
const EMPTY_PROBE_WAVEFORM = 0x40;
/** The pulse wave keeps clear of both ends of the seven-bit scale. */
const WAVE_LOW = 8;
const WAVE_SPAN = 92;
/** V7.0, reason code of a command that the unit does not know. */
const REASON_UNSUPPORTED = 0x05;
/** The patient puts the finger in so long after the stream began. */
const REACHING_MS: Milliseconds = 1_000;
/** How long a device looks for the pulse after the finger goes in. */
const SEARCHING_MS: Milliseconds = 1_500;

/** A moving finger: the device loses and finds its pulse again in this rhythm. */
const MOTION_MS: Milliseconds = 700;
/** Stored data of whoever came before, sent at the start of a stream as a unit does whose stored transfer was never stopped. */
const STORED_PACKETS = 20;

/** A CMS50 with firmware 4.6 or later. */
export const createSimulator = (context: SimulatorContext): Simulator<OximeterControl> => {
  const { clock, patient, previousPatient, send } = context;
  const measured = createMeasured();
  const faulty = { stuck: false, moving: false, stored: false };
  let lastPacket: Uint8Array | undefined;
  const began = clock.monotonic();
  const reader = createHostReader();
  let finger: 'in' | 'out' | 'searching' | 'weak' = 'in';
  let fingerSince = began;
  let needStop = false;
  let stopped = { stored: false, realTime: false };
  let heardAt = began;
  let stream: { startedAt: Milliseconds; sent: number } | undefined;
  let cancel = (): void => undefined;

  const bodyPacket = (at: Milliseconds, previous: Milliseconds): Uint8Array => {
    const inside = at + began - fingerSince;
    if (finger === 'out' || inside < 0)
      return devicePacket(TYPES.realTime, 0x80, EMPTY_PROBE_WAVEFORM, 0x10, 0xff, 0x7f, 0xff, 0xff);
    const wave = Math.round(WAVE_LOW + WAVE_SPAN * patient.pleth(at));
    const searching = finger === 'searching' || inside < SEARCHING_MS;
    if (searching) return devicePacket(TYPES.realTime, 0x02, 0x80 | wave, 0x10, 0xff, 0x7f, 0xff, 0xff);
    const lost = faulty.moving && Math.floor(at / MOTION_MS) % 2 === 0;
    if (lost) return devicePacket(TYPES.realTime, 0x13, 0x80 | wave, 0x10, 0xff, 0x7f, 0xff, 0xff);
    const weak = finger === 'weak';
    const beep = patient.beatBetween(previous, at) ? 0x40 : 0;
    const index = Math.round(weak ? 12 : patient.perfusionIndex(at) * 100);
    const [pulseRate, saturation] = [patient.pulseRate(at), patient.oxygenSaturation(at)];
    measured.note({
      spo2: { value: saturation, unit: '%' },
      'pulse-rate': { value: pulseRate, unit: '/min' },
      'perfusion-index': { value: index / 100, unit: '%' },
    });
    return devicePacket(
      TYPES.realTime,
      (weak ? 1 : 7) | beep,
      weak ? Math.round(wave / 5) : wave,
      Math.min(15, wave >> 3),
      pulseRate,
      saturation,
      index & 0xff,
      index >> 8,
    );
  };

  const framePacket = (at: Milliseconds, previous: Milliseconds): Uint8Array => {
    if (!faulty.stuck || lastPacket === undefined) lastPacket = bodyPacket(at, previous);
    return lastPacket;
  };

  const sendStored = (): void => {
    const [saturation, pulseRate] = [previousPatient.oxygenSaturation(0), previousPatient.pulseRate(0)];
    const pairs = [saturation, pulseRate, saturation, pulseRate, saturation, pulseRate];
    for (let packet = 0; packet < STORED_PACKETS; packet += 1) send(devicePacket(TYPES.storedData, ...pairs));
  };

  const stop = (): void => {
    cancel();
    stream = undefined;
  };

  /** Sends every packet that is due: a late timer makes a burst, as a USB bridge does, and no sample is lost. */
  const pump = (): void => {
    if (stream === undefined) return;
    const now = clock.monotonic();
    if (now - heardAt > HOST_GONE_MS) {
      stop();
      return;
    }
    const period = 1000 / PACKETS_PER_SECOND;
    const due = Math.floor((now - stream.startedAt) / period + 1e-6) + 1;
    for (; stream.sent < due; stream.sent += 1) {
      const at = stream.startedAt - began + stream.sent * period;
      send(framePacket(at, at - period));
    }
    cancel = clock.after(Math.max(0, stream.startedAt + stream.sent * period - now), pump);
  };

  const start = (): void => {
    if (needStop && !(stopped.stored && stopped.realTime)) return;
    stop();
    const now = clock.monotonic();
    if (finger === 'in') fingerSince = now + REACHING_MS;
    stream = { startedAt: now, sent: 0 };
    if (faulty.stored) sendStored();
    pump();
  };

  const answers: Readonly<Record<number, () => void>> = {
    [COMMANDS.startRealTime]: start,
    [COMMANDS.stopRealTime]: () => {
      stopped = { ...stopped, realTime: true };
      stop();
      send(devicePacket(TYPES.stopped));
    },
    [COMMANDS.stopStoredData]: () => {
      stopped = { ...stopped, stored: true };
      send(devicePacket(TYPES.stopped));
    },
    [COMMANDS.deviceId]: () =>
      send(devicePacket(TYPES.deviceId, ...Array.from('user   ', (letter) => letter.charCodeAt(0)))),
    [COMMANDS.perfusionIndexSupport]: () => send(devicePacket(TYPES.perfusionIndexSupport, 0)),
    [COMMANDS.keepAlive]: () => undefined,
  };
  const moveFinger = (state: typeof finger): void => {
    finger = state;
    fingerSince = clock.monotonic();
  };
  const unsupported = (command: number) => (): void =>
    send(devicePacket(TYPES.commandResult, command, REASON_UNSUPPORTED));

  return {
    receive: (bytes) => {
      for (const { command } of reader.push(bytes)) {
        heardAt = clock.monotonic();
        (answers[command] ?? unsupported(command))();
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
        faulty.stored = on;
      },
    },
    control: {
      finger: moveFinger,
      needStopFirst: (needed) => {
        needStop = needed;
        stopped = { stored: false, realTime: false };
      },
    },
    close: stop,
  };
};
