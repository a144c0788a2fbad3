import { expect, test } from 'vitest';
import { failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { createAgreedRecords } from './agreed-records.ts';
import type { StoredRecord } from './record-session.ts';

const record = (byte: number): StoredRecord => ({
  reading: {
    kind: 'blood-glucose',
    status: 'valid',
    values: { glucose: { value: byte, unit: 'mg/dL' } },
    flags: ['stored', 'unprotected'],
    device: { maker: 'A', model: 'B' },
    frames: 1,
  },
  raw: Uint8Array.of(byte),
});

/** A memory that says these bytes, one transmission after the other, and the last ones for ever. */
const memoryOf = (...transmissions: number[][]) => {
  let asked = 0;
  return {
    asked: () => asked,
    read: async (): Promise<Result<readonly StoredRecord[], ReturnType<typeof failure>>> => {
      asked += 1;
      return ok((transmissions[asked - 1] ?? transmissions.at(-1) ?? []).map(record));
    },
  };
};

test('what two transmissions agree on has two behind it and is unprotected no more', async () => {
  const memory = memoryOf([100, 110]);
  const records = await createAgreedRecords(memory.read)();
  expect(memory.asked()).toBe(2);
  expect(records).toMatchObject({
    ok: true,
    value: [
      { reading: { frames: 2, flags: ['stored'] }, raw: Uint8Array.of(100) },
      { reading: { frames: 2, flags: ['stored'] }, raw: Uint8Array.of(110) },
    ],
  });
});

test('what equals the transmission before is believed at once, and a new record is read twice', async () => {
  const memory = memoryOf([100], [100], [100], [120, 100]);
  const read = createAgreedRecords(memory.read);
  await read();
  await read();
  expect(memory.asked()).toBe(3);
  expect(await read()).toMatchObject({ value: [{ raw: Uint8Array.of(120) }, {}] });
  expect(memory.asked()).toBe(5);
});

test('a value that came once is not believed', async () => {
  const memory = memoryOf([101], [100], [100]);
  expect(await createAgreedRecords(memory.read)()).toMatchObject({ value: [{ raw: Uint8Array.of(100) }] });
});

test('a record that comes in between waits until it is confirmed, and a full memory loses its oldest for it', async () => {
  const growing = memoryOf([100], [110, 100], [120, 110, 100], [130, 120, 110, 100]);
  const values = async (read: ReturnType<typeof createAgreedRecords>) => {
    const records = await read();
    return records.ok ? records.value.map(({ raw }) => raw[0]) : records.failure.code;
  };
  expect(await values(createAgreedRecords(growing.read))).toEqual([120, 110, 100]);
  const full = memoryOf([3, 2, 1], [4, 3, 2], [4, 3, 2]);
  expect(await values(createAgreedRecords(full.read))).toEqual([4, 3, 2]);
});

test('a record that was there and is another one now is a contradiction, and so is one that is gone', async () => {
  for (const first of [[101], [3, 1], [3, 2, 0], [4, 3, 2, 1]]) {
    const second = first.length === 1 ? [100] : [3, 2, 1];
    const memory = memoryOf(first, second, second);
    expect(await createAgreedRecords(memory.read)()).toMatchObject({ ok: true });
    expect(memory.asked()).toBe(3);
  }
});

test('a memory that never says the same is garbled; one that fails says why', async () => {
  const memory = memoryOf([1], [2], [3], [4], [5]);
  expect(await createAgreedRecords(memory.read)()).toMatchObject({ failure: { code: 'DEVICE_GARBLED' } });
  const silent = createAgreedRecords(async () => fail(failure('DEVICE_SILENT')));
  expect(await silent()).toEqual(fail(failure('DEVICE_SILENT')));
});
