import { describe, expect, it } from 'vitest';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { ConfirmationFailure } from '#core/opening/confirmation.ts';
import type { SitePerson } from '#core/opening/people.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createConfirming } from './confirming.ts';

const person = (id: string, nationalId?: string): SitePerson => ({
  id,
  name: id,
  givenName: id,
  profession: 'pharmacist',
  codeHash: '',
  trainedUntil: '2099-12-31',
  manager: false,
  ...(nationalId && { nationalId }),
});

const start = (obstacle?: ConfirmationFailure, provider = true) => {
  const clock = createFakeClock();
  const log: string[] = [];
  const asked: { nationalId: string; number: string; settle: (outcome: Result<null, Failure>) => void }[] =
    [];
  const taken: string[] = [];
  let stopped = 0;
  let numbers = 40;
  const confirming = createConfirming({
    clock,
    people: [person('awa', '899700000017'), person('paul')],
    ask: provider
      ? (request, settle) => {
          asked.push({ ...request, settle });
          return () => {
            stopped += 1;
          };
        }
      : undefined,
    newNumber: () => {
      numbers += 1;
      return String(numbers);
    },
    take: (id) => {
      if (obstacle === undefined) taken.push(id);
      return obstacle;
    },
    onChange: () => undefined,
    audit: (what) => log.push(what),
  });
  return { clock, log, asked, taken, confirming, stopped: () => stopped };
};

describe('confirming on a device of one’s own', () => {
  it('asks for the person’s identifier, shows the number that goes with it, and gives the duty', async () => {
    const { confirming, asked, taken, clock, log } = start();
    expect(confirming.begin('awa').ok).toBe(true);
    expect(asked[0]).toMatchObject({ nationalId: '899700000017', number: '41' });
    await clock.advance(20_000);
    expect(confirming.view()).toEqual({
      state: 'waiting',
      personId: 'awa',
      number: '41',
      remainingMs: 100_000,
    });
    asked[0]?.settle(ok(null));
    expect(taken).toEqual(['awa']);
    expect(confirming.view()).toBeUndefined();
    expect(log).toEqual(['awa: asked on their own device']);
  });

  it.each<[string, Failure['code'], ConfirmationFailure]>([
    ['a no', 'SIGN_IN_CANCELLED', 'refused'],
    ['silence', 'SIGN_IN_EXPIRED', 'no-answer'],
    ['somebody else', 'SIGN_IN_MISMATCH', 'somebody-else'],
    ['a provider that is away', 'SIGN_IN_UNAVAILABLE', 'unavailable'],
    ['a service without the right', 'SIGN_IN_NOT_SET_UP', 'not-set-up'],
  ])('gives nothing for %s, and says why', (_, code, why) => {
    const { confirming, asked, taken, log } = start();
    confirming.begin('awa');
    asked[0]?.settle(fail(failure(code)));
    expect(taken).toEqual([]);
    expect(confirming.view()).toEqual({ state: 'failed', personId: 'awa', why });
    expect(log.at(-1)).toBe(`awa: not confirmed on their own device, ${why}`);
  });

  it('says what stands between the person and the duty, once it is known who it is', () => {
    const { confirming, asked } = start('training-expired');
    confirming.begin('awa');
    asked[0]?.settle(ok(null));
    expect(confirming.view()).toMatchObject({ state: 'failed', why: 'training-expired' });
  });

  it('asks nobody whom it cannot ask', () => {
    expect(start().confirming.begin('paul')).toMatchObject({ ok: false, failure: { code: 'NOT_ALLOWED' } });
    expect(start().confirming.begin('nobody').ok).toBe(false);
    expect(start(undefined, false).confirming.begin('awa').ok).toBe(false);
  });

  it('lets a request go that nobody waits for any more', () => {
    const { confirming, stopped } = start();
    confirming.begin('awa');
    confirming.stop();
    expect(stopped()).toBe(1);
    expect(confirming.view()).toBeUndefined();
    confirming.begin('awa');
    confirming.begin('awa');
    expect(stopped()).toBe(2);
  });

  it('does not let a telephone be asked until it is tired of it', async () => {
    const { confirming, asked, clock } = start();
    for (let time = 0; time < 5; time += 1) confirming.begin('awa');
    expect(asked).toHaveLength(4);
    expect(confirming.view()).toMatchObject({ state: 'failed', why: 'too-many' });
    await clock.advance(301_000);
    confirming.begin('awa');
    expect(asked).toHaveLength(5);
  });
});
