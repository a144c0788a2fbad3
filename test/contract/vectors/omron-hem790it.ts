import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import { concatBytes, fromHex, fromLatin1 } from '#devices/kit/bytes.ts';
import type { ExpectedReading, Row, Vector, VectorTable } from './row.ts';

const REPORT_BYTES = 8;
const LARGEST_PIECE = 7;

/** Valid bytes as the device's reports: their number, the bytes, and whatever the buffer held. */
const reportsOf = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / LARGEST_PIECE) }, (_, index) => {
    const piece = bytes.slice(index * LARGEST_PIECE, (index + 1) * LARGEST_PIECE);
    const garbage = new Uint8Array(LARGEST_PIECE - piece.length).fill(0xa5);
    return concatBytes([Uint8Array.of(piece.length), piece, garbage]);
  });

const isTrace = ({ file }: Vector): boolean => file.endsWith('.txt');

/** Reports from the device in a trace of lines `time direction bytes`. */
const reportsIn = (trace: string): Uint8Array[] =>
  trace.split(/\r?\n/).flatMap((line) => {
    const [, direction, ...bytes] = line.trim().split(/\s+/);
    const report = fromHex(bytes.join(' '));
    return direction === 'IN' && report?.length === REPORT_BYTES ? [report] : [];
  });

/** Entries of `vectors.json` are whole replies, or what stands in one after `OK` and a zero. */
const replyOf = ({ name, hex = '' }: Vector): Uint8Array => {
  const bytes = fromHex(hex) ?? new Uint8Array();
  return /payload/.test(name) ? concatBytes([fromLatin1('OK\0'), bytes]) : bytes;
};

const IDENTITY = { maker: 'Omron', model: 'HEM-790IT' } as const;
/** What the unit said of itself in every trace, before it gave its records. */
const RECORDED = { ...IDENTITY, firmware: 'M7080IT 207', serial: '06000000000000' } as const;

const stored = (
  systolic: number,
  diastolic: number,
  pulse: number,
  deviceTime: string,
  device: DeviceIdentity,
): ExpectedReading => ({
  values: { systolic, diastolic, 'pulse-rate': pulse },
  rest: { kind: 'blood-pressure', deviceTime, flags: ['stored'], device, frames: 1 },
});

const single = (reading: ExpectedReading): Row => ({ as: 'reading', ...reading });

/** The clock of this unit was never set: it began at 2007-01-01. */
const NEW_YEAR = stored(123, 78, 87, '2007-01-01T00:06:38', RECORDED);

/** Published bytes of `omron-hem790it`. */
export const table: VectorTable = {
  driver: 'omron-hem790it',
  vectorsIn: (file, text) => [{ name: file, file, text }],
  chunksOf: (vector) => (isTrace(vector) ? reportsIn(vector.text ?? '') : reportsOf(replyOf(vector))),
  rows: {
    'GME reply payload after "OK" 00': single(stored(129, 78, 77, '2008-04-21T16:10:46', IDENTITY)),
    'GME reply payload after "OK" 00 (2)': single(stored(119, 79, 79, '2008-04-21T16:18:38', IDENTITY)),
    'GME reply payload after "OK" 00 (3)': single(stored(123, 78, 87, '2007-01-01T00:06:38', IDENTITY)),
    'weekly average example, payload after OK 00': { as: 'no-reading' },
    'reading count reply (GDC)': { as: 'no-reading' },
    'busy reply': { as: 'no-reading' },
    '790IT_Cleared.txt': { as: 'no-reading' },
    '790IT_OneReading.txt': single(stored(129, 78, 77, '2008-04-21T16:10:46', RECORDED)),
    '790IT_TwoReadings.txt': {
      as: 'readings',
      readings: [
        stored(129, 78, 77, '2008-04-21T16:10:46', RECORDED),
        stored(119, 79, 79, '2008-04-21T16:18:38', RECORDED),
      ],
    },
    '1_1_07_OneReading.txt': single(NEW_YEAR),
    '1_2_07_TwoReadings.txt': {
      as: 'readings',
      readings: [NEW_YEAR, stored(120, 73, 67, '2007-01-02T00:08:38', RECORDED)],
    },
    'new2_BP_Report_042109.csv': {
      as: 'not-covered',
      why: "what the maker's program showed of 1_2_07_TwoReadings.txt: compared with it below",
    },
  },
};
