import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../kit/bytes.ts';
import type { FrameLine } from '../../kit/driver.ts';
import { displayFrame } from './display-frame.ts';
import { createFrameView } from './frame-view.ts';
import { selectFormat } from './messages.ts';
import { spotCheckFrame } from './spot-check.ts';
import { ALL_EQUAL, packetBytes } from './test-packets.ts';

const shown = ({ name, fields }: FrameLine): string =>
  [name, ...fields.map(([field, value]) => `${field}=${value}`)].join(' ');
const fromDevice = (...chunks: readonly Uint8Array[]): string[] => {
  const view = createFrameView();
  return chunks.flatMap((chunk) => view.fromDevice(chunk)).map(shown);
};

test('frames of a packet are numbered, and their bytes named', () => {
  const lines = fromDevice(packetBytes(ALL_EQUAL, { status: 0x02 }));
  expect(lines).toHaveLength(25);
  expect(lines[0]).toBe('format 2 frame 1 status=green perfusion, sync pleth=128 HR MSB=0');
  expect(lines[8]).toBe('format 2 frame 9 status=green perfusion pleth=128 SpO2-D=97');
  expect(lines[20]).toBe('format 2 frame 21 status=green perfusion pleth=128 HR-D LSB=72');
});

test('a frame whose place is not known is shown without number', () => {
  const bytes = packetBytes(ALL_EQUAL, { format: 7 });
  expect(fromDevice(bytes.slice(5))[0]).toBe('format 7 frame status=no mark pleth=128 FLOAT=72');
});

test('display frames, spot checks, answers and damage', () => {
  const view = createFrameView();
  const frames = Array.from({ length: 4 }, () => displayFrame(0x10, 72, 97, 0x09));
  expect(
    frames
      .flatMap((frame) => view.fromDevice(frame))
      .map(shown)
      .at(0),
  ).toBe('format 8 frame SpO2-D=97 HR-D=72 status=low perfusion, sensor alarm, low battery');
  const time = '2026-03-02T14:30:15';
  const spotCheck = spotCheckFrame({ time, msb: 2, lsb: 0x10, pulseRate: 511, oxygenSaturation: 97 });
  expect(fromDevice(Uint8Array.of(0x15), spotCheck)).toEqual([
    'NAK',
    'format 13 spot check time=2026-03-02T14:30:15 SpO2=97 HR=- status=SmartPoint, from memory',
  ]);
  expect(fromDevice(fromHex('02 F2 06 1A 03 02 09 00 00 03') ?? new Uint8Array())).toEqual([
    'time time=2026-03-02T09:00:00',
  ]);
  const packet = packetBytes(ALL_EQUAL);
  expect(fromDevice(packet, Uint8Array.of(0x55, 0x55), packet)[25]).toBe('damage reason=structure');
});

test('what the host says is named, and every byte of it is there', () => {
  const view = createFrameView();
  const lines = view.toDevice(Uint8Array.of(...selectFormat(2), 0x02, 0x72, 0x00, 0x03));
  expect(lines.map(shown)).toEqual(['select format format=2', 'time?']);
  expect(lines.map(({ raw }) => toHex(raw))).toEqual(['02 70 02 02 02 03', '02 72 00 03']);
});
