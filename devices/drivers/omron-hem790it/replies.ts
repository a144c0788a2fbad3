import { concatBytes, toLatin1 } from '../../kit/bytes.ts';
import { isFull, validBytes } from './reports.ts';

/** What a reply answers. Each kind has its own length, and no reply names its question. */
export type ReplyKind = 'version' | 'profile' | 'serial' | 'count' | 'record' | 'average';

/** Bytes after `OK`: a zero, the data, and the XOR of the data (libomron, omron_protocol_notes). */
const BODY_LENGTHS: ReadonlyMap<number, ReplyKind> = new Map([
  [6, 'count'],
  [9, 'serial'],
  [10, 'average'],
  [12, 'profile'],
  [13, 'version'],
  [15, 'record'],
]);
const LONGEST_BODY = 15;
/** A reply takes three reports; empty ones may stand between, but not without end. */
const MOST_REPORTS = 64;

const OK = 'OK';
const BUSY = 'NO';
const OFF = 'OFF\r\n';

/** What the device said; `reports` are those that it came in, so that together the events are the stream. */
export type ReplyEvent = { readonly reports: readonly Uint8Array[] } & (
  | {
      readonly type: 'reply';
      readonly kind: ReplyKind;
      /** From the zero after `OK` to the checksum. */
      readonly body: Uint8Array;
    }
  /** A whole reply whose checksum is wrong. */
  | { readonly type: 'checksum' }
  /** Reports that are no reply, or part of one. */
  | { readonly type: 'structure' }
  /** The answer to a clearing block, and the first one to END. */
  | { readonly type: 'ok' }
  /** Not now: the same command again. */
  | { readonly type: 'busy' }
  /** The device has gone off. */
  | { readonly type: 'off' }
  /** A report without valid bytes, or one that counts more than it holds, as it comes before the device is ready. */
  | { readonly type: 'nothing' }
);

/** Data of a reply: its body without the zero and the checksum. */
export const dataOf = (body: Uint8Array): Uint8Array => body.slice(1, -1);

/** XOR of bytes: zero over data and its checksum. */
export const checksum = (bytes: Uint8Array): number => bytes.reduce((check, byte) => check ^ byte, 0);

interface Open {
  readonly reports: Uint8Array[];
  readonly valid: Uint8Array[];
}

/** Puts replies together from reports. */
interface ReplyReader {
  push(report: Uint8Array): readonly ReplyEvent[];
  end(): readonly ReplyEvent[];
}

const judge = ({ reports, valid }: Open): ReplyEvent => {
  const bytes = concatBytes(valid);
  const body = bytes.slice(OK.length);
  const kind = BODY_LENGTHS.get(body.length);
  const begins = toLatin1(bytes.slice(0, OK.length)) === OK && body[0] === 0;
  if (kind === undefined || !begins) return { type: 'structure', reports };
  return checksum(body) === 0 ? { type: 'reply', kind, body, reports } : { type: 'checksum', reports };
};

/** What a report says that is a whole message by itself. */
const wholeMessage = (valid: Uint8Array): 'ok' | 'busy' | 'off' | undefined => {
  const text = toLatin1(valid);
  if (text === OK) return 'ok';
  if (text === BUSY) return 'busy';
  return text === OFF ? 'off' : undefined;
};

/**
 * A reply goes on while its reports are full. One that fills its last report (the profile) ends with the next report that begins like a
 * reply: no other report does.
 */
export const createReplyReader = (): ReplyReader => {
  let open: Open | undefined;

  const close = (): ReplyEvent[] => {
    const closing = open;
    open = undefined;
    return closing === undefined ? [] : [judge(closing)];
  };

  const unreadable = (report: Uint8Array): ReplyEvent[] => {
    if (open === undefined) return [{ type: 'nothing', reports: [report] }];
    open.reports.push(report);
    return close().map(({ reports }) => ({ type: 'structure', reports }));
  };

  const add = (report: Uint8Array, valid: Uint8Array): ReplyEvent[] => {
    open ??= { reports: [], valid: [] };
    open.reports.push(report);
    open.valid.push(valid);
    const length = open.valid.reduce((sum, { length: more }) => sum + more, 0);
    const goesOn = valid.length === 0 || isFull(valid);
    const isWithinBounds = length < OK.length + LONGEST_BODY && open.reports.length < MOST_REPORTS;
    return goesOn && isWithinBounds ? [] : close();
  };

  return {
    push: (report) => {
      const valid = validBytes(report);
      if (valid === undefined) return unreadable(report);
      if (valid.length === 0 && open === undefined) return unreadable(report);
      const whole = wholeMessage(valid);
      if (whole !== undefined) return [...close(), { type: whole, reports: [report] }];
      const begins = isFull(valid) && toLatin1(valid.slice(0, OK.length)) === OK;
      return [...(begins ? close() : []), ...add(report, valid)];
    },
    end: close,
  };
};
