import { expect, test } from 'vitest';
import { pluggedSerialPort } from './survey.ts';

/** Ports as the systems list them, the ugly ones included. */
test('a CP2102 on Linux, its socket out of the kernel path', () => {
  const listed = {
    path: '/dev/ttyUSB0',
    manufacturer: 'Silicon_Labs',
    serialNumber: '0001',
    vendorId: '10c4',
    productId: 'ea60',
    locationId: undefined,
  };
  const systemPath = '/sys/devices/pci0000:00/0000:00:14.0/usb1/1-4/1-4.2/1-4.2:1.0/ttyUSB0';
  expect(pluggedSerialPort(listed, systemPath)).toEqual({
    transport: 'serial',
    path: '/dev/ttyUSB0',
    vendorId: 0x10c4,
    productId: 0xea60,
    serialNumber: '0001',
    topology: '1-4.2',
    product: 'Silicon_Labs',
  });
});

test('an FTDI adapter on Windows, whose ids are in capitals and whose socket Windows names', () => {
  const listed = {
    path: 'COM4',
    manufacturer: 'FTDI',
    serialNumber: 'A50285BI',
    vendorId: '0403',
    productId: '6001',
    locationId: 'Port_#0002.Hub_#0003',
  };
  expect(pluggedSerialPort({ ...listed, productId: '6001' }, undefined)).toMatchObject({
    vendorId: 0x0403,
    productId: 0x6001,
    topology: 'Port_#0002.Hub_#0003',
  });
  expect(pluggedSerialPort({ ...listed, vendorId: '10C4', productId: 'EA60' }, undefined)).toMatchObject({
    vendorId: 0x10c4,
    productId: 0xea60,
  });
});

test('a port of the board itself has neither ids nor socket', () => {
  expect(pluggedSerialPort({ path: '/dev/ttyS0' }, '/sys/devices/platform/serial8250')).toEqual({
    transport: 'serial',
    path: '/dev/ttyS0',
  });
});

test('a serial number of no characters is none', () => {
  const listed = { path: 'COM7', serialNumber: '', vendorId: '067B', productId: '2303' };
  expect(pluggedSerialPort(listed, undefined)).not.toHaveProperty('serialNumber');
});
