import { INS_HEADER, readCode } from '#core/identity/datamatrix-ins.ts';
import { withoutAimIdentifier } from '#core/identity/ins-text.ts';
import type { DecodedScan } from '#core/identity/scan.ts';
import { assertNever } from '#core/result.ts';
import { toLatin1 } from '../../kit/bytes.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { createMessageReader, type Message } from './messages.ts';

const BROKEN_INS: DecodedScan = { code: 'ins', status: 'invalid', reason: 'field' };

/** What a message says; undefined when it says nothing. Of a broken one only that it was an identity, if that can be seen. */
export const scanOf = (message: Message): DecodedScan | undefined => {
  switch (message.type) {
    case 'code':
      return readCode(message.text);
    case 'blank':
      return undefined;
    case 'damage':
      return withoutAimIdentifier(toLatin1(message.raw)).startsWith(INS_HEADER) ? BROKEN_INS : undefined;
    default:
      return assertNever(message);
  }
};

const decoded = (message: Message): Decoded[] => {
  const scan = scanOf(message);
  return scan === undefined ? [] : [{ type: 'scan', scan, raw: message.raw }];
};

/** One scan per code. A line that never ends is no code: what was lost of it would be lost of a name. */
export const createDecoder = (): Decoder => {
  const reader = createMessageReader();
  return {
    push: (bytes) => reader.push(bytes).flatMap(decoded),
    end: () => reader.end().flatMap(decoded),
  };
};
