import { expect, test } from 'vitest';
import { decodeStatus, statusMarks } from './status.ts';

/** Bytes published with these names (unit tests of a ventilator project), and the rest of the document's table. */
test.each([
  [0x80, []],
  [0x81, ['sync']],
  [0x82, ['green perfusion']],
  [0x84, ['red perfusion']],
  [0x86, ['yellow perfusion']],
  [0x88, ['sensor alarm']],
  [0x90, ['out of track']],
  [0xa0, ['artifact']],
  [0xc0, ['sensor disconnected']],
  [0xff, ['sensor disconnected', 'artifact', 'out of track', 'sensor alarm', 'yellow perfusion', 'sync']],
])('status byte %s says %j', (byte, marks) => {
  expect(statusMarks(byte)).toEqual(marks);
});

test('every bit is read by itself', () => {
  expect(decodeStatus(0x80)).toEqual({
    sensorDisconnected: false,
    artifact: false,
    outOfTrack: false,
    sensorAlarm: false,
    perfusion: undefined,
    sync: false,
  });
});
