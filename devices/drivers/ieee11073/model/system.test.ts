import { describe, expect, test } from 'vitest';
import { encodeAbsoluteTime } from '../codec/absolute-time.ts';
import { readApdu } from '../codec/apdu.ts';
import type { Attributes } from '../codec/attributes.ts';
import { join, list, octets, u16 } from '../codec/byte-writer.ts';
import { PUBLISHED } from '../published.ts';
import { ATTRIBUTES } from './nomenclature.ts';
import { batteryOf, clockOf, identityOf } from './system.ts';

const UNKNOWN = { maker: 'unknown', model: 'agent' };

const attributesOf = (bytes: Uint8Array): Attributes => {
  const apdu = readApdu(bytes);
  if (apdu?.type !== 'data' || apdu.message.type !== 'get-result') throw new Error('attributes');
  return apdu.message.attributes;
};
const text = (value: string): Uint8Array => octets(Uint8Array.from(value, (letter) => letter.charCodeAt(0)));
const specified = (...entries: readonly (readonly [kind: number, value: string])[]): Attributes =>
  new Map([
    [
      ATTRIBUTES.productionSpecification,
      list(entries.map(([kind, value]) => join(u16(kind), u16(0), text(value)))),
    ],
  ]);

describe('who an agent is', () => {
  test('a real pen says all of it', () => {
    expect(identityOf(attributesOf(PUBLISHED.NOVOPEN_SYSTEM), UNKNOWN)).toEqual({
      maker: 'Novo Nordisk A/S',
      model: 'NovoPen',
      serial: 'EGDO2U',
      firmware: '01.08.00',
    });
  });

  test('the example of the standard has no version', () => {
    expect(identityOf(attributesOf(PUBLISHED.H233), UNKNOWN)).toEqual({
      maker: 'TheCompany',
      model: 'TheScaleABC',
      serial: 'DE124567',
    });
  });

  test('labels, blanks and zeros are no part of it; firmware goes before software', () => {
    const own = specified([1, 'serial-number: 92500000042\0'], [4, '2.0'], [5, ' 1.4\0\0']);
    const model = new Map([[ATTRIBUTES.model, join(text('Roche\0'), text('  '))]]);
    expect(identityOf(new Map([...own, ...model]), UNKNOWN)).toEqual({
      maker: 'Roche',
      model: 'agent',
      serial: '92500000042',
      firmware: '1.4',
    });
  });

  test('what it leaves out, or garbles, is as it was known', () => {
    const known = { maker: 'A', model: 'B', serial: 'C', firmware: 'D' };
    expect(identityOf(new Map(), known)).toEqual(known);
    const garbled = new Map([
      [ATTRIBUTES.model, Uint8Array.of(0, 9, 1)],
      [ATTRIBUTES.productionSpecification, Uint8Array.of(0, 1)],
    ]);
    expect(identityOf(garbled, known)).toEqual(known);
    expect(identityOf(specified([1, '']), known)).toEqual(known);
  });
});

test.each([
  ['a time', encodeAbsoluteTime('2026-03-02T09:41:05'), '2026-03-02T09:41:05'],
  ['a clock that was never set', new Uint8Array(8), undefined],
  ['no date of a calendar', Uint8Array.of(0x20, 0x26, 0x13, 1, 0, 0, 0, 0), undefined],
  ['too little', Uint8Array.of(0x20, 0x26), undefined],
])('a clock that shows %s', (_, bytes, expected) => {
  expect(clockOf(new Map([[ATTRIBUTES.time, bytes]]))).toBe(expected);
});

test.each([
  ['nothing', undefined, undefined, undefined],
  ['mains', 0x8000, undefined, 'good'],
  ['battery alone', 0x4000, undefined, undefined],
  ['battery and 11 %', 0x4000, 11, 'good'],
  ['battery and 10 %', 0x4000, 10, 'low'],
  ['10 % alone', undefined, 10, 'low'],
  ['mains and 5 %', 0x8000, 5, 'good'],
] as const)('power: %s', (_, power, charge, expected) => {
  const attributes = new Map([
    ...(power === undefined ? [] : ([[ATTRIBUTES.powerStatus, u16(power)]] as const)),
    ...(charge === undefined ? [] : ([[ATTRIBUTES.batteryCharge, u16(charge)]] as const)),
  ]);
  expect(batteryOf(attributes)).toBe(expected);
});
