import { describe, expect, test } from 'vitest';
import type { DriverManifest } from './driver.ts';
import { markOf, nominate, type PluggedPort } from './nomination.ts';

const manifest: DriverManifest = {
  id: 'contec-cms50',
  title: 'a device for tests',
  identity: { maker: 'Maker', model: 'Model' },
  measures: ['oximetry'],
  port: { transport: 'serial', line: { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } },
  usb: [
    { vendorId: 0x10c4, productId: 0xea60, carrier: 'CP210x' },
    { vendorId: 0x0403, productId: 0x6001, carrier: 'FTDI' },
  ],
  proof: 'handshake',
  identifyWithinMs: 1_000,
  protection: 'checksum',
  evidence: 'unverified',
};

/** Ports as systems list them, ugly ones included. */
const port = (path: string, own: Partial<PluggedPort> = {}): PluggedPort => ({
  transport: 'serial',
  path,
  vendorId: 0x10c4,
  productId: 0xea60,
  ...own,
});
const BUILT_IN: PluggedPort = { transport: 'serial', path: 'COM1' };

describe('nomination by USB ids', () => {
  test('nothing that fits', () => {
    const others = [
      BUILT_IN,
      port('/dev/ttyACM0', { vendorId: 0x2341, productId: 0x0043 }),
      port('/dev/hidraw0', { transport: 'hid' }),
    ];
    expect(nominate(manifest, {}, others)).toEqual({ type: 'none' });
  });

  test('one that fits, whatever its number', () => {
    const only = port('/dev/ttyUSB7');
    expect(nominate(manifest, {}, [BUILT_IN, only])).toEqual({ type: 'one', port: only });
  });

  test('ids of the binding replace those of the driver', () => {
    const own = port('COM9', { vendorId: 0x1a86, productId: 0x7523 });
    const criteria = { vendorId: 0x1a86, productId: 0x7523 };
    expect(nominate(manifest, criteria, [port('COM8'), own])).toEqual({ type: 'one', port: own });
  });

  test('two with their own serial numbers are ambiguous, two without or with the same are twins', () => {
    const [first, second] = [port('a', { serialNumber: '1' }), port('b', { serialNumber: '2' })];
    expect(nominate(manifest, {}, [first, second])).toMatchObject({ type: 'several', alike: false });
    const twins = [port('a', { serialNumber: '0001' }), port('b', { serialNumber: '0001' })];
    expect(nominate(manifest, {}, twins)).toMatchObject({ type: 'several', alike: true });
    expect(nominate(manifest, {}, [port('a'), port('b')])).toMatchObject({ type: 'several', alike: true });
  });
});

describe('what was remembered', () => {
  const [mine, other] = [
    port('/dev/ttyUSB1', { serialNumber: 'A', topology: '1-2' }),
    port('/dev/ttyUSB0', { serialNumber: 'B', topology: '1-1' }),
  ];

  test('a serial number is followed through any renumbering', () => {
    expect(nominate(manifest, { serialNumber: 'A' }, [other, mine])).toEqual({ type: 'one', port: mine });
  });

  test('another device is never taken in its place', () => {
    expect(nominate(manifest, { serialNumber: 'A' }, [other])).toEqual({ type: 'none' });
  });

  test('twins are told apart by their socket', () => {
    const twins = [port('a', { topology: '1-1' }), port('b', { topology: '1-2' })];
    expect(nominate(manifest, { topology: '1-2' }, twins)).toEqual({ type: 'one', port: twins[1] });
    const sameSerial = twins.map((twin) => ({ ...twin, serialNumber: '0001' }));
    expect(nominate(manifest, { serialNumber: '0001', topology: '1-1' }, sameSerial)).toMatchObject({
      port: { path: 'a' },
    });
  });

  test('an empty socket leaves the choice to the assistant, even of one', () => {
    const moved = port('a', { topology: '1-3' });
    expect(nominate(manifest, { topology: '1-2' }, [moved])).toMatchObject({
      type: 'several',
      ports: [moved],
    });
  });

  test('the least that tells a device from others is kept', () => {
    expect(markOf(mine, false)).toEqual({ serialNumber: 'A' });
    expect(markOf(mine, true)).toEqual({ serialNumber: 'A', topology: '1-2' });
    expect(markOf(port('a', { topology: '1-1' }), false)).toEqual({ topology: '1-1' });
  });
});
