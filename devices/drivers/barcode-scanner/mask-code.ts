import { INS_HEADER, type InsPart, readCode, splitIns } from '#core/identity/datamatrix-ins.ts';
import { insFieldFault } from '#core/identity/ins-fields.ts';
import { withoutAimIdentifier } from '#core/identity/ins-text.ts';
import type { InsField, InsReason } from '#core/identity/ins-traits.ts';
import { nirKey } from '#core/identity/nir.ts';
import { fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { maskText } from '../../kit/mask-text.ts';
import type { Message } from './messages.ts';

const NEUTRAL_NIR = '1000101000000';
const withKey = (thirteen: string): string => `${thirteen}${nirKey(thirteen)}`;
/** Numbers that are wrong as a person's was: keys are 01 to 97, and there is no month 00 and no sex 9. */
const WRONG_NIR: Readonly<Partial<Record<InsReason, string>>> = {
  key: `${NEUTRAL_NIR}00`,
  date: withKey('1000001000000'),
  field: withKey('9000101000000'),
};

const NEUTRAL: Readonly<Record<InsField, (value: string) => string>> = {
  S1: () => withKey(NEUTRAL_NIR),
  // Who assigned the number says nothing of whose it is.
  S2: (value) => value,
  S3: (value) => 'X'.repeat(value.length),
  S4: (value) => 'X'.repeat(value.length),
  S5: () => 'F',
  S6: () => '01-01-2000',
  S7: () => '01000',
};

/** A value that was wrong stays wrong in the same way: what was recorded as damage replays as damage. */
const maskValue = ({ field, value }: InsPart): string => {
  const fault = insFieldFault(field, value);
  if (fault === undefined) return NEUTRAL[field](value);
  if (field === 'S1') return WRONG_NIR[fault] ?? maskText(value);
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

/** A code whose every sign may stand for another one, as a wrong keyboard layout has it. */
const maskChanged = (code: string): string => code.replaceAll(/\P{Cc}/gu, 'X');

/** The text of a code with everything replaced that could be of a person: any code could be. Its length stays. */
const maskCode = (text: string): string => {
  const code = withoutAimIdentifier(text);
  const identifier = text.slice(0, text.length - code.length);
  if (code.startsWith(INS_HEADER)) return `${identifier}${maskIns(code)}`;
  return `${identifier}${readCode(code)?.code === 'ins' ? maskChanged(code) : maskText(code)}`;
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
