import type { Milliseconds } from '#core/time.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { COMMANDS, devicePacket, TYPES } from './packets.ts';

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
/** A host packet has nine bytes: 7D, high byte, command, parameters. */
const HOST_PACKET = { type: 0x7d, length: 9 } as const;
/** The patient puts the finger in so long after the stream began. */
const REACHING_MS: Milliseconds = 1_000;
/** How long a device looks for the pulse after the finger goes in. */
const SEARCHING_MS: Milliseconds = 1_500;

/** Commands in what the host sends; anything that is not a whole host packet is ignored, as a device does. */
const createHostReader = (): { push(bytes: Uint8Array): number[] } => {
  let pending: number[] = [];
  return {
    push: (bytes) =>
      Array.from(bytes).flatMap((byte) => {
        if (byte < 0x80) pending = byte === HOST_PACKET.type ? [byte] : [];
        else if (pending.length > 0) pending.push(byte);
        if (pending.length < HOST_PACKET.length) return [];
        const [, high = 0, command = 0] = pending;
        pending = [];
        return [(command & 0x7f) | ((high & 1) << 7)];
      }),
  };
};

/** A CMS50 with firmware 4.6 or later. */
export const createSimulator = ({ clock, patient, send }: SimulatorContext): Simulator<OximeterControl> => {
  const began = clock.monotonic();
  const reader = createHostReader();
  let finger: 'in' | 'out' | 'searching' | 'weak' = 'in';
  let fingerSince = began;
  let needStop = false;
  let stopped = { stored: false, realTime: false };
  let heardAt = began;
  let stream: { startedAt: Milliseconds; sent: number } | undefined;
  let cancel = (): void => undefined;

  const framePacket = (at: Milliseconds, previous: Milliseconds): Uint8Array => {
    const inside = at + began - fingerSince;
    if (finger === 'out' || inside < 0)
      return devicePacket(TYPES.realTime, 0x80, EMPTY_PROBE_WAVEFORM, 0x10, 0xff, 0x7f, 0xff, 0xff);
    const wave = Math.round(WAVE_LOW + WAVE_SPAN * patient.pleth(at));
    const searching = finger === 'searching' || inside < SEARCHING_MS;
    if (searching) return devicePacket(TYPES.realTime, 0x02, 0x80 | wave, 0x10, 0xff, 0x7f, 0xff, 0xff);
    const weak = finger === 'weak';
    const beep = patient.beatBetween(previous, at) ? 0x40 : 0;
    const index = Math.round(weak ? 12 : patient.perfusionIndex(at) * 100);
    return devicePacket(
      TYPES.realTime,
      (weak ? 1 : 7) | beep,
      weak ? Math.round(wave / 5) : wave,
      Math.min(15, wave >> 3),
      patient.pulseRate(at),
      patient.oxygenSaturation(at),
      index & 0xff,
      index >> 8,
    );
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
  const unsupported = (command: number) => (): void =>
    send(devicePacket(TYPES.commandResult, command, REASON_UNSUPPORTED));

  return {
    receive: (bytes) => {
      for (const command of reader.push(bytes)) {
        heardAt = clock.monotonic();
        (answers[command] ?? unsupported(command))();
      }
    },
    control: {
      finger: (state) => {
        finger = state;
        fingerSince = clock.monotonic();
      },
      needStopFirst: (needed) => {
        needStop = needed;
        stopped = { stored: false, realTime: false };
      },
    },
    close: stop,
  };
};
