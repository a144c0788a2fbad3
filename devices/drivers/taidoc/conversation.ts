import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import { concatBytes, toHex } from '../../kit/bytes.ts';
import type { SessionContext } from '../../kit/driver.ts';
import { createExchange } from '../../kit/exchange.ts';
import type { MeterConversation, MeterFacts, StoredRecord } from '../../kit/sessions/record-session.ts';
import { senderOf } from './decoder.ts';
import { deviceTimeOf } from './device-clock.ts';
import { type Family, KIND_OF_FAMILY } from './families.ts';
import { COMMANDS, createFrameReader, hostFrame, numberOf, type TaiDocFrame } from './frames.ts';
import { readRecord, type Sender, UNKNOWN_SENDER } from './reading.ts';

/** Public drivers wait half a second to two seconds for a reply. */
const REPLY_MS: Milliseconds = 1_000;
const ATTEMPTS = 4;
/** Replies that the connect command may have (glucometerutils). */
const CONNECTED: readonly number[] = [COMMANDS.connect, COMMANDS.model, COMMANDS.ready];
/** How far back the memory is read for what came since the last look. */
const NEWEST_RECORDS = 3;
/** Both transmissions of a record have to agree; a measurement that ends between them moves every record on by one. */
const AGREEMENT_ATTEMPTS = 2;
/** Models whose record question names the user in its last byte (advmeds, "TaiDocTD3140Variable"). */
const MODELS_WITH_USER: readonly string[] = ['TD-3140'];
const FIRST_USER = 1;

type Frames = readonly [time: TaiDocFrame, value: TaiDocFrame];

const same = ([time, value]: Frames, [otherTime, otherValue]: Frames): boolean =>
  toHex(time.raw) === toHex(otherTime.raw) && toHex(value.raw) === toHex(otherValue.raw);

/** Asks one instrument; `onFamily` hears which one it is. */
export const converse = (context: SessionContext, onFamily: (family: Family) => void): MeterConversation => {
  const reader = createFrameReader();
  const exchange = createExchange<TaiDocFrame>(context.clock, () => undefined);
  let sender: Sender = UNKNOWN_SENDER;
  let seen: { readonly count: number; readonly records: readonly StoredRecord[] } | undefined;

  const ask = (
    command: number,
    data: readonly number[] = [],
    { attempts = ATTEMPTS, replies = [command] }: { attempts?: number; replies?: readonly number[] } = {},
  ): Promise<Result<TaiDocFrame, Failure>> =>
    exchange.ask({
      ask: () => context.write(hostFrame(command, ...data)),
      answer: (frame) => (replies.includes(frame.command) ? frame : undefined),
      within: REPLY_MS,
      attempts,
    });

  /** What some instruments may not know: asked once. */
  const askOnce = async (command: number): Promise<Uint8Array | undefined> => {
    const said = await ask(command, [], { attempts: 1 });
    return said.ok ? said.value.data : undefined;
  };

  /** The serial number is the two replies put together, last byte first (Tidepool's GlucoRx driver). */
  const askSerial = async (): Promise<string | undefined> => {
    const low = await askOnce(COMMANDS.serialLow);
    const high = low && (await askOnce(COMMANDS.serialHigh));
    return high && toHex(concatBytes([low, high]).reverse()).replaceAll(' ', '');
  };

  const identify = async (): Promise<Result<MeterFacts, Failure>> => {
    const connected = await ask(COMMANDS.connect, [], { replies: CONNECTED });
    if (!connected.ok) return connected;
    const said = await ask(COMMANDS.model);
    if (!said.ok) return said;
    const found = senderOf(said.value.data);
    if (found?.family === undefined) {
      return fail(failure('DEVICE_UNKNOWN', `model ${found?.identity.model ?? toHex(said.value.data)}`));
    }
    const serial = await askSerial();
    const clock = await askOnce(COMMANDS.clock);
    const deviceTime = clock && deviceTimeOf(clock);
    sender = { ...found, identity: { ...found.identity, ...(serial === undefined ? {} : { serial }) } };
    onFamily(found.family);
    return ok({
      identity: sender.identity,
      measures: [KIND_OF_FAMILY[found.family]],
      ...(deviceTime === undefined ? {} : { deviceTime }),
    });
  };

  const transmission = async (index: number): Promise<Result<Frames, Failure>> => {
    const user = MODELS_WITH_USER.includes(sender.identity.model) ? FIRST_USER : 0;
    const which = [index & 0xff, index >> 8];
    const time = await ask(COMMANDS.recordTime, which);
    if (!time.ok) return time;
    const value = await ask(COMMANDS.recordValue, [...which, 0, user]);
    return value.ok ? ok([time.value, value.value]) : value;
  };

  const readTwice = async (index: number): Promise<Result<StoredRecord, Failure>> => {
    for (let attempt = 0; attempt < AGREEMENT_ATTEMPTS; attempt += 1) {
      const first = await transmission(index);
      if (!first.ok) return first;
      const second = await transmission(index);
      if (!second.ok) return second;
      if (!same(first.value, second.value)) continue;
      const [time, value] = first.value;
      const reading = readRecord(sender, value.data, deviceTimeOf(time.data));
      return ok({ reading: { ...reading, frames: 2 }, raw: concatBytes([time.raw, value.raw]) });
    }
    return fail(failure('DEVICE_GARBLED', 'two transmissions of one record differ'));
  };

  const newest = async (): Promise<Result<readonly StoredRecord[], Failure>> => {
    const counted = await ask(COMMANDS.recordCount);
    if (!counted.ok) return counted;
    const count = numberOf(counted.value.data);
    const records: StoredRecord[] = [];
    for (let index = 0; index < Math.min(count, NEWEST_RECORDS); index += 1) {
      const record = await readTwice(index);
      if (!record.ok) return record;
      const isUnchanged = seen?.count === count && String(seen.records[0]?.raw) === String(record.value.raw);
      if (index === 0 && seen !== undefined && isUnchanged) return ok(seen.records);
      records.push(record.value);
    }
    seen = { count, records };
    return ok(records);
  };

  return {
    receive: (bytes) => {
      for (const event of reader.push(bytes)) {
        if (event.type === 'frame') {
          if (event.frame.from === 'device') exchange.take(event.frame);
        } else if (event.type === 'checksum') exchange.damaged();
      }
    },
    identify,
    newest,
    close: () => exchange.close(),
  };
};
