import { assertNever } from '#core/result.ts';
import { createStandingClock } from '../../kit/oximetry/standing-clock.ts';
import type { OximeterEvent, OximeterReader } from '../../kit/oximetry/stream.ts';
import { createRepeatedFact } from '../../kit/repeated-fact.ts';
import { createTextLineReader, type TextLine } from '../../kit/text-lines.ts';
import { type DataLine, readDataLine } from './data-line.ts';
import { type HeaderLine, readHeaderLine } from './header-line.ts';
import { flagsOf, sampleOf } from './sample.ts';
import { says } from './status.ts';

/** The longest line of the sources, the first of the header, has 80 characters. */
const LONGEST_LINE = 160;

/** One line of the printer, in its kind. */
export type PrintedLine =
  | { readonly type: 'data'; readonly line: DataLine; readonly raw: Uint8Array }
  | { readonly type: 'header'; readonly header: HeaderLine; readonly raw: Uint8Array }
  | { readonly type: 'damage'; readonly raw: Uint8Array };

const printedLine = ({ text, raw }: TextLine): PrintedLine => {
  const line = readDataLine(text);
  if (line !== undefined) return { type: 'data', line, raw };
  const header = readHeaderLine(text);
  return header === undefined ? { type: 'damage', raw } : { type: 'header', header, raw };
};

/** Cuts what the printer is sent into lines. */
export const createPrintedLineReader = (): {
  push(bytes: Uint8Array): PrintedLine[];
  end(): PrintedLine[];
} => {
  const lines = createTextLineReader(LONGEST_LINE);
  return { push: (bytes) => lines.push(bytes).map(printedLine), end: () => lines.end().map(printedLine) };
};

/** Reads the stream of an oximeter line by line. */
export const createReader = (): OximeterReader => {
  const lines = createPrintedLineReader();
  const device = createRepeatedFact();
  const battery = createRepeatedFact();
  const clock = createStandingClock();
  /** The lines come out of the memory. */
  let isTrend = false;

  const headerEvents = (header: HeaderLine): OximeterEvent[] => {
    const { identity } = header;
    isTrend = header.isTrend ?? isTrend;
    return identity !== undefined && device.say(`${identity.model} ${identity.firmware}`)
      ? [{ type: 'answer', identity }]
      : [];
  };

  const trendEvents = (line: DataLine, raw: Uint8Array): OximeterEvent[] => {
    const flags = [...flagsOf(line), 'stored' as const];
    return [
      {
        type: 'frame',
        frame: { sample: sampleOf(line), weak: false, flags, deviceTime: line.deviceTime, raw },
      },
    ];
  };

  const dataEvents = (line: DataLine, raw: Uint8Array): OximeterEvent[] => {
    const { deviceTime, status } = line;
    const charge = says(status, 'low-battery') ? 'low' : 'good';
    // There is no measure of the signal but the amplitude, whose scale is the device's own: a line is never weak, only without pulse.
    const frame = { sample: sampleOf(line), weak: false, flags: flagsOf(line), deviceTime, raw };
    return [
      ...(clock.stands(deviceTime) ? [{ type: 'stuck' } as const] : []),
      { type: 'frame', frame },
      ...(battery.say(charge) ? [{ type: 'battery', battery: charge } as const] : []),
    ];
  };

  const eventsOf = (printed: PrintedLine): OximeterEvent[] => {
    switch (printed.type) {
      case 'data':
        return (isTrend ? trendEvents : dataEvents)(printed.line, printed.raw);
      case 'header':
        return headerEvents(printed.header);
      case 'damage':
        return [{ type: 'damage', reason: 'structure', lostSamples: 0 }];
      default:
        return assertNever(printed);
    }
  };

  return {
    push: (bytes) => lines.push(bytes).flatMap(eventsOf),
    end: () => lines.end().flatMap(eventsOf),
  };
};
