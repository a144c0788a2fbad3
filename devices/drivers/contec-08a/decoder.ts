import type { DecodedReading } from '#core/vitals/decoded.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { manifest } from './manifest.ts';
import { readRecord } from './record.ts';
import { readReport } from './reports.ts';

const damaged: DecodedReading = {
  kind: 'blood-pressure',
  status: 'invalid',
  reason: 'structure',
  flags: [],
  device: manifest.identity,
  frames: 1,
};

const decodeReport = (raw: Uint8Array): Decoded[] => {
  const report = readReport(raw);
  if (report.type === 'record') return [{ type: 'reading', reading: readRecord(report.data), raw }];
  return report.type === 'damage' || report.type === 'foreign'
    ? [{ type: 'reading', reading: damaged, raw }]
    : [];
};

/** One reading per record report; a chunk is one report, as HID delivers it. */
export const createDecoder = (): Decoder => ({ push: decodeReport, end: () => [] });
