import type { FrameLine, FrameView } from '../../kit/driver.ts';
import type { TextLine } from '../../kit/text-lines.ts';
import { alarmNames, exceptionNames } from './exceptions.ts';
import { type Ascii1Lines, createAscii1Lines } from './layouts.ts';
import { createAscii1LineReader } from './reader.ts';

const shown = (value: number | undefined): string => (value === undefined ? '-' : String(value));

const lineOf = (lines: Ascii1Lines, { text, raw }: TextLine): FrameLine => {
  const line = lines.read(text);
  if (line === undefined) return { raw, name: 'damage', fields: [] };
  const { deviceTime, serial, oxygenSaturation, pulseRate, perfusionIndex, alarm, exceptions } = line;
  const alarms = alarmNames(alarm);
  return {
    raw,
    name: 'ASCII 1 line',
    fields: [
      ['time', deviceTime],
      ...(serial === undefined ? [] : ([['SN', serial]] as const)),
      ['SPO2', shown(oxygenSaturation)],
      ['BPM', shown(pulseRate)],
      ['PI', shown(perfusionIndex)],
      ['EXC', exceptionNames(exceptions).join(', ') || 'none'],
      ...(alarms.length === 0 ? [] : ([['ALARM', alarms.join(', ')]] as const)),
    ],
  };
};

/** Lines of the oximeter in the words of its sources; it is never spoken to. */
export const createFrameView = (): FrameView => {
  const reader = createAscii1LineReader();
  const lines = createAscii1Lines();
  return {
    fromDevice: (bytes) => reader.push(bytes).map((text) => lineOf(lines, text)),
    toDevice: () => [],
  };
};
