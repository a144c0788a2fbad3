import { describe, expect, it } from 'vitest';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { persist } from './persist.ts';

describe('asking until it succeeds', () => {
  it('tells each new kind of failure once', async () => {
    const clock = createFakeClock();
    const answers: Result<string, Failure>[] = [
      fail(failure('BROKER_LOST')),
      fail(failure('BROKER_LOST')),
      fail(failure('BROKER_REFUSED')),
      ok('token'),
    ];
    const told: string[] = [];
    const asking = persist(
      async () => answers.shift() ?? ok('too late'),
      () => true,
      ({ code }) => told.push(code),
      clock,
    );
    for (let wait = 0; wait < 3; wait += 1) await clock.advance(2_000);
    expect(await asking).toBe('token');
    expect(told).toEqual(['BROKER_LOST', 'BROKER_REFUSED']);
  });

  it('gives up when nobody wants it any more', async () => {
    const clock = createFakeClock();
    let wanted = true;
    const asking = persist(
      async () => fail(failure('BROKER_LOST')),
      () => wanted,
      () => {},
      clock,
    );
    wanted = false;
    await clock.advance(2_000);
    expect(await asking).toBeUndefined();
  });
});
