import { expect, test } from 'vitest';
import { withKeys } from './record-keys.ts';
import type { StoredRecord } from './record-session.ts';

const record = (byte: number, key?: string): StoredRecord => ({
  reading: {
    kind: 'blood-glucose',
    status: 'invalid',
    reason: 'no-value',
    flags: [],
    device: { maker: 'A', model: 'B' },
    frames: 1,
  },
  raw: Uint8Array.of(byte),
  ...(key === undefined ? {} : { key }),
});
const keysOf = (records: readonly StoredRecord[]) => withKeys(records).map(({ key }) => key);

test('a record that comes keeps the keys of those before it, also when it equals one', () => {
  const before = [record(7), record(8)];
  expect(keysOf([record(7), ...before]).slice(1)).toEqual(keysOf(before));
  expect(new Set(keysOf([record(7), ...before])).size).toBe(3);
});

test('a key of its own goes before bytes, and equal ones are told apart as well', () => {
  expect(keysOf([record(1, 'ten o’clock'), record(2, 'ten o’clock'), record(3, 'nine')])).toEqual([
    'ten o’clock 2',
    'ten o’clock',
    'nine',
  ]);
});
