import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import type { SessionContext } from '../../kit/driver.ts';
import { createExchange } from '../../kit/exchange.ts';
import { ASK, clearingBlock } from './commands.ts';
import { createReplyReader, type ReplyEvent, type ReplyKind } from './replies.ts';
import { cutReports } from './reports.ts';

/** Timing, in milliseconds of the wire. Recorded devices answer a command within 150 ms, a clearing block within 200 ms. */
const DELAYS = {
  reply: 2_000,
  /** A block that is answered twice is no harm. */
  clearing: 500,
  /** Pause before a command that met a busy device is repeated. */
  busy: 100,
} as const satisfies Record<string, Milliseconds>;
/** A device that measures may be deaf for a while. */
const CLEARING_ATTEMPTS = 30;
const BUSY_ATTEMPTS = 20;

/** What may come of something asked. */
export type Outcome<T> = Promise<Result<T, Failure>>;

/** Questions and answers of one transfer after the other. */
interface Transfer {
  receive(bytes: Uint8Array): void;
  /** Sets the mode and waits until the device is ready. */
  enter(mode: Uint8Array): Outcome<true>;
  /** The body of the reply to a command. */
  ask(kind: ReplyKind, reports: readonly Uint8Array[]): Outcome<Uint8Array>;
  /** Lets the device go off. */
  end(): Promise<void>;
  close(): void;
}

/**
 * No reply names its question, so nothing is asked a second time that may still be answered: only a busy device is asked again. Damage
 * and silence are for the caller, who begins anew: what was still under way is answered before the next clearing block is.
 */
export const createTransfer = ({ clock, write, writeFeature }: SessionContext): Transfer => {
  const reader = createReplyReader();
  const exchange = createExchange<ReplyEvent>(clock, () => undefined);
  let entered = false;

  const send = (reports: readonly Uint8Array[]): void => {
    for (const report of reports) write(report);
  };

  const pause = (delay: Milliseconds): Promise<void> =>
    new Promise((resolve) => {
      clock.after(delay, resolve);
    });

  const askOnce = (kind: ReplyKind, reports: readonly Uint8Array[]): Outcome<Uint8Array | 'busy'> =>
    exchange.ask<Uint8Array | 'busy'>({
      ask: () => send(reports),
      answer: (event) => {
        if (event.type === 'busy') return 'busy';
        return event.type === 'reply' && event.kind === kind ? event.body : undefined;
      },
      within: DELAYS.reply,
      attempts: 1,
    });

  return {
    receive: (bytes) => {
      for (const event of cutReports(bytes).flatMap((report) => reader.push(report))) {
        if (event.type === 'checksum' || event.type === 'structure') exchange.damaged();
        else exchange.take(event);
      }
    },
    enter: (mode) => {
      writeFeature(mode);
      entered = true;
      return exchange.ask({
        ask: () => send(clearingBlock()),
        answer: ({ type }) => (type === 'ok' ? true : undefined),
        within: DELAYS.clearing,
        attempts: CLEARING_ATTEMPTS,
      });
    },
    ask: async (kind, reports) => {
      for (let attempt = 0; attempt < BUSY_ATTEMPTS; attempt += 1) {
        const answer = await askOnce(kind, reports);
        if (!answer.ok) return answer;
        if (answer.value !== 'busy') return ok(answer.value);
        await pause(DELAYS.busy);
      }
      return fail(failure('DEVICE_REFUSED', 'busy'));
    },
    end: async () => {
      entered = false;
      // A device that did not hear it goes off by itself, or is told at the next end.
      await exchange.ask({
        ask: () => send(ASK.end()),
        answer: ({ type }) => (type === 'off' ? true : undefined),
        within: DELAYS.reply,
        attempts: 1,
      });
    },
    close: () => {
      exchange.close();
      if (entered) send(ASK.end());
    },
  };
};
