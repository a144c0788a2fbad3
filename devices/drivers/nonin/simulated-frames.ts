import { DISPLAY_BITS, DISPLAY_BITS_2, displayFrame } from './display-frame.ts';
import { FRAME_OF } from './packet.ts';
import type { Numbers } from './simulated-body.ts';
import { STATUS_BITS } from './status.ts';
import { FRAMES_PER_PACKET } from './wave-frames.ts';

/** What a packet of the simulated device says. */
export interface PacketNumbers {
  readonly recording: Numbers;
  readonly display: Numbers;
  /** Thirds of a second. */
  readonly timer: number;
  readonly lowBattery: boolean;
}

/** Firmware revision of the simulated device. */
const FIRMWARE = 48;

/** The FLOAT bytes of a packet, one a frame. */
export const packetFloats = ({ recording, display, timer, lowBattery }: PacketNumbers): number[] => {
  const floats = Array.from({ length: FRAMES_PER_PACKET }, () => 0);
  const put = (field: keyof typeof FRAME_OF, ...bytes: number[]): void => {
    for (const [index, byte] of bytes.entries()) floats[FRAME_OF[field] - 1 + index] = byte;
  };
  const rate = ({ pulseRate }: Numbers): [number, number] => [pulseRate >> 7, pulseRate & 0x7f];
  put('pulseRate', ...rate(recording));
  put('oxygenSaturation', recording.oxygenSaturation);
  put('firmware', FIRMWARE);
  put('timer', (timer >> 7) & 0x7f, timer & 0x7f);
  put('status2', lowBattery ? 0x01 : 0);
  put('oxygenSaturationDisplay', display.oxygenSaturation);
  put('oxygenSaturationFast', recording.oxygenSaturation);
  put('oxygenSaturationBeat', recording.oxygenSaturation);
  put('pulseRateExtended', ...rate(recording));
  put('oxygenSaturationExtended', recording.oxygenSaturation);
  put('oxygenSaturationExtendedDisplay', display.oxygenSaturation);
  put('pulseRateDisplay', ...rate(display));
  put('pulseRateExtendedDisplay', ...rate(display));
  return floats;
};

/** A frame of format 8 that says what this STATUS byte and these displayed numbers say. */
export const displayFrameOf = (status: number, display: Numbers, lowBattery: boolean): Uint8Array => {
  const isRed = (status & STATUS_BITS.red) !== 0;
  const isYellow = isRed && (status & STATUS_BITS.green) !== 0;
  const bits =
    ((status & STATUS_BITS.outOfTrack) === 0 ? 0 : DISPLAY_BITS.outOfTrack) |
    ((status & STATUS_BITS.artifact) === 0 ? 0 : DISPLAY_BITS.artifact) |
    (isRed && !isYellow ? DISPLAY_BITS.lowPerfusion : 0) |
    (isYellow ? DISPLAY_BITS.marginalPerfusion : 0);
  const bits2 =
    ((status & STATUS_BITS.sensorAlarm) === 0 ? 0 : DISPLAY_BITS_2.sensorAlarm) |
    (lowBattery ? DISPLAY_BITS_2.lowBattery : 0);
  return displayFrame(bits, display.pulseRate, display.oxygenSaturation, bits2);
};
