import { expect, test } from 'vitest';
import { createSerialTransport, openFailure } from './serial.ts';

test.each([
  ['Error: No such file or directory, cannot open /dev/ttyUSB0', 'PORT_MISSING'],
  ['Opening COM7: File not found', 'PORT_MISSING'],
  ['Error Resource temporarily unavailable Cannot lock port', 'PORT_BUSY'],
  ['Error: Device or resource busy, cannot open /dev/ttyUSB0', 'PORT_BUSY'],
  ['Opening COM3: Access denied', 'PORT_BUSY'],
  ['Error: Permission denied, cannot open /dev/ttyUSB0', 'PORT_PERMISSION'],
  ['Error: Is a directory, cannot open /tmp', 'PORT_FAILED'],
])('%j is %s', (message, code) => {
  expect(openFailure(message)).toEqual({ code, detail: message });
});

test('a port that does not exist is a failure, not an exception', async () => {
  const transport = createSerialTransport('/nowhere/port', {
    baudRate: 2400,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
  });
  const opened = await transport.open({ onBytes: () => undefined, onClosed: () => undefined });
  expect(opened).toMatchObject({ ok: false, failure: { code: 'PORT_MISSING' } });
});
