import { expect, test } from 'vitest';
import { fromHex } from '../../kit/bytes.ts';
import { createFrameView } from './frame-view.ts';
import { COMMANDS, downloadCommand, padded } from './reports.ts';

const view = createFrameView();
const device = (hex: string) =>
  view
    .fromDevice(padded(...(fromHex(hex) ?? [])))
    .map(({ name, fields }) => [name, ...fields.map((field) => field.join(' '))]);
const host = (report: Uint8Array) =>
  view.toDevice(report).map(({ name, fields }) => [name, ...fields.map((field) => field.join(' '))]);

test('reports are named, and a record says why it is refused', () => {
  expect(device('48 41 02 13 01 02')).toEqual([['identity', 'device type 41', 'protocol 19']]);
  expect(device('4A 43 00')).toEqual([['transfer', 'device switched off']]);
  expect(device('46 41 80 80 C6 82 80 80 80 80 80 80 80 81')).toEqual([['header', 'records 70', 'user 1']]);
  expect(device('82 80 78 D5 C8 E9 97 85 80 81 8D 89 80 91')).toEqual([
    [
      'record',
      'bytes 0-1 82 80',
      'SYS byte 78',
      'DIA 85',
      'PR 72',
      'MAP 105',
      'date 2023-05-01T13:09:00',
      'bytes 12-13 80 91',
      'refused unverified',
    ],
  ]);
  expect(device('82 01 78 D5 C8 E9 97 85 80 81 8D 89 80 91')).toEqual([['damage']]);
});

test('commands are named', () => {
  expect(host(COMMANDS.ping)).toEqual([['ping']]);
  expect(host(COMMANDS.identify)).toEqual([['identity?']]);
  expect(host(downloadCommand(2))).toEqual([['download?', 'user 2']]);
  expect(host(padded(0x43, 0x41, 0x01, 0x07, 0x02))).toEqual([['download?', 'user all']]);
});
