import { expect, test } from 'vitest';
import { createAscii1Lines } from './layouts.ts';

const KNOWN = '03/02/26 09:00:00 SN=0000093112 SPO2=097% BPM=072 PI=04.00% PVI=020 ALARM=0000 EXC=000800';
/** A model that no source shows. */
const OTHER =
  '03/02/26 09:00:00 SN=0000093112 SPO2=097% BPM=072 PI=04.00% SPHB=13.2 RRA=014 ALARM=0000 EXC=000800';

const saturations = (texts: readonly string[]): (number | undefined)[] => {
  const lines = createAscii1Lines();
  return texts.map((text) => lines.read(text)?.oxygenSaturation);
};

test('a line of a known model is read at once, and so is one with zeros before it', () => {
  expect(saturations([KNOWN, `\0\0${KNOWN}`])).toEqual([97, 97]);
});

test('a line of fields that no source shows is read when the one before it had the same', () => {
  expect(saturations([OTHER, OTHER.replace('=097', '=096'), OTHER])).toEqual([undefined, 96, 97]);
});

test.each([
  ['a lost character', OTHER.replace('SPHB', 'SPH')],
  ['a lost digit', OTHER.replace('13.2', '13.')],
  ['a field less', OTHER.replace(' RRA=014', '')],
  ['a damaged line', OTHER.replace('BPM=072', 'BPM=0 2')],
  ['an impossible time', OTHER.replace('09:00:00', '09:60:00')],
])('%s in the midst of them is damage, and the lines around it stay', (_name, damaged) => {
  expect(saturations([OTHER, OTHER, damaged, OTHER])).toEqual([undefined, 97, undefined, 97]);
});

test('damage to the lines of a known model makes no other model of it', () => {
  const damaged = KNOWN.replace('PVI', 'PVJ');
  expect(saturations([KNOWN, damaged, KNOWN, damaged])).toEqual([97, undefined, 97, undefined]);
});
