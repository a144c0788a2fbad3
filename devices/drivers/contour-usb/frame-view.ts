import { assertNever } from '#core/result.ts';
import { toLatin1 } from '../../kit/bytes.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { CONTROLS, createFrameReader, type Frame, type FrameEvent } from './frames.ts';
import { maskedBytes } from './mask.ts';
import { createUnwrapper, payloadOf } from './packets.ts';
import { fieldsOf, readHeader } from './records.ts';

const RECORD_NAMES: Readonly<Record<string, string>> = {
  H: 'header',
  P: 'patient',
  O: 'order',
  R: 'result',
  L: 'end',
};

const headerFields = (text: string): FrameLine['fields'] => {
  const header = readHeader(text);
  if (header === undefined) return [];
  const { identity, records, unit, deviceTime } = header;
  return [
    ['product', identity.model],
    ['version', identity.firmware ?? '-'],
    ['serial', identity.serial ?? '-'],
    ['records', String(records)],
    ['unit', unit ?? 'unknown'],
    ['time', deviceTime],
  ];
};

const resultFields = (text: string): FrameLine['fields'] => {
  const [, number = '', test = '', value = '', unit = '', , marks = '', , time = ''] = fieldsOf(text);
  return [
    ['number', number],
    ['test', test.replaceAll('^', '')],
    ['value', value],
    ['unit', unit],
    ['marks', marks === '' ? '-' : marks],
    ['time', time],
  ];
};

/** Patient and order may hold who it is: their fields are left out, as is the header's password. */
const recordFields = ({ text }: Frame): FrameLine['fields'] => {
  if (text.startsWith('H')) return headerFields(text);
  return text.startsWith('R') ? resultFields(text) : [];
};

const lineOf = (event: FrameEvent): FrameLine => {
  switch (event.type) {
    case 'control':
      return { raw: Uint8Array.of(CONTROLS[event.control]), name: event.control.toUpperCase(), fields: [] };
    case 'frame': {
      const { frame } = event;
      // The bytes are shown too, and a patient can be read in them.
      const raw = maskedBytes(event.raw);
      const name = RECORD_NAMES[frame.text.charAt(0)] ?? 'record';
      return { raw, name, fields: [['frame', String(frame.number)], ...recordFields(frame)] };
    }
    case 'checksum':
      return { raw: maskedBytes(event.raw), name: 'wrong sum', fields: [] };
    case 'structure':
    case 'noise':
      return { raw: maskedBytes(event.raw), name: 'damage', fields: [] };
    default:
      return assertNever(event);
  }
};

/** Frames and control characters of both directions, out of their reports. */
export const createFrameView = (): FrameView => {
  const device = createFrameReader();
  const unwrap = createUnwrapper();
  return {
    fromDevice: (report) => {
      const carried = unwrap(report);
      return carried === undefined
        ? [{ raw: report, name: 'foreign report', fields: [] }]
        : device.push(carried.payload).map(lineOf);
    },
    toDevice: (report) => {
      const payload = payloadOf(report) ?? report;
      const reader = createFrameReader();
      const [line = { raw: payload, name: `command ${toLatin1(payload)}`, fields: [] }] = reader
        .push(payload)
        .map(lineOf);
      return [line];
    },
  };
};
