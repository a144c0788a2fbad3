import { expect, test } from 'vitest';
import { fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { createFrameView } from './frame-view.ts';
import { frameBytes } from './frames.ts';
import { reportsOf } from './packets.ts';

const view = createFrameView();
const shown = (lines: ReturnType<typeof view.fromDevice>) =>
  lines.map(({ name, fields }) => [name, ...fields.map((field) => field.join(' '))]);
const device = (payload: Uint8Array) =>
  shown(reportsOf(payload).flatMap((report) => [...view.fromDevice(report)]));
const frame = (number: number, text: string) => frameBytes({ number, text, isLast: false });

test('frames are named by their records; patient, order and password are not shown', () => {
  const header =
    'H|\\^&||7w3LBL|Bayer7390^01.24\\01.04\\09.02.20^7390-2336773^7403-|A=1^U=0^Z=1|1714||||||1|201909221304';
  expect(device(frame(1, header))).toEqual([
    [
      'header',
      'frame 1',
      'product Bayer7390',
      'version 01.24',
      'serial 7390-2336773',
      'records 1714',
      'unit mg/dL',
      'time 2019-09-22T13:04:00',
    ],
  ]);
  expect(device(frame(2, 'P|1||AB-1234'))).toEqual([['patient', 'frame 2']]);
  expect(device(frame(3, 'R|8|^^^Glucose|133|mg/dL^P||B/X||201202052034'))).toEqual([
    [
      'result',
      'frame 3',
      'number 8',
      'test Glucose',
      'value 133',
      'unit mg/dL^P',
      'marks B/X',
      'time 201202052034',
    ],
  ]);
  const patient = reportsOf(frame(4, 'P|1||AB-1234')).flatMap((report) => [...view.fromDevice(report)]);
  expect(patient.map(({ raw }) => toLatin1(raw)).join('')).toContain('P|1||XX-0000');
  expect(device(fromLatin1('\x04\x05'))).toEqual([['EOT'], ['ENQ']]);
  expect(shown([...view.fromDevice(fromLatin1('$GPGGA'))])).toEqual([['foreign report']]);
});

test("the host's control characters are named", () => {
  const host = (text: string) =>
    shown(reportsOf(fromLatin1(text)).flatMap((report) => [...view.toDevice(report)]));
  expect(host('\x06')).toEqual([['ACK']]);
  expect(host('\x15')).toEqual([['NAK']]);
  expect(host('W|')).toEqual([['command W|']]);
});
