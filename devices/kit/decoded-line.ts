import type { DecodedScan } from '#core/identity/scan.ts';
import { assertNever } from '#core/result.ts';
import type { DecodedReading, DeviceIdentity } from '#core/vitals/decoded.ts';
import { KIND_VALUES, type ReadingKind, type Values } from '#core/vitals/kinds.ts';
import type { Decoded, WaveSamples } from './driver.ts';

const orderedValues = (kind: ReadingKind, values: Values): Values => {
  const { required, optional } = KIND_VALUES[kind];
  return Object.fromEntries(
    [...required, ...optional].flatMap((key) => {
      const quantity = values[key];
      return quantity === undefined ? [] : [[key, { value: quantity.value, unit: quantity.unit }]];
    }),
  );
};

const orderedDevice = ({ maker, model, serial, firmware }: DeviceIdentity): DeviceIdentity => ({
  maker,
  model,
  ...(serial === undefined ? {} : { serial }),
  ...(firmware === undefined ? {} : { firmware }),
});

/** The reading with its keys in the order that the decode contract shows. */
const ordered = (reading: DecodedReading): DecodedReading => {
  const { kind, deviceTime, flags, frames } = reading;
  const time = deviceTime === undefined ? {} : { deviceTime };
  const tail = { ...time, flags, device: orderedDevice(reading.device), frames };
  if (reading.status === 'valid') {
    return { kind, status: 'valid', values: orderedValues(kind, reading.values), ...tail };
  }
  const { reason, detail } = reading;
  return { kind, status: 'invalid', reason, ...(detail === undefined ? {} : { detail }), ...tail };
};

const waveLine = ({ wave, sampleRateHz, first, fullScale, samples }: WaveSamples): object => ({
  kind: 'wave',
  wave,
  sampleRateHz,
  first,
  fullScale,
  samples,
});

/** The scan with its keys in the order that the decode contract shows. */
const scanLine = (scan: DecodedScan): object => {
  const head = { kind: 'identity-code', status: scan.status, code: scan.code };
  if (scan.code === 'other') return { ...head, length: scan.length };
  if (scan.status === 'invalid') {
    return { ...head, reason: scan.reason, ...(scan.detail === undefined ? {} : { detail: scan.detail }) };
  }
  const { matricule, oid, birthGivenNames, birthName, sex, birthDate, birthPlace } = scan.ins;
  const ins = { matricule, oid, birthGivenNames, birthName, sex, birthDate, birthPlace };
  return { ...head, ins, separators: scan.separators };
};

/** One line of `device decode`: a JSON object, without line end. */
export const formatDecoded = (decoded: Decoded): string => {
  switch (decoded.type) {
    case 'reading':
      return JSON.stringify(ordered(decoded.reading));
    case 'wave':
      return JSON.stringify(waveLine(decoded.wave));
    case 'scan':
      return JSON.stringify(scanLine(decoded.scan));
    default:
      return assertNever(decoded);
  }
};
