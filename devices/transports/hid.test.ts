import { describe, expect, test } from 'vitest';
import type { Failure } from '#core/contract/error-codes.ts';
import type { Link } from '../kit/transport.ts';
import { createFakeHid } from './fake-hid.ts';
import { createHidTransport, hidOpenFailure } from './hid.ts';

const PATH = '/dev/hidraw3';
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const openFake = async (numbered = false) => {
  const fake = createFakeHid();
  const received: number[][] = [];
  const closed: Failure[] = [];
  let there = true;
  const transport = createHidTransport(PATH, { numbered, load: fake.load, isThere: async () => there });
  const opened = await transport.open({
    onBytes: (bytes) => received.push([...bytes]),
    onClosed: (cause) => closed.push(cause),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const link: Link = opened.value;
  const unplug = (): void => {
    there = false;
  };
  return { fake, link, received, closed, unplug };
};

test.each([
  ["Failed to open a device with path '/dev/hidraw9': No such file or directory", 'PORT_MISSING'],
  ['CreateFile: (0x00000002) Das System kann die angegebene Datei nicht finden.', 'PORT_MISSING'],
  ['open failed: Device or resource busy', 'PORT_BUSY'],
  ['CreateFile: (0x00000020) the file is being used', 'PORT_BUSY'],
  ['failed to open IOHIDDevice: (0xE00002C5) exclusive access and device already open', 'PORT_BUSY'],
  ["Failed to open a device with path '/dev/hidraw0': Permission denied", 'PORT_PERMISSION'],
  ['CreateFile: (0x00000005) Zugriff verweigert', 'PORT_PERMISSION'],
  ['hid_error is not implemented yet', 'PORT_FAILED'],
])('%j is %s', (words, code) => {
  expect(hidOpenFailure(words)).toEqual({ code, detail: words });
});

describe('a machine without the library', () => {
  const MISSING = new Error('libusb-1.0.so.0: cannot open shared object file: No such file or directory');

  test.each([
    ['when it is imported', () => Promise.reject(MISSING)],
    [
      'when its binding is loaded',
      async () => ({
        devicesAsync: () => Promise.reject(MISSING),
        HIDAsync: { open: () => Promise.reject(MISSING) },
      }),
    ],
  ])('has no such port, %s', async (_when, load) => {
    const opened = await createHidTransport(PATH, { load }).open({
      onBytes: () => undefined,
      onClosed: () => undefined,
    });
    expect(opened).toEqual({
      ok: false,
      failure: { code: 'PORT_FAILED', detail: `the HID library cannot be loaded: ${MISSING.message}` },
    });
  });

  test('opens nothing through the real library either, and never throws', async () => {
    const opened = await createHidTransport('/dev/hidraw-nowhere').open({
      onBytes: () => undefined,
      onClosed: () => undefined,
    });
    expect(opened).toMatchObject({ ok: false, failure: { detail: expect.any(String) } });
  });
});

describe('reports', () => {
  test('of a device without numbers: a 0 goes in front, and nothing is taken off', async () => {
    const { fake, link, received } = await openFake();
    link.write(Uint8Array.of(7, 0, 1));
    link.writeFeature?.(Uint8Array.of(1, 1));
    fake.send(0x4f, 0x4b);
    await settle();
    expect(fake.written).toEqual([[0, 7, 0, 1]]);
    expect(fake.features).toEqual([[0, 1, 1]]);
    expect(received).toEqual([[0x4f, 0x4b]]);
  });

  test('of a device with numbers travel as they are', async () => {
    const { fake, link, received } = await openFake(true);
    link.writeFeature?.(Uint8Array.of(0x41, 1));
    link.write(Uint8Array.of(1, 0x51));
    fake.send(2, 0x51, 0x26);
    await settle();
    expect(fake.features).toEqual([[0x41, 1]]);
    expect(fake.written).toEqual([[1, 0x51]]);
    expect(received).toEqual([[2, 0x51, 0x26]]);
  });
});

describe('an open device', () => {
  test('that is pulled out says so once, and is quiet afterwards', async () => {
    const { fake, link, received, closed } = await openFake();
    fake.breakDown('could not read from HID device');
    fake.breakDown(new Error('again'));
    fake.send(1, 2);
    link.write(Uint8Array.of(1));
    await settle();
    expect(closed).toEqual([{ code: 'DEVICE_UNPLUGGED', detail: 'could not read from HID device' }]);
    expect(received).toEqual([]);
    expect(fake.written).toEqual([]);
    expect(await link.check()).toMatchObject({ ok: false, failure: { code: 'DEVICE_UNPLUGGED' } });
  });

  test.each([
    [false, 'DEVICE_UNPLUGGED'],
    [true, 'PORT_FAILED'],
  ])('that refuses a report (still there: %s) is %s', async (isThere, code) => {
    const { fake, link, closed, unplug } = await openFake();
    if (!isThere) unplug();
    fake.failWrites(new Error('Cannot write to hid device'));
    link.write(Uint8Array.of(1));
    link.write(Uint8Array.of(2));
    await settle();
    expect(closed).toEqual([{ code, detail: 'Cannot write to hid device' }]);
  });

  test('that is idle shows that it was pulled out when it is asked', async () => {
    const { link, closed, unplug } = await openFake();
    expect(await link.check()).toEqual({ ok: true, value: undefined });
    unplug();
    expect(await link.check()).toMatchObject({ ok: false, failure: { code: 'DEVICE_UNPLUGGED' } });
    expect(closed).toEqual([]);
  });

  test('closes once, after what was still to be sent', async () => {
    const { fake, link, closed } = await openFake();
    link.write(Uint8Array.of(9));
    await Promise.all([link.close(), link.close()]);
    await link.close();
    link.write(Uint8Array.of(8));
    fake.send(1);
    expect(fake.written).toEqual([[0, 9]]);
    expect(fake.closings()).toBe(1);
    expect(closed).toEqual([]);
  });
});
