import { assertNever } from '#core/result.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { readTags, textOf } from './fields.ts';
import { createLineReader, type LineEvent } from './lines.ts';

const TAG_NAMES: Readonly<Record<string, string>> = {
  MO: 'model',
  SN: 'serial',
  DT: 'date',
  Da: 'date',
  Ti: 'time',
  TI: 'time',
  Wk: 'weight',
  Wp: 'weight lb',
  Hm: 'height cm',
  Hf: 'height in',
  FW: 'fat %',
  MI: 'BMI',
};
/** Tag `ID` holds the patient's identification. */
const PATIENT_TAG = 'ID';

const lineOf = (event: LineEvent): FrameLine => {
  const { raw } = event;
  switch (event.type) {
    case 'protected':
      return {
        raw,
        name: 'weighing',
        fields: [...(readTags(event.text) ?? [])]
          .filter(([tag]) => tag !== PATIENT_TAG && !tag.startsWith('~'))
          .map(([tag, value]) => [TAG_NAMES[tag] ?? tag, textOf(value) ?? '-'] as const),
      };
    case 'plain':
      return { raw, name: 'plain weighing', fields: [['numbers', event.text]] };
    case 'checksum':
      return { raw, name: 'wrong checksum', fields: [] };
    case 'structure':
      return { raw, name: 'damage', fields: [] };
    default:
      return assertNever(event);
  }
};

/** Lines of the scale by their tags; the scale is never spoken to. */
export const createFrameView = (): FrameView => {
  const reader = createLineReader();
  return { fromDevice: (bytes) => reader.push(bytes).map(lineOf), toDevice: () => [] };
};
