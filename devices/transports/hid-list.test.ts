import { expect, test } from 'vitest';
import { createFakeHid } from './fake-hid.ts';
import { listHid } from './hid-list.ts';

const THERMOMETER = { path: '/dev/hidraw0', vendorId: 0x10c4, productId: 0xea80, serialNumber: '0012' };
const BUS = '/sys/devices/pci0000:00/0000:00:14.0/usb1';

test('names what is plugged in, and where', async () => {
  const fake = createFakeHid([
    { ...THERMOMETER, product: 'CP2110', usagePage: 0xff00, usage: 1 },
    { path: '/dev/hidraw1', vendorId: 0x0c2e, productId: 1, serialNumber: '', usagePage: 0x8c, usage: 2 },
    { path: '/dev/hidraw2', vendorId: 1, productId: 2 },
    { vendorId: 3, productId: 4 },
  ]);
  const systemPaths: Readonly<Record<string, string>> = {
    '/dev/hidraw0': `${BUS}/1-4/1-4.2/1-4.2:1.0/0003:10C4:EA80.0005`,
    '/dev/hidraw1': `${BUS}/1-3/1-3:1.1/0003:0C2E:0001.0006`,
  };
  expect(await listHid(fake.load, async (path) => systemPaths[path])).toEqual({
    ok: true,
    value: [
      { ...THERMOMETER, product: 'CP2110', usagePage: 0xff00, usage: 1, topology: '1-4.2' },
      { path: '/dev/hidraw1', vendorId: 0x0c2e, productId: 1, usagePage: 0x8c, usage: 2, topology: '1-3' },
      { path: '/dev/hidraw2', vendorId: 1, productId: 2, usagePage: 0, usage: 0 },
    ],
  });
});

test('a device that is not on USB has no place on it', async () => {
  const fake = createFakeHid([{ path: '/dev/hidraw0', vendorId: 1, productId: 2 }]);
  const listed = await listHid(fake.load, async () => '/sys/devices/virtual/misc/uhid/0005:0001:0002.0001');
  expect(listed.ok && listed.value[0]?.topology).toBeUndefined();
});

test('a machine without the library has a failure, not an exception', async () => {
  const load = () => Promise.reject(new Error('libudev.so.1: cannot open shared object file'));
  expect(await listHid(load)).toMatchObject({ ok: false, failure: { code: 'PORT_FAILED' } });
});
