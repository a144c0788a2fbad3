import { describe, expect, test, vi } from 'vitest';
import type { Failure } from '#core/contract/error-codes.ts';
import { createFakeUsb, type FakeUsbDescription, fakeInterface } from './fake-usb.ts';
import { createUsbTransport, usbOpenFailure } from './usb.ts';

const PATH = 'usb 1-4.2';
const RELEASE = [0xe4, 0, 0, 2, 0, 0];
const REPORT = [0xe7, 0, 0, 124, ...Array.from({ length: 124 }, (_, index) => index)];
const quiet = { onBytes: () => undefined, onClosed: () => undefined };

const openFake = async (description?: FakeUsbDescription) => {
  const fake = createFakeUsb(description);
  const received: number[][] = [];
  const closed: Failure[] = [];
  const opened = await createUsbTransport(PATH, { load: fake.load }).open({
    onBytes: (bytes) => received.push([...bytes]),
    onClosed: (cause) => closed.push(cause),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  return { fake, link: opened.value, received, closed };
};

test.each([
  ['open error: device not found (errno 19)', 'PORT_MISSING'],
  ['getDevices error: /sys/bus/usb/devices/ not found (errno 2)', 'PORT_MISSING'],
  ['open error: permission denied (errno 13)', 'PORT_PERMISSION'],
  ['open error: Access is denied. (os error 5)', 'PORT_PERMISSION'],
  ['claimInterface error: interface is busy (errno 16)', 'PORT_BUSY'],
  ['claimInterface error: interface already claimed', 'PORT_BUSY'],
  ['could not open device for exclusive access', 'PORT_BUSY'],
  ['open error: incompatible driver', 'PORT_FAILED'],
])('%j is %s', (words, code) => {
  expect(usbOpenFailure(words)).toEqual({ code, detail: words });
});

describe('opening', () => {
  test('takes the health interface, and asks the status before anything else', async () => {
    const { fake, link } = await openFake({
      interfaces: [fakeInterface(3, [], 0), fakeInterface(0x0f, undefined, 1)],
    });
    expect(fake.calls).toEqual(['claim 1', 'request 0, 2 bytes']);
    await link.close();
  });

  test('does without the status of a device that does not give it', async () => {
    const fake = createFakeUsb();
    fake.fail('status', 'controlTransferIn error: Stall');
    const opened = await createUsbTransport(PATH, { load: fake.load }).open(quiet);
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.close();
  });

  test.each([
    ['open', 'open error: permission denied (errno 13)', 'PORT_PERMISSION'],
    ['configuration', 'the device has no active configuration', 'PORT_FAILED'],
    ['claim', 'claimInterface error: interface is busy (errno 16)', 'PORT_BUSY'],
  ] as const)('fails when %s says %j, and leaves the device closed', async (step, words, code) => {
    const fake = createFakeUsb();
    fake.fail(step, words);
    const opened = await createUsbTransport(PATH, { load: fake.load }).open(quiet);
    expect(opened).toEqual({ ok: false, failure: { code, detail: words } });
    expect(fake.isOpen()).toBe(false);
  });

  test.each([
    ['of another class', [fakeInterface(8)]],
    ['that cannot be written to', [fakeInterface(0x0f, [])]],
  ])('fails on a device %s', async (_, interfaces) => {
    const fake = createFakeUsb({ interfaces });
    const opened = await createUsbTransport(PATH, { load: fake.load }).open(quiet);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'PORT_FAILED' } });
    expect(fake.isOpen()).toBe(false);
  });

  test('fails when nothing is in this socket, whatever is in others', async () => {
    const opened = await createUsbTransport('usb 1-4', { load: createFakeUsb().load }).open(quiet);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'PORT_MISSING' } });
  });

  test('fails without the library, and on this very machine, but never throws', async () => {
    const load = () => Promise.reject(new Error('Cannot find native binding'));
    expect(await createUsbTransport(PATH, { load }).open(quiet)).toMatchObject({
      ok: false,
      failure: {
        code: 'PORT_FAILED',
        detail: 'the USB library cannot be loaded: Cannot find native binding',
      },
    });
    expect(await createUsbTransport('usb nowhere').open(quiet)).toMatchObject({ ok: false });
  });
});

