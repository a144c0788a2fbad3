import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import type { SessionContext } from '../../kit/driver.ts';
import { createExchange } from '../../kit/exchange.ts';
import { createAgreedRecords } from '../../kit/sessions/agreed-records.ts';
import { createTurns } from '../../kit/sessions/in-turn.ts';
import type { MeterConversation, MeterFacts, StoredRecord } from '../../kit/sessions/record-session.ts';
import { COMMANDS, type Command, commandBytes } from './commands.ts';
import { createDump } from './dump.ts';
import { createDumpTail } from './dump-tail.ts';
import { createLineReader, type LineEvent } from './lines.ts';
import { manifest } from './manifest.ts';
import { type Message, modelOf, readMessage } from './messages.ts';

const DELAYS = {
  /** The meter wakes with the first command. */
  answer: 1_500,
  /** The head of a dump and its newest records, at 9600 baud. */
  dump: 3_000,
  /** A pause after which a dump is over. */
  quiet: 500,
  /** 500 records at 9600 baud, twice. */
  longestDump: 70_000,
} as const satisfies Record<string, Milliseconds>;
const ATTEMPTS = 3;

/** Asks an Ultra2 about itself and its memory. */
export const createConversation = ({ clock, write }: SessionContext): MeterConversation => {
  const exchange = createExchange<LineEvent>(clock, () => undefined);
  const inTurn = createTurns();
  const reader = createLineReader();
  const tail = createDumpTail(clock, DELAYS.quiet, DELAYS.longestDump);
  let identity: DeviceIdentity = manifest.identity;
  let dumping = false;

  const send = (command: Command): void => {
    // Half a line that came before the question is no part of its answer.
    reader.end();
    write(commandBytes(command));
  };

  const ask = <Type extends Message['type']>(
    command: Command,
    type: Type,
  ): Promise<Result<Extract<Message, { type: Type }>, Failure>> =>
    exchange.ask({
      ask: () => send(command),
      answer: (event) => {
        const message: Message = event.type === 'line' ? readMessage(event.text) : { type: 'other' };
        return message.type === type ? (message as Extract<Message, { type: Type }>) : undefined;
      },
      within: DELAYS.answer,
      attempts: ATTEMPTS,
    });

  const identify = async (): Promise<Result<MeterFacts, Failure>> => {
    const version = await ask(COMMANDS.version, 'version');
    if (!version.ok) return version;
    const serial = await ask(COMMANDS.serial, 'serial');
    if (!serial.ok) return serial;
    if (modelOf(serial.value.serial) !== manifest.identity.model)
      return fail(failure('DEVICE_UNKNOWN', 'not the serial number of an Ultra2'));
    const unit = await ask(COMMANDS.unit, 'unit');
    if (!unit.ok) return unit;
    if (unit.value.unit === 'unknown') return fail(failure('DEVICE_REFUSED', 'the unit is not known'));
    const time = await ask(COMMANDS.clock, 'clock');
    if (!time.ok) return time;
    identity = { ...manifest.identity, serial: serial.value.serial, firmware: version.value.version };
    return ok({ identity, deviceTime: time.value.deviceTime });
  };

  const askForDump = async (): Promise<Result<readonly StoredRecord[], Failure>> => {
    await tail.over();
    const dump = createDump(identity, tail.expect);
    tail.expect(Number.POSITIVE_INFINITY);
    dumping = true;
    const said = await exchange.ask({
      ask: () => send(COMMANDS.dump),
      answer: dump.take,
      within: DELAYS.dump,
      attempts: 1,
    });
    dumping = false;
    if (!said.ok) return said;
    if (said.value.type === 'damaged') return fail(failure('DEVICE_GARBLED'));
    // The cable stays in its port when another meter is plugged into it.
    return said.value.serial === identity.serial
      ? ok(said.value.records)
      : fail(failure('DEVICE_UNKNOWN', 'another meter is on the cable'));
  };

  const newest = async (): Promise<Result<readonly StoredRecord[], Failure>> => {
    let said = await askForDump();
    for (let attempt = 1; attempt < ATTEMPTS && !said.ok; attempt += 1) said = await askForDump();
    return said;
  };
  const agreedRecords = createAgreedRecords(newest);

  const askClock = async (): Promise<Result<string, Failure>> => {
    await tail.over();
    const said = await ask(COMMANDS.clock, 'clock');
    return said.ok ? ok(said.value.deviceTime) : said;
  };

  return {
    receive: (bytes) => {
      for (const event of reader.push(bytes)) {
        tail.came();
        // A dump goes on after damage: it is asked for again once it is over.
        if (event.type === 'line' || dumping) exchange.take(event);
        // What is no line at all is noise, or somebody else's: it does not count as a damaged answer.
        else if (event.type === 'checksum') exchange.damaged();
      }
    },
    identify: () => inTurn(identify),
    clock: () => inTurn(askClock),
    newest: () => inTurn(agreedRecords),
    close: () => {
      tail.close();
      exchange.close();
    },
  };
};
