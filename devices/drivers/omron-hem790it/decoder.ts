import { assertNever } from '#core/result.ts';
import { concatBytes } from '../../kit/bytes.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { withReply } from './identity.ts';
import { manifest } from './manifest.ts';
import { readRecord, refused } from './record.ts';
import { createReplyReader, type ReplyEvent } from './replies.ts';
import { cutReports } from './reports.ts';

/** One reading per record; averages are no reading of anybody, and the other replies measure nothing. */
export const createDecoder = (): Decoder => {
  const reader = createReplyReader();
  let { identity } = manifest;

  const decodeEvent = (event: ReplyEvent): Decoded[] => {
    switch (event.type) {
      case 'reply':
        identity = withReply(identity, event.kind, event.body);
        if (event.kind !== 'record') return [];
        return [{ type: 'reading', reading: readRecord(event.body, identity), raw: event.body }];
      case 'checksum':
      case 'structure':
        return [{ type: 'reading', reading: refused(event.type, identity), raw: concatBytes(event.reports) }];
      case 'ok':
      case 'busy':
      case 'off':
      case 'nothing':
        return [];
      default:
        return assertNever(event);
    }
  };

  return {
    push: (bytes) =>
      cutReports(bytes)
        .flatMap((report) => reader.push(report))
        .flatMap(decodeEvent),
    end: () => reader.end().flatMap(decodeEvent),
  };
};
