import { type ContentHash, contentHash } from '#core/call/content-hash.ts';
import { changeBetween, partProjection, type VisitBody } from '#core/call/visit-body.ts';
import type { VisitMessage } from '#core/contract/consultation.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';

/** What the page has acknowledged, compared with what was sent. */
export type SeenOutcome =
  | 'same'
  /** The page holds another body than was sent: everything is sent anew. */
  | 'differs'
  /** A number that was never sent, or of another stream. */
  | 'unknown';

/** The numbered stream of one claim: what was not acknowledged is kept, and sent again over the next channel. */
export interface VisitSender {
  /** Name of the present stream; another one after it was begun anew. */
  readonly stream: () => string;
  show(projection: PhysicianProjection): void;
  /** A channel is open. True: nothing was acknowledged yet, so the stream begins at once; else the page has to say what it has. */
  opened(): boolean;
  /** The channel is gone. */
  closed(): void;
  /** `lost`: the page misses what this channel, which loses nothing, was given already. */
  resume(stream: string, have: number): 'resumed' | 'lost';
  seen(stream: string, sequence: number, hash: ContentHash | undefined): SeenOutcome;
  /** The page shows another value for these: each goes out again. */
  resend(readingIds: readonly string[]): void;
  /** Sends what is due; false when the channel did not take it all. */
  flush(): boolean;
  /** Messages that the page has not acknowledged. */
  unacknowledged(): number;
  /** Another visit, or another physician: nothing of this one is kept. */
  forget(): void;
}

/** A page that goes on disagreeing over one channel is not sent the same for ever. */
const LARGEST_RESTARTS = 3;
const LARGEST_RESENDS = 3;

interface Options {
  /** 8 to 64 characters, never the same twice. */
  readonly newStreamId: () => string;
  /** False when the channel takes nothing at the moment. */
  readonly transmit: (message: VisitMessage) => boolean;
  /** The stream begins anew in an open channel: the page is to be told before anything else. */
  readonly onRestart: () => void;
}

/** Nothing sent yet; see `VisitSender`. */
export const createVisitSender = ({ newStreamId, transmit, onRestart }: Options): VisitSender => {
  let stream = newStreamId();
  let projection: PhysicianProjection | undefined;
  let log: VisitMessage[] = [];
  let last = 0;
  let acknowledged = 0;
  /** Last number given to the present channel. */
  let given = 0;
  let flowing = false;
  /** The page has acknowledged something over the present channel. */
  let heard = false;
  let restarts = 0;
  let resends = new Map<string, number>();
  let body: VisitBody | undefined;
  const sentReadings = new Map<string, ContentHash>();
  const bodyHashes = new Map<number, ContentHash>();

  const reset = (): void => {
    stream = newStreamId();
    log = [];
    last = 0;
    acknowledged = 0;
    given = 0;
    body = undefined;
    sentReadings.clear();
    bodyHashes.clear();
  };

  const append = (make: (sequence: number) => VisitMessage): void => {
    last += 1;
    log.push(make(last));
  };

  /** Numbers what has changed since the last number. Only once the channel has taken all before: changes in an outage become one. */
  const number = (): void => {
    if (projection === undefined) return;
    const parted = partProjection(projection);
    for (const [id, reading] of parted.readings) {
      const hash = contentHash(reading);
      if (sentReadings.get(id) === hash) continue;
      sentReadings.set(id, hash);
      append((sequence) => ({ type: 'reading', sequence, reading, hash }));
    }
    const change = changeBetween(body, parted.body);
    if (change === undefined) return;
    body = parted.body;
    const hash = contentHash(body);
    append((sequence) => ({ type: 'visit', sequence, change, hash }));
    bodyHashes.set(last, hash);
  };

  const give = (): boolean => {
    for (const message of log) {
      if (message.sequence <= given) continue;
      if (!transmit(message)) return false;
      given = message.sequence;
    }
    return true;
  };

  const flush = (): boolean => {
    if (!flowing) return true;
    if (!give()) return false;
    number();
    return give();
  };

  const acknowledge = (sequence: number): void => {
    if (sequence <= acknowledged) return;
    acknowledged = sequence;
    log = log.filter((message) => message.sequence > sequence);
    for (const old of bodyHashes.keys()) if (old < sequence) bodyHashes.delete(old);
  };

  const restart = (): void => {
    reset();
    flowing = true;
    onRestart();
    flush();
  };

  return {
    stream: () => stream,
    show: (next) => {
      projection = next;
      flush();
    },
    opened: () => {
      given = acknowledged;
      flowing = acknowledged === 0;
      heard = false;
      restarts = 0;
      resends = new Map();
      return flowing;
    },
    closed: () => {
      flowing = false;
    },
    resume: (of, have) => {
      // A page whose acknowledgements were lost with the channel before says first of all what it has.
      const isLost = flowing && of === stream && (heard || have === 0) && have < given;
      if (of !== stream || have < acknowledged || have > last) restart();
      else {
        acknowledge(have);
        given = have;
        flowing = true;
        flush();
      }
      return isLost ? 'lost' : 'resumed';
    },
    seen: (of, sequence, hash) => {
      if (of !== stream || sequence > last) return 'unknown';
      heard = true;
      const expected = bodyHashes.get(sequence);
      acknowledge(sequence);
      if (hash === undefined || expected === undefined || hash === expected) return 'same';
      restarts += 1;
      if (restarts <= LARGEST_RESTARTS) restart();
      return 'differs';
    },
    resend: (readingIds) => {
      for (const id of readingIds) {
        const before = resends.get(id) ?? 0;
        resends.set(id, before + 1);
        if (before < LARGEST_RESENDS) sentReadings.delete(id);
      }
      flush();
    },
    flush,
    unacknowledged: () => last - acknowledged,
    forget: () => {
      reset();
      projection = undefined;
      flowing = false;
    },
  };
};
