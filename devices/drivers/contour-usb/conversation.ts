import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import type { SessionContext } from '../../kit/driver.ts';
import { createExchange } from '../../kit/exchange.ts';
import { createAgreedRecords } from '../../kit/sessions/agreed-records.ts';
import { createTurns } from '../../kit/sessions/in-turn.ts';
import type { MeterConversation, MeterFacts, StoredRecord } from '../../kit/sessions/record-session.ts';
import { CONTROLS, type Control, createFrameReader, type FrameEvent } from './frames.ts';
import { payloadOf, reportsOf } from './packets.ts';
import { type Header, isHeader, isWholeEnd } from './records.ts';
import { resultKey } from './result.ts';
import { createSequence } from './sequence.ts';
import { createTransmission, type Transmission } from './transmission.ts';

type Arrived = Extract<FrameEvent, { type: 'frame' | 'control' }>;
type FrameArrived = Extract<FrameEvent, { type: 'frame' }>;

const ANSWER_MS: Milliseconds = 1_500;
const ATTEMPTS = { open: 3, frame: 6 } as const;
/** How often the frame before may come again in a row, and a transmission begin anew. */
const REPEATS = 3;
/** A memory holds 2000 results: what goes on beyond this never ends. */
const LONGEST_TRANSMISSION = 10_000;

const outOfStep = failure('DEVICE_GARBLED', 'the transmission is out of step');
const otherMeter = failure('DEVICE_UNKNOWN', 'another meter answers');

/** Asks a Contour by ASTM E1381: EOT wakes it, it says who it is and ENQ, and every ACK fetches one record more. */
export const createConversation = ({ clock, write }: SessionContext): MeterConversation => {
  const exchange = createExchange<Arrived>(clock, () => undefined);
  const inTurn = createTurns();
  const reader = createFrameReader();
  const sequence = createSequence();
  let identity: DeviceIdentity | undefined;

  const send = (control: Control): void => {
    // Half a frame that came before is no part of the answer.
    reader.end();
    for (const report of reportsOf(Uint8Array.of(CONTROLS[control]))) write(report);
  };

  /** Wakes the meter; the header that it says on its own is taken. */
  const wake = (transmission: Transmission): Promise<Result<boolean, Failure>> =>
    exchange.ask({
      ask: () => {
        sequence.reset();
        send('eot');
      },
      answer: (event) => {
        if (event.type === 'control') return event.control === 'enq' ? true : undefined;
        if (sequence.accept(event.frame) === 'new') transmission.take(event.frame.text);
        return undefined;
      },
      within: ANSWER_MS,
      attempts: ATTEMPTS.open,
    });

  const askForFrame = (): Promise<Result<Arrived, Failure>> => {
    let attempt = 0;
    return exchange.ask({
      ask: () => {
        attempt += 1;
        send(attempt === 1 ? 'ack' : 'nak');
      },
      answer: (event) => (event.type === 'frame' || event.control === 'eot' ? event : undefined),
      within: ANSWER_MS,
      attempts: ATTEMPTS.frame,
    });
  };

  const nextFrame = async (): Promise<Result<FrameArrived, Failure>> => {
    for (let repeat = 0; repeat <= REPEATS; repeat += 1) {
      const said = await askForFrame();
      if (!said.ok) return said;
      if (said.value.type === 'control') return fail(outOfStep);
      const place = sequence.accept(said.value.frame);
      if (place === 'new') return ok(said.value);
      if (place === 'gap') return fail(outOfStep);
    }
    return fail(outOfStep);
  };

  const readHeader = async (transmission: Transmission): Promise<Result<Header, Failure>> => {
    const awake = await wake(transmission);
    if (!awake.ok) return awake;
    if (transmission.header() === undefined) {
      const said = await nextFrame();
      if (!said.ok) return said;
      transmission.take(said.value.frame.text);
    }
    const header = transmission.header();
    return header === undefined ? fail(failure('DEVICE_UNKNOWN', 'no header of this family')) : ok(header);
  };

  const identify = async (): Promise<Result<MeterFacts, Failure>> => {
    const header = await readHeader(createTransmission());
    if (!header.ok) return header;
    if (header.value.unit === undefined) return fail(failure('DEVICE_REFUSED', 'the unit is not known'));
    identity = header.value.identity;
    return ok({ identity, deviceTime: header.value.deviceTime });
  };

  const isSameMeter = (header: Header | undefined): boolean =>
    header !== undefined && header.identity.serial === identity?.serial;

  const readAll = async (): Promise<Result<readonly StoredRecord[], Failure>> => {
    const transmission = createTransmission();
    const header = await readHeader(transmission);
    if (!header.ok) return header;
    if (!isSameMeter(header.value)) return fail(otherMeter);
    let records: StoredRecord[] = [];
    let beginnings = 0;
    for (let frames = 0; frames < LONGEST_TRANSMISSION && beginnings <= REPEATS; frames += 1) {
      const said = await nextFrame();
      if (!said.ok) return said;
      const { frame, raw } = said.value;
      const reading = transmission.take(frame.text);
      if (isHeader(frame.text)) {
        // The meter begins anew, and says everything once more.
        if (!isSameMeter(transmission.header())) return fail(otherMeter);
        records = [];
        beginnings += 1;
      }
      if (reading !== undefined) records.push({ reading, raw, key: resultKey(frame.text) });
      if (!frame.text.startsWith('L')) continue;
      send('ack');
      // Oldest first on the wire.
      return isWholeEnd(frame.text) ? ok(records.toReversed()) : fail(outOfStep);
    }
    return fail(outOfStep);
  };
  const agreedRecords = createAgreedRecords(readAll);

  const askClock = async (): Promise<Result<string, Failure>> => {
    const header = await readHeader(createTransmission());
    return header.ok ? ok(header.value.deviceTime) : header;
  };

  return {
    receive: (report) => {
      const payload = payloadOf(report);
      // What is no report of this meter is somebody else's: it does not count as a damaged answer.
      if (payload === undefined) return;
      for (const event of reader.push(payload)) {
        if (event.type === 'frame' || event.type === 'control') exchange.take(event);
        else if (event.type !== 'noise') exchange.damaged();
      }
    },
    identify: () => inTurn(identify),
    clock: () => inTurn(askClock),
    newest: () => inTurn(agreedRecords),
    close: exchange.close,
  };
};
