import { expect, test } from 'vitest';
import { createFakeUsb, fakeInterface } from './fake-usb.ts';
import { listUsb, socketOf } from './usb-list.ts';

const untold = async (): Promise<undefined> => undefined;
const METER = { serialNumber: '0042', productName: 'Accu-Chek' };
const CANDIDATE = {
  transport: 'phdc',
  path: 'usb 1-4.2',
  vendorId: 0x173a,
  productId: 0x21d5,
  topology: '1-4.2',
  serialNumber: '0042',
  product: 'Accu-Chek',
};

test.each([
  [{ bus: '001', ports: [4, 2] }, '1-4.2'],
  [{ bus: '010', ports: [3] }, '10-3'],
  [{ bus: '000', ports: [1] }, '0-1'],
  [{ bus: '14200000', ports: [1] }, '14200000-1'],
  [{ bus: '1', ports: [] }, undefined],
])('the socket of %j is %s', async (description, socket) => {
  const [device] = await (await createFakeUsb(description).load()).getDevices();
  expect(device && socketOf(device)).toBe(socket);
});

test('a device is known by its class as the kernel tells it, without being opened', async () => {
  const fake = createFakeUsb(METER);
  fake.fail('configuration', 'open error: permission denied (errno 13)');
  const classes = async (socket: string) => (socket === '1-4.2' ? [3, 0x0f] : []);
  expect(await listUsb(fake.load, classes)).toEqual({ ok: true, value: [CANDIDATE] });
  expect(fake.isOpen()).toBe(false);
});

test('or by its own description, where the kernel does not tell, and is closed again', async () => {
  const fake = createFakeUsb({ ...METER, interfaces: [fakeInterface(3), fakeInterface()] });
  expect(await listUsb(fake.load, untold)).toEqual({ ok: true, value: [CANDIDATE] });
  expect(fake.isOpen()).toBe(false);
});

test('one that does not say its serial number has none', async () => {
  const fake = createFakeUsb();
  fake.fail('serialNumber', 'control transfer failed');
  const listed = await listUsb(fake.load, untold);
  expect(listed.ok && listed.value).toMatchObject([{ path: 'usb 1-4.2' }]);
  expect(listed.ok && listed.value[0]?.serialNumber).toBeUndefined();
});

test.each([
  ['of another class', { interfaces: [fakeInterface(8)] }],
  ['without interfaces', { interfaces: [] }],
  ['that is a root hub', { ports: [] }],
])('a device %s is none of these', async (_, description) => {
  expect(await listUsb(createFakeUsb(description).load, untold)).toEqual({ ok: true, value: [] });
});

test('one that may not be opened is none of these, where the kernel does not tell', async () => {
  const fake = createFakeUsb();
  fake.fail('configuration', 'open error: permission denied (errno 13)');
  expect(await listUsb(fake.load, untold)).toEqual({ ok: true, value: [] });
});

test.each([
  [
    'the library',
    'Cannot find native binding',
    'the USB library cannot be loaded: Cannot find native binding',
  ],
  ['USB', 'getDevices error: not found (errno 2)', 'getDevices error: not found (errno 2)'],
])('a machine without %s has a failure, not an exception', async (_, words, detail) => {
  const listed = await listUsb(() => Promise.reject(new Error(words)));
  expect(listed).toEqual({ ok: false, failure: { code: 'PORT_FAILED', detail } });
});

test('this very machine lists without an exception', async () => {
  expect(await listUsb()).toHaveProperty('ok');
});
