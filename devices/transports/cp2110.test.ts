import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineSettings } from '#core/contract/devices.ts';
import { concatBytes, toHex } from '../kit/bytes.ts';

import { createCp2110Transport, dataReports, lineBytes, uartConfig } from './cp2110.ts';
import { createFakeHid } from './fake-hid.ts';
import { createHidTransport } from './hid.ts';

const LINE: LineSettings = { baudRate: 19_200, dataBits: 8, parity: 'none', stopBits: 1 };
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const openFake = async (line = LINE) => {
  const fake = createFakeHid();
  const received: number[] = [];
  const hid = createHidTransport('/dev/hidraw0', {
    numbered: true,
    load: fake.load,
    isThere: async () => true,
  });
  const opened = await createCp2110Transport(hid, line).open({
    onBytes: (bytes) => received.push(...bytes),
    onClosed: () => undefined,
  });
  await settle();
  return { fake, opened, received };
};

test('a line that is opened is set, enabled and emptied', async () => {
  const { fake, opened } = await openFake();
  expect(opened.ok).toBe(true);
  expect(fake.features.map((report) => toHex(Uint8Array.from(report)))).toEqual([
    '50 00 00 4B 00 00 00 03 00',
    '41 01',
    '43 03',
  ]);
});

test.each([
  [{ ...LINE, baudRate: 115_200, stopBits: 2 as const }, '50 00 01 C2 00 00 00 03 01'],
  [{ ...LINE, dataBits: 7 as const }, '50 00 00 4B 00 00 00 02 00'],
])('settings %j', (line, expected) => {
  expect(toHex(uartConfig(line) ?? new Uint8Array())).toBe(expected);
});

test.each(['even', 'odd'] as const)(
  'parity %s is refused: the sources contradict one another',
  async (parity) => {
    const { fake, opened } = await openFake({ ...LINE, parity });
    expect(opened).toMatchObject({ ok: false, failure: { code: 'PORT_FAILED' } });
    expect(fake.features).toEqual([]);
  },
);

describe('bytes', () => {
  test('to the line travel behind their number', async () => {
    const { fake, opened } = await openFake();
    if (opened.ok) opened.value.write(Uint8Array.of(0x51, 0x22, 0, 0, 0, 0, 0xa3, 0x16));
    await settle();
    expect(fake.written).toEqual([[8, 0x51, 0x22, 0, 0, 0, 0, 0xa3, 0x16]]);
  });

  test('from the line come without number and padding', async () => {
    const { fake, received } = await openFake();
    fake.send(2, 0x51, 0x24, 0, 0, 0);
    fake.send(1, 0x41);
    expect(received).toEqual([0x51, 0x24, 0x41]);
  });

  test('a report that carries none, or fewer than it says, is dropped', () => {
    for (const report of [[], [0, 1], [3, 1, 2], [0x42, ...new Array(70).fill(1)]])
      expect(lineBytes(Uint8Array.from(report))).toBeUndefined();
  });

  test('come out of their reports as they went in, at most 63 a report', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const reports = dataReports(bytes);
        expect(reports.every((report) => report.length <= 64)).toBe(true);
        expect(concatBytes(reports.map((report) => lineBytes(report) ?? new Uint8Array()))).toEqual(
          Uint8Array.from(bytes),
        );
      }),
    );
  });
});
