import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { readAll } from '../codec/byte-reader.ts';
import { PAGE_STATUS, readSegments, type Segment, type SegmentPage } from '../codec/segments.ts';
import type { Agent, AgentReading } from '../model/agent.ts';
import { measuredBy } from '../model/measured-types.ts';
import type { Manager } from './manager.ts';
import { getSegments, triggerSegment } from './requests.ts';

/** A stored reading and the page that it came in. */
export interface StoredReading extends AgentReading {
  readonly raw: Uint8Array;
}

/** Reads an agent's memory. */
export interface Store {
  /** Every stored reading of a kind; segments that have not grown since a moment ago are not asked for again. */
  read(store: number, kind: ReadingKind): Promise<Result<readonly StoredReading[], Failure>>;
  /** A page came; returns whether it is one that was asked for, in its place. */
  takePage(page: SegmentPage, raw: Uint8Array): boolean;
  /** The association is over. */
  forget(): void;
}

/** Longest pause between two pages where the agent names none, and the longest that is believed. */
const PAUSE: { readonly usual: Milliseconds; readonly longest: Milliseconds } = {
  usual: 3_000,
  longest: 30_000,
};
/** The count of a full memory stands still: what was read is believed for so long. */
const KEPT_MS: Milliseconds = 15_000;
/** Relative time counts eighths of a millisecond (20601). */
const TICKS_PER_MS = 8;
/** Answers to the request for a segment. */
const TRANSFER = { successful: 0, tryLater: 2, empty: 3 } as const;

interface Transfer {
  readonly instance: number;
  readonly readings: StoredReading[];
  nextIndex: number;
  restart(): void;
  end(result: Result<readonly StoredReading[], Failure>): void;
}

const holds = ({ map }: Segment, kind: ReadingKind): boolean =>
  map?.elements.some(({ type }) => {
    const measured = measuredBy(type);
    return measured?.kind === kind && measured.isControl !== true;
  }) ?? false;

const pauseOf = ({ transferTimeout }: Segment): Milliseconds =>
  transferTimeout === undefined
    ? PAUSE.usual
    : Math.min(PAUSE.longest, Math.max(PAUSE.usual, transferTimeout / TICKS_PER_MS));

/** A store of which nothing has been read. */
export const createStore = (clock: Clock, agent: Agent, manager: () => Manager): Store => {
  const kept = new Map<number, { entries: number; at: Milliseconds; readings: readonly StoredReading[] }>();
  let transfer: Transfer | undefined;

  const listSegments = async (store: number): Promise<Result<readonly Segment[], Failure>> => {
    const answer = await manager().ask(getSegments(store));
    if (!answer.ok) return answer;
    const { value } = answer;
    const segments = value.type === 'action-result' ? readSegments(value.information) : undefined;
    if (segments === undefined)
      return fail(failure('DEVICE_GARBLED', 'the list of segments contradicts itself'));
    agent.list(segments);
    return ok(segments);
  };

  const receive = (segment: Segment): Promise<Result<readonly StoredReading[], Failure>> =>
    new Promise((resolve) => {
      let cancel = (): void => undefined;
      const mine: Transfer = {
        instance: segment.instance,
        readings: [],
        nextIndex: 0,
        restart: () => {
          cancel();
          cancel = clock.after(pauseOf(segment), () => mine.end(fail(failure('DEVICE_SILENT', 'no page'))));
        },
        end: (result) => {
          cancel();
          if (transfer === mine) transfer = undefined;
          resolve(result);
        },
      };
      transfer?.end(fail(failure('CAPTURE_STOPPED')));
      transfer = mine;
      mine.restart();
    });

  const readSegment = async (
    store: number,
    segment: Segment,
  ): Promise<Result<readonly StoredReading[], Failure>> => {
    const before = kept.get(segment.instance);
    const at = clock.monotonic();
    if (before !== undefined && before.entries === segment.entries && at - before.at < KEPT_MS)
      return ok(before.readings);
    // The first page may come on the heels of the answer.
    const pages = receive(segment);
    const answer = await manager().ask(triggerSegment(store, segment.instance));
    if (!answer.ok) {
      transfer?.end(answer);
      return await pages;
    }
    const { value } = answer;
    const information = value.type === 'action-result' ? value.information : new Uint8Array();
    const code = readAll(information, (reader) => [reader.u16(), reader.u16()])?.[1];
    if (code === TRANSFER.empty) transfer?.end(ok([]));
    else if (code === TRANSFER.tryLater) transfer?.end(fail(failure('DEVICE_REFUSED', 'the memory is busy')));
    else if (code === TRANSFER.successful) transfer?.restart();
    else transfer?.end(fail(failure('DEVICE_REFUSED', `transfer refused with ${code ?? 'no code'}`)));
    const received = await pages;
    if (received.ok && segment.entries !== undefined)
      kept.set(segment.instance, { entries: segment.entries, at, readings: received.value });
    return received;
  };

  return {
    read: async (store, kind) => {
      const segments = await listSegments(store);
      if (!segments.ok) return segments;
      const readings: StoredReading[] = [];
      for (const segment of segments.value.filter((listed) => holds(listed, kind))) {
        const found = await readSegment(store, segment);
        if (!found.ok) return found;
        readings.push(...found.value.filter(({ reading }) => reading.kind === kind));
      }
      return ok(readings);
    },
    takePage: (page, raw) => {
      if (transfer === undefined || page.instance !== transfer.instance) return false;
      const wanted = transfer;
      if ((page.status & PAGE_STATUS.abortedByAgent) !== 0) {
        wanted.end(fail(failure('DEVICE_REFUSED', 'the agent gave the transfer up')));
        return true;
      }
      const found = agent.page(page);
      if (page.index !== wanted.nextIndex || found.type === 'unreadable') {
        const detail = found.type === 'unreadable' ? found.detail : 'a page is missing';
        wanted.end(fail(failure('DEVICE_GARBLED', detail)));
        return false;
      }
      wanted.readings.push(...found.readings.map((reading) => ({ ...reading, raw })));
      wanted.nextIndex += page.count;
      if ((page.status & PAGE_STATUS.last) === 0) wanted.restart();
      else wanted.end(ok(wanted.readings));
      return true;
    },
    forget: () => {
      transfer?.end(fail(failure('DEVICE_SILENT', 'the association is over')));
      kept.clear();
    },
  };
};
