import { assertNever } from '#core/result.ts';
import { toLatin1 } from '../../kit/bytes.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { createFrameReader, type FrameEvent, RECORD_SEPARATOR } from './frames.ts';
import { createEventMask, type EventMask } from './mask.ts';
import { isResultText } from './result.ts';

const COMMAND_NAMES: Readonly<Record<string, string>> = {
  ST: 'ST start measurement',
  SP: 'SP stop',
  RB: 'RB last result?',
  RP: 'RP pulse table?',
};
const FIELD_NAMES: Readonly<Record<string, string>> = {
  S: 'systolic',
  M: 'mean',
  D: 'diastolic',
  P: 'pulse',
  i: 'irregular beats',
  m: 'movements',
};
/** Field `d` of format RA holds the patient's identification. */
const PATIENT_FIELD = 'd';
const FIXED_NAMES = ['model', 'date', 'format', 'mode', 'error'] as const;

const resultFields = (text: string): FrameLine['fields'] =>
  text.split(String.fromCharCode(RECORD_SEPARATOR)).flatMap((field, index) => {
    const fixed = FIXED_NAMES[index];
    if (fixed !== undefined) return [[fixed, field.trim()] as const];
    const letter = field.charAt(0);
    if (letter === '' || letter === PATIENT_FIELD) return [];
    return [[FIELD_NAMES[letter] ?? letter, field.slice(1).trim() || '-'] as const];
  });

const lineOf =
  (mask: EventMask) =>
  (event: FrameEvent): FrameLine => {
    // The bytes are shown too, and a patient can be read in them.
    const raw = mask(event);
    switch (event.type) {
      case 'ack':
      case 'nak':
        return { raw, name: event.type.toUpperCase(), fields: [] };
      case 'text': {
        const text = toLatin1(event.text);
        const name = COMMAND_NAMES[text] ?? (isResultText(event.text) ? 'result' : 'text');
        return { raw, name, fields: name === 'result' ? resultFields(text) : [] };
      }
      case 'checksum':
        return { raw, name: 'wrong BCC', fields: [] };
      case 'structure':
        return { raw, name: 'damage', fields: [] };
      case 'noise':
        return { raw, name: 'noise', fields: [] };
      default:
        return assertNever(event);
    }
  };

/** Frames of both directions in the words of the TM-2655 protocol. */
export const createFrameView = (): FrameView => {
  const device = createFrameReader();
  const host = createFrameReader();
  const maskDevice = createEventMask();
  return {
    fromDevice: (bytes) => device.push(bytes).map(lineOf(maskDevice)),
    toDevice: (bytes) => host.push(bytes).map(lineOf(createEventMask())),
  };
};
