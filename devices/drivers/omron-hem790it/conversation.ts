import { failure } from '#core/contract/error-codes.ts';
import { fail, ok } from '#core/result.ts';
import type { SessionContext } from '../../kit/driver.ts';
import type { MeterConversation, MeterFacts, StoredRecord } from '../../kit/sessions/record-session.ts';
import { ASK, BANKS, type Bank, MODES } from './commands.ts';
import { withReply } from './identity.ts';
import { manifest } from './manifest.ts';
import { readRecord } from './record.ts';
import { dataOf } from './replies.ts';
import { createTransfer, type Outcome } from './transfer.ts';

/** Newest records of each bank that are read in one look: a TruRead triple and one more. */
const HANDFUL = 4;
/** Where the data of a GDC reply have the number of records. */
const COUNT_AT = 3;

const newestFirst = (first: StoredRecord, second: StoredRecord): number =>
  (second.reading.deviceTime ?? '').localeCompare(first.reading.deviceTime ?? '');

/** Each look at the memory is one whole transfer, as the maker's program does it: mode, clearing block, questions, END. */
export const createConversation = (context: SessionContext): MeterConversation => {
  const transfer = createTransfer(context);
  let { identity } = manifest;
  /** Records that were read twice alike: the XOR of one transmission lets pairs of flipped bits through. */
  const confirmed = new Set<string>();
  const counts = new Map<Bank, number>();
  let turn: Promise<unknown> = Promise.resolve();

  const readBody = async (bank: Bank, place: number): Outcome<Uint8Array> => {
    const first = await transfer.ask('record', ASK.record(bank, place));
    if (!first.ok || confirmed.has(String(first.value))) return first;
    const second = await transfer.ask('record', ASK.record(bank, place));
    if (!second.ok) return second;
    if (String(second.value) !== String(first.value))
      return fail(failure('DEVICE_GARBLED', 'two different transmissions'));
    confirmed.add(String(first.value));
    return first;
  };

  const countOf = async (bank: Bank): Outcome<number> => {
    const body = await transfer.ask('count', ASK.count(bank));
    if (!body.ok) return body;
    const count = dataOf(body.value)[COUNT_AT] ?? 0;
    // Older records would move up to where new ones are looked for.
    if (count < (counts.get(bank) ?? 0)) return fail(failure('DEVICE_GARBLED', 'records were deleted'));
    counts.set(bank, count);
    return ok(count);
  };

  const readBank = async (bank: Bank): Outcome<StoredRecord[]> => {
    const count = await countOf(bank);
    if (!count.ok) return count;
    const bodies: Uint8Array[] = [];
    for (let place = 0; place < Math.min(count.value, HANDFUL); place += 1) {
      const body = await readBody(bank, place);
      if (!body.ok) return body;
      bodies.push(body.value);
    }
    // Two places hold the same only when a record came in between.
    if (new Set(bodies.map(String)).size < bodies.length)
      return fail(failure('DEVICE_GARBLED', 'the memory moved'));
    return ok(bodies.map((body) => ({ reading: { ...readRecord(body, identity), frames: 2 }, raw: body })));
  };

  const introduce = async (): Outcome<MeterFacts> => {
    const entered = await transfer.enter(MODES.information);
    if (!entered.ok) return entered;
    for (const kind of ['version', 'serial'] as const) {
      const body = await transfer.ask(kind, ASK[kind]());
      if (!body.ok) return body;
      identity = withReply(identity, kind, body.value);
    }
    await transfer.end();
    return ok({ identity });
  };

  const look = async (): Outcome<StoredRecord[]> => {
    const entered = await transfer.enter(MODES.readings);
    if (!entered.ok) return entered;
    const records: StoredRecord[] = [];
    for (const bank of BANKS) {
      const read = await readBank(bank);
      if (!read.ok) return read;
      records.push(...read.value);
    }
    await transfer.end();
    return ok(records.sort(newestFirst));
  };

  /** A capture may begin while the last look of the one before still goes on. */
  const inTurn = <T>(work: () => Outcome<T>): Outcome<T> => {
    const mine = turn.then(work);
    turn = mine;
    return mine;
  };

  return {
    receive: transfer.receive,
    identify: () => inTurn(introduce),
    newest: () => inTurn(look),
    close: transfer.close,
  };
};