describe('an open device', () => {
  test('is heard on every endpoint, one APDU at a time, whatever the packets', async () => {
    const { fake, link, received } = await openFake();
    fake.send(REPORT.slice(0, 64));
    fake.send(RELEASE, 3);
    fake.send([]);
    fake.send(REPORT.slice(64));
    fake.send(RELEASE);
    await vi.waitFor(() => expect(received).toHaveLength(3));
    // What comes over two endpoints has no order.
    expect(received.filter((apdu) => apdu.length === REPORT.length)).toEqual([REPORT]);
    expect(received.filter((apdu) => apdu.length === RELEASE.length)).toEqual([RELEASE, RELEASE]);
    await link.close();
  });

  test('that stops in the middle of an APDU has what came passed on', async () => {
    const { fake, link, received } = await openFake();
    fake.send(REPORT.slice(0, 64));
    await vi.waitFor(() => expect(received).toEqual([REPORT.slice(0, 64)]), 5_000);
    await link.close();
  });

  test('is written to in order', async () => {
    const { fake, link } = await openFake();
    link.write(Uint8Array.from(REPORT));
    link.write(Uint8Array.from(RELEASE));
    await vi.waitFor(() => expect(fake.written).toEqual([REPORT, RELEASE]));
    await link.close();
  });

  test('that halts is made to go on', async () => {
    const { fake, link, received, closed } = await openFake();
    fake.halt();
    fake.breakDown('transferIn error: Stall');
    fake.send(RELEASE);
    await vi.waitFor(() => expect(received).toEqual([RELEASE]));
    expect(fake.calls.filter((call) => call === 'clear in 2')).toHaveLength(2);
    expect(closed).toEqual([]);
    await link.close();
  });

  test('that halts again and again is broken', async () => {
    const { fake, link, closed } = await openFake();
    for (let halts = 0; halts < 4; halts += 1) fake.halt();
    await vi.waitFor(() => expect(closed).toMatchObject([{ code: 'PORT_FAILED' }]));
    await link.close();
  });

  test.each([
    ['is gone', true, 'DEVICE_UNPLUGGED'],
    ['is still there', false, 'PORT_FAILED'],
  ] as const)('that breaks while it %s says so once, and is quiet afterwards', async (_, unplugged, code) => {
    const { fake, link, received, closed } = await openFake();
    if (unplugged) fake.unplug();
    fake.breakDown('transferIn error: Disconnected');
    await vi.waitFor(() => expect(closed).toEqual([{ code, detail: 'transferIn error: Disconnected' }]));
    fake.send(RELEASE);
    link.write(Uint8Array.from(RELEASE));
    await link.close();
    expect(closed).toHaveLength(1);
    expect(received).toEqual([]);
    expect(fake.written).toEqual([]);
  });

  test.each([
    ['refuses what it is sent', 'transferOut error: Disconnected', undefined],
    ['takes a part of what it is sent', undefined, 2],
  ])('that %s is broken', async (_, words, taken) => {
    const { fake, link, closed } = await openFake();
    if (words !== undefined) fake.fail('write', words);
    if (taken !== undefined) fake.takeOnly(taken);
    link.write(Uint8Array.from(RELEASE));
    link.write(Uint8Array.from(RELEASE));
    await vi.waitFor(() => expect(closed).toMatchObject([{ code: 'PORT_FAILED' }]));
    await link.close();
  });

  test('that is idle shows that it was pulled out when it is asked, even if it is back', async () => {
    const { fake, link, closed } = await openFake();
    expect(await link.check()).toEqual({ ok: true, value: undefined });
    fake.unplug();
    expect(await link.check()).toMatchObject({ ok: false, failure: { code: 'DEVICE_UNPLUGGED' } });
    fake.plugInAgain();
    expect(await link.check()).toMatchObject({ ok: false, failure: { code: 'DEVICE_UNPLUGGED' } });
    expect(closed).toEqual([]);
    await link.close();
  });

  test('closes once, after what was still to be sent, and gives its interface back', async () => {
    const { fake, link, received, closed } = await openFake();
    link.write(Uint8Array.from(RELEASE));
    await Promise.all([link.close(), link.close()]);
    await link.close();
    link.write(Uint8Array.from(RELEASE));
    fake.send(RELEASE);
    expect(fake.written).toEqual([RELEASE]);
    expect(fake.calls.slice(2)).toEqual(['release 0', 'close']);
    expect(await link.check()).toMatchObject({ ok: false });
    expect([received, closed]).toEqual([[], []]);
  });
});
