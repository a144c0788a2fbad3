import type { Milliseconds } from '#core/time.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { Finger } from '../../kit/oximetry/simulated-finger.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { createFrameReader } from './frame-reader.ts';
import { acknowledgement, type Message, timeAnswer } from './messages.ts';
import { createSimulatedBody, type Numbers } from './simulated-body.ts';
import { createSimulatedClock } from './simulated-clock.ts';
import { displayFrameOf, packetFloats } from './simulated-frames.ts';
import { SPOT_CHECK_BITS, spotCheckFrame } from './spot-check.ts';
import { STATUS_BITS } from './status.ts';
import { FRAMES_PER_PACKET, FRAMES_PER_SECOND, FULL_SCALE, waveFrame } from './wave-frames.ts';

/** Formats that the simulated device sends in. */
type Format = 2 | 7 | 8 | 13;
const isFormat = (number: number): number is Format => [2, 7, 8, 13].includes(number);

/** What a tester does to the finger and to the device's settings. */
export interface NoninControl {
  finger(state: Finger): void;
  format(format: Format): void;
  /** Whether it obeys commands: one that does not goes on in its own format. */
  obeys(willing: boolean): void;
}

/** The patient puts the finger in so long after the device was switched on. */
const REACHING_MS: Milliseconds = 1_000;
/** A spot check is made this often, in the body's time. */
const SPOT_CHECK_MS: Milliseconds = 15_000;
/** Spot checks of whoever came before that wait in the memory. */
const STORED_AGES_MS: readonly Milliseconds[] = [3_600_000, 1_800_000];

/** A device that streams from the moment it is switched on, in format 2 until it is told otherwise. */
export const createSimulator = (context: SimulatorContext): Simulator<NoninControl> => {
  const { clock, bodyClock, patient, previousPatient, send } = context;
  const began = clock.monotonic();
  const body = createSimulatedBody(patient, REACHING_MS);
  const deviceClock = createSimulatedClock(clock);
  const measured = createMeasured();
  const reader = createFrameReader();
  const faulty = { checksum: false, stuck: false, battery: false, stored: false };
  const period = 1_000 / FRAMES_PER_SECOND;
  let format: Format = 2;
  let wanted: Format = format;
  let obedient = true;
  let sent = 0;
  let floats: readonly number[] = [];
  let lastPacket: Uint8Array[] = [];
  let isReplaying = false;
  let cancelFrame = (): void => undefined;

  const now = (): Milliseconds => clock.monotonic() - began;

  const note = ({ pulseRate, oxygenSaturation }: Numbers): void =>
    measured.note({
      spo2: { value: oxygenSaturation, unit: '%' },
      'pulse-rate': { value: pulseRate, unit: '/min' },
    });

  /** On the wire; every frame ends with its checksum, a spot check with the byte before the last. */
  const put = (bytes: Uint8Array, checksumAt: number): void => {
    const damaged = bytes.slice();
    if (faulty.checksum) damaged[checksumAt] = (damaged[checksumAt] ?? 0) ^ 0x40;
    send(damaged);
  };

  const displayed = (at: Milliseconds): Numbers => {
    const numbers = body.display(at);
    if (body.isMeasuring(at)) note(numbers);
    return numbers;
  };

  const beginPacket = (at: Milliseconds): void => {
    format = wanted;
    isReplaying = faulty.stuck && lastPacket.length === FRAMES_PER_PACKET;
    if (isReplaying) return;
    lastPacket = [];
    floats = packetFloats({
      recording: body.recording(at),
      display: displayed(at),
      timer: sent / FRAMES_PER_PACKET,
      lowBattery: faulty.battery,
    });
  };

  const waveFrameAt = (waveFormat: 2 | 7, at: Milliseconds, position: number): Uint8Array => {
    const replayed = isReplaying ? lastPacket[position] : undefined;
    if (replayed !== undefined) return replayed;
    const status = body.status(at - period, at) | (position === 0 ? STATUS_BITS.sync : 0);
    const pleth = Math.round(body.pleth(at) * FULL_SCALE[waveFormat]);
    const frame = waveFrame(waveFormat, status, pleth, floats[position] ?? 0);
    lastPacket.push(frame);
    return frame;
  };

  const sendFrame = (at: Milliseconds): void => {
    const position = sent % FRAMES_PER_PACKET;
    if (position === 0) beginPacket(at);
    if (format === 2 || format === 7) {
      const frame = waveFrameAt(format, at, position);
      put(frame, frame.length - 1);
    } else if (format === 8 && sent % FRAMES_PER_SECOND === 0) {
      send(displayFrameOf(body.status(at - 1_000, at), displayed(at), faulty.battery));
    }
    sent += 1;
  };

  /** Sends every frame that is due: a late timer makes a burst, and no sample is lost. */
  const pump = (): void => {
    while (sent * period <= now() + 1e-6) sendFrame(sent * period);
    cancelFrame = clock.after(Math.max(0, sent * period - now()), pump);
  };

  const sendSpotCheck = (numbers: Numbers, age: Milliseconds): void => {
    const { smartPoint } = SPOT_CHECK_BITS.msb;
    const lsb =
      (age > 0 ? SPOT_CHECK_BITS.lsb.fromMemory : 0) | (faulty.battery ? SPOT_CHECK_BITS.lsb.lowBattery : 0);
    const frame = spotCheckFrame({ time: deviceClock.time(-age), msb: smartPoint, lsb, ...numbers });
    put(frame, frame.length - 2);
  };

  const sendStored = (): void => {
    for (const age of STORED_AGES_MS) {
      const numbers = {
        pulseRate: previousPatient.pulseRate(age),
        oxygenSaturation: previousPatient.oxygenSaturation(age),
      };
      sendSpotCheck(numbers, age);
    }
  };

  const spotCheck = (): void => {
    if (format === 13 && body.isMeasuring(now())) sendSpotCheck(displayed(now()), 0);
    cancelSpotCheck = bodyClock.after(SPOT_CHECK_MS, spotCheck);
  };
  let cancelSpotCheck = bodyClock.after(SPOT_CHECK_MS, spotCheck);

  const obey = (message: Message): void => {
    if (message.type === 'ask-time') send(timeAnswer(deviceClock.time()));
    else if (message.type === 'set-time') deviceClock.set(message.time);
    else if (message.type === 'select-format') {
      send(acknowledgement(isFormat(message.format)));
      if (isFormat(message.format)) wanted = message.format;
      // A device that finds its host again first sends what it holds.
      if (faulty.stored) sendStored();
    }
  };

  cancelFrame = clock.after(0, pump);
  return {
    receive: (bytes) => {
      for (const unit of reader.push(bytes)) if (unit.type === 'message' && obedient) obey(unit.message);
    },
    measured: measured.all,
    faults: {
      'bad-checksum': (on) => {
        faulty.checksum = on;
      },
      'stuck-value': (on) => {
        faulty.stuck = on;
      },
      'sensor-off': (on) => body.move(on ? 'out' : 'in', now()),
      motion: body.shake,
      'low-battery': (on) => {
        faulty.battery = on;
      },
      'stored-reading': (on) => {
        faulty.stored = on;
        if (on) sendStored();
      },
    },
    control: {
      finger: (state) => body.move(state, now()),
      format: (chosen) => {
        wanted = chosen;
      },
      obeys: (willing) => {
        obedient = willing;
      },
    },
    close: () => {
      cancelFrame();
      cancelSpotCheck();
    },
  };
};
