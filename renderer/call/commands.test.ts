import { describe, expect, it, vi } from 'vitest';
import type { PhysicianCommand, PhysicianToCabin } from '#core/contract/consultation.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { createCommandBook } from './command-book.ts';
import { createCommandOutbox } from './command-outbox.ts';

const COMMAND: PhysicianCommand = { type: 'request-measure', requestId: 'request-1', measure: 'oximetry' };

describe("the cabin's book of commands", () => {
  it('runs a command once, and answers a repetition with the first outcome', async () => {
    const run = vi.fn(async (): Promise<Result<null, Failure>> => fail(failure('NOT_NOW')));
    const book = createCommandBook(run);
    const answers = await Promise.all([book.answer('c1', COMMAND), book.answer('c1', COMMAND)]);
    answers.push(await book.answer('c1', COMMAND));
    expect(run).toHaveBeenCalledOnce();
    expect(answers).toEqual(
      Array.from({ length: 3 }, () => ({
        type: 'command-refused',
        commandId: 'c1',
        failure: { code: 'NOT_NOW' },
      })),
    );
    await book.answer('c2', COMMAND);
    expect(run).toHaveBeenCalledTimes(2);
  });
});

describe("the physician's outbox", () => {
  const outbox = () => {
    const sent: PhysicianToCabin[] = [];
    const pending: number[] = [];
    let number = 0;
    const box = createCommandOutbox(
      () => {
        number += 1;
        return `command-${number}`;
      },
      (message) => sent.push(message),
      () => pending.push(box.pending()),
    );
    return { box, sent, pending };
  };

  it('sends a command again under its id over every new channel, until it is answered', async () => {
    const { box, sent, pending } = outbox();
    const outcome = box.command(COMMAND);
    box.resend();
    expect(sent.map((message) => 'commandId' in message && message.commandId)).toEqual([
      'command-1',
      'command-1',
    ]);
    box.settle('command-1', ok(null));
    expect(await outcome).toEqual(ok(null));
    box.resend();
    box.settle('command-1', fail(failure('NOT_NOW')));
    expect(sent).toHaveLength(2);
    expect(pending).toEqual([1, 0]);
  });

  it('fails what is unanswered when the call is over', async () => {
    const { box } = outbox();
    const outcomes = [box.command(COMMAND), box.command({ type: 'save-notes', text: 'x' })];
    box.close();
    expect(await Promise.all(outcomes)).toEqual([fail(failure('CALL_LOST')), fail(failure('CALL_LOST'))]);
  });
});
