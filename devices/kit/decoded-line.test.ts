import { expect, test } from 'vitest';
import type { DecodedScan } from '#core/identity/scan.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { formatDecoded } from './decoded-line.ts';

const line = (reading: DecodedReading): string =>
  formatDecoded({ type: 'reading', reading, raw: new Uint8Array() });

test('a valid reading has the keys of the decode contract, in its order', () => {
  const text = line({
    frames: 1,
    device: { model: 'TM-2655', maker: 'A&D' },
    flags: [],
    deviceTime: '2019-10-29T14:29:00',
    values: {
      'pulse-rate': { unit: '/min', value: 83 },
      mean: { unit: 'mm[Hg]', value: 87 },
      diastolic: { unit: 'mm[Hg]', value: 62 },
      systolic: { unit: 'mm[Hg]', value: 102 },
    },
    status: 'valid',
    kind: 'blood-pressure',
  });
  expect(text).toBe(
    '{"kind":"blood-pressure","status":"valid","values":{"systolic":{"value":102,"unit":"mm[Hg]"},' +
      '"diastolic":{"value":62,"unit":"mm[Hg]"},"mean":{"value":87,"unit":"mm[Hg]"},"pulse-rate":{"value":83,"unit":"/min"}},' +
      '"deviceTime":"2019-10-29T14:29:00","flags":[],"device":{"maker":"A&D","model":"TM-2655"},"frames":1}',
  );
});

test('an invalid reading has its reason and no values', () => {
  const text = line({
    kind: 'blood-pressure',
    status: 'invalid',
    detail: 'E44',
    reason: 'device-error',
    flags: ['motion'],
    device: { maker: 'A&D', model: 'TM-2657' },
    frames: 1,
  });
  expect(text).toBe(
    '{"kind":"blood-pressure","status":"invalid","reason":"device-error","detail":"E44","flags":["motion"],' +
      '"device":{"maker":"A&D","model":"TM-2657"},"frames":1}',
  );
});

const scanLine = (scan: DecodedScan): string => formatDecoded({ type: 'scan', scan, raw: new Uint8Array() });

test.each<[DecodedScan, string]>([
  [
    {
      separators: true,
      ins: {
        birthPlace: '63220',
        birthDate: '1981-04-30',
        sex: 'female',
        birthName: 'EXEMPLE',
        birthGivenNames: 'DEMO',
        oid: '1.2.250.1.213.1.4.11',
        matricule: '281046322000197',
      },
      status: 'valid',
      code: 'ins',
    },
    '{"kind":"identity-code","status":"valid","code":"ins","ins":{"matricule":"281046322000197",' +
      '"oid":"1.2.250.1.213.1.4.11","birthGivenNames":"DEMO","birthName":"EXEMPLE","sex":"female",' +
      '"birthDate":"1981-04-30","birthPlace":"63220"},"separators":true}',
  ],
  [
    { detail: 'S1', reason: 'key', status: 'invalid', code: 'ins' },
    '{"kind":"identity-code","status":"invalid","code":"ins","reason":"key","detail":"S1"}',
  ],
  [
    { length: 12, status: 'valid', code: 'other' },
    '{"kind":"identity-code","status":"valid","code":"other","length":12}',
  ],
])('a scan has its keys in a fixed order', (scan, expected) => {
  expect(scanLine(scan)).toBe(expected);
});
