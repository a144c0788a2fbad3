import { expect, test } from 'vitest';
import { fromLatin1 } from '../../kit/bytes.ts';
import { createFrameView } from './frame-view.ts';
import { deviceLine } from './lines.ts';

test('lines and commands are named, however they are cut', () => {
  const view = createFrameView();
  const shown = (lines: ReturnType<typeof view.fromDevice>) =>
    lines.map(({ name, fields }) => [name, ...fields.map((field) => field.join(' '))]);
  expect(shown(view.fromDevice(deviceLine('P 003,"GMF600DCY","MG/DL "')))).toEqual([
    ['header', 'records 3', 'serial GMF600DCY', 'display mg/dL'],
  ]);
  expect(
    shown(view.fromDevice(deviceLine('P "SAT","03/21/15","16:45:24   ","  081 ","N","03", 00'))),
  ).toEqual([
    ['record', 'weekday SAT', 'date 03/21/15', 'time 16:45:24', 'value 081', 'meal N', 'comment 03'],
  ]);
  expect(shown(view.fromDevice(fromLatin1('% 1337\r\n')))).toEqual([['wrong sum']]);
  expect(shown(view.toDevice(fromLatin1('\x11\rDM')))).toEqual([]);
  expect(shown(view.toDevice(fromLatin1('P\r\x11\rDMZ\r')))).toEqual([['dump?'], ['command DMZ']]);
});
