import { createStandingClock } from '../../kit/oximetry/standing-clock.ts';
import type { OximeterEvent, OximeterReader } from '../../kit/oximetry/stream.ts';
import { createRepeatedFact } from '../../kit/repeated-fact.ts';
import { createTextLineReader, type TextLine } from '../../kit/text-lines.ts';
import { LOW_BATTERY_ALARM } from './exceptions.ts';
import { createAscii1Lines } from './layouts.ts';
import type { Ascii1Line } from './line.ts';
import { manifest } from './manifest.ts';
import { flagsOf, isWeak, sampleOf } from './sample.ts';

/** The longest line of the sources, of a Radical-7, has 170 characters. */
const LONGEST_LINE = 250;

/** Cuts the lines of ASCII 1 out of a byte stream, for the technician's view as well. */
export const createAscii1LineReader = () => createTextLineReader(LONGEST_LINE);

/** Reads the stream of an oximeter line by line. */
export const createReader = (): OximeterReader => {
  const texts = createAscii1LineReader();
  const lines = createAscii1Lines();
  const serial = createRepeatedFact();
  const battery = createRepeatedFact();
  const clock = createStandingClock();

  const aboutDevice = (line: Ascii1Line): OximeterEvent[] => {
    const charge = (line.alarm & LOW_BATTERY_ALARM) === 0 ? 'good' : 'low';
    return [
      ...(line.serial !== undefined && serial.say(line.serial)
        ? [{ type: 'answer', identity: { ...manifest.identity, serial: line.serial } } as const]
        : []),
      ...(battery.say(charge) ? [{ type: 'battery', battery: charge } as const] : []),
    ];
  };

  const eventsOf = ({ text, raw }: TextLine): OximeterEvent[] => {
    const line = lines.read(text);
    if (line === undefined) return [{ type: 'damage', reason: 'structure', lostSamples: 0 }];
    const { deviceTime } = line;
    const frame = { sample: sampleOf(line), weak: isWeak(line), flags: flagsOf(line), deviceTime, raw };
    return [
      ...(clock.stands(deviceTime) ? [{ type: 'stuck' } as const] : []),
      { type: 'frame', frame },
      ...aboutDevice(line),
    ];
  };

  return {
    push: (bytes) => texts.push(bytes).flatMap(eventsOf),
    end: () => texts.end().flatMap(eventsOf),
  };
};
