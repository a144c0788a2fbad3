import { expect, it } from 'vitest';
import { deviceLetter } from './device-letter.ts';
import { errorList } from './error-summary.ts';

it('tells devices of one name apart by a letter, and leaves the others alone', () => {
  const devices = [
    { id: 'one', name: 'oximeter' },
    { id: 'two', name: 'scale' },
    { id: 'three', name: 'oximeter' },
  ];
  const letters = ['one', 'two', 'three', 'four'].map((id) => deviceLetter(devices, id, ({ name }) => name));
  expect(letters).toEqual(['A', undefined, 'B', undefined]);
});

it('lists errors by how often they came', () => {
  expect(errorList({ errors: { PORT_BUSY: 1, DEVICE_GARBLED: 3, CAPTURE_MOVED: 1 } })).toEqual([
    { code: 'DEVICE_GARBLED', count: 3 },
    { code: 'CAPTURE_MOVED', count: 1 },
    { code: 'PORT_BUSY', count: 1 },
  ]);
});
