import { assertNever } from '#core/result.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { readTags, textOf } from './fields.ts';
import { createLineReader, type LineEvent } from './lines.ts';
import { maskedBytes, PATIENT_TAGS } from './mask.ts';

const TAG_NAMES: Readonly<Record<string, string>> = {
  MO: 'model',
  SN: 'serial',
  DT: 'date',
  Da: 'date',
  DA: 'date',
  Ti: 'time',
  TI: 'time',
  Wk: 'weight',
  Wp: 'weight lb',
  Hm: 'height cm',
  Hf: 'height in',
  FW: 'fat %',
  MI: 'BMI',
};

const lineOf = (event: LineEvent): FrameLine => {
  // The bytes are shown too, and a patient can be read in them.
  const raw = maskedBytes(event.raw);
  switch (event.type) {
    case 'protected':
      return {
        raw,
        name: 'weighing',
        fields: [...(readTags(event.text) ?? [])]
          .filter(([tag]) => !PATIENT_TAGS.has(tag) && !tag.startsWith('~'))
          .map(([tag, value]) => [TAG_NAMES[tag] ?? tag, textOf(value) ?? '-'] as const),
      };
    case 'plain':
      return { raw, name: 'plain weighing', fields: [['numbers', event.text]] };
    case 'checksum':
      return { raw, name: 'wrong checksum', fields: [] };
    case 'structure':
      return { raw, name: 'damage', fields: [] };
    case 'noise':
      return { raw, name: 'noise', fields: [] };
    default:
      return assertNever(event);
  }
};

/** Lines of the scale by their tags; the scale is never spoken to. */
export const createFrameView = (): FrameView => {
  const reader = createLineReader();
  return { fromDevice: (bytes) => reader.push(bytes).map(lineOf), toDevice: () => [] };
};
