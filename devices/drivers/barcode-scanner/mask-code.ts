import {
  INS_HEADER,
  type InsField,
  type InsPart,
  insFieldFault,
  splitIns,
  withoutAimIdentifier,
} from '#core/identity/datamatrix-ins.ts';
import { nirKey } from '#core/identity/nir.ts';
import { fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { maskText } from '../../kit/mask-text.ts';
import type { Message } from './messages.ts';

const NEUTRAL_NIR = '1000100000000';
/** Keys are 01 to 97. */
const WRONG_KEY = '00';
/** There is no month 00. */
const WRONG_MONTH = '100000000000000';

const NEUTRAL: Readonly<Record<InsField, (value: string) => string>> = {
  S1: () => `${NEUTRAL_NIR}${nirKey(NEUTRAL_NIR)}`,
  // Who assigned the number says nothing of whose it is.
  S2: (value) => value,
  S3: (value) => 'X'.repeat(value.length),
  S4: (value) => 'X'.repeat(value.length),
  S5: () => 'F',
  S6: () => '01-01-2000',
  S7: () => '00000',
};

/** A value that was wrong stays wrong in the same way: what was recorded as damage replays as damage. */
const maskValue = ({ field, value }: InsPart): string => {
  const fault = insFieldFault(field, value);
  if (fault === undefined || field === 'S2') return NEUTRAL[field](value);
  if (field === 'S1' && fault === 'checksum') return `${NEUTRAL_NIR}${WRONG_KEY}`;
  if (field === 'S1' && fault === 'out-of-range') return WRONG_MONTH;
  return field === 'S3' || field === 'S4' ? 'x'.repeat(value.length) : maskText(value);
};

const maskIns = (code: string): string => {
  const split = splitIns(code);
  if (!split.ok) return `${INS_HEADER}${maskText(code.slice(INS_HEADER.length))}`;
  return split.value.parts.reduce((masked, part) => {
    const end = part.at + part.value.length;
    return `${masked.slice(0, part.at)}${maskValue(part)}${masked.slice(end)}`;
  }, code);
};

/** The text of a code with everything replaced that could be of a person: any code could be. Its length stays. */
const maskCode = (text: string): string => {
  const code = withoutAimIdentifier(text);
  const identifier = text.slice(0, text.length - code.length);
  return `${identifier}${code.startsWith(INS_HEADER) ? maskIns(code) : maskText(code)}`;
};

/** The bytes of a message with its content masked. */
export const maskedBytes = (message: Message): Uint8Array => {
  if (message.type === 'blank') return message.raw;
  if (message.type === 'damage') return fromLatin1(maskCode(toLatin1(message.raw)));
  const masked = message.raw.slice();
  for (const [index, byte] of fromLatin1(maskCode(message.text)).entries()) {
    const place = message.places[index];
    if (place !== undefined) masked[place] = byte;
  }
  return masked;
};
