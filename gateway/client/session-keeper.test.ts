import { describe, expect, it } from 'vitest';
import type { Session } from '#core/contract/signalling.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { keepSession } from './session-keeper.ts';

const sessionOf = (token: string, physicianId = 'benali'): Session => ({
  token,
  expiresIn: 900,
  physicianId,
  physician: {
    name: 'Dr Karim Benali',
    specialty: 'Médecine générale',
    rpps: '00000000017',
    place: 'Le Mans',
  },
});

const bench = (...answers: (() => Response)[]) => {
  const clock = createFakeClock();
  const asked: string[] = [];
  const keeper = keepSession({
    fetch: async (_path, init) => {
      asked.push(String(init?.body));
      const answer = answers.shift();
      if (answer === undefined) throw new TypeError('network');
      return answer();
    },
    page: 'page1',
    session: sessionOf('first'),
    clock,
  });
  return { clock, asked, keeper };
};
const renewed = (token: string, physicianId?: string) => () => Response.json(sessionOf(token, physicianId));

describe('the session of a page', () => {
  it('has a fresh token well before the old one expires, again and again', async () => {
    const { clock, asked, keeper } = bench(renewed('second'), renewed('third'));
    await clock.advance(599_000);
    expect(keeper.session().token).toBe('first');
    await clock.advance(1_000);
    expect(keeper.session().token).toBe('second');
    await clock.advance(600_000);
    expect(keeper.session().token).toBe('third');
    expect(asked).toEqual(['{"page":"page1"}', '{"page":"page1"}']);
  });

  it('asks again while the gateway is away', async () => {
    const { clock, asked, keeper } = bench(
      () => new Response(null, { status: 502 }),
      () => new Response(null, { status: 429 }),
      renewed('second'),
    );
    await clock.advance(600_000 + 2 * 15_000);
    expect([asked.length, keeper.session().token]).toEqual([3, 'second']);
  });

  it.each([
    ['the gateway knows it no more', () => new Response(null, { status: 401 })],
    ['nobody is signed in', () => new Response(null, { status: 204 })],
    ['somebody else is', renewed('other', 'lefevre')],
  ])('is over when %s', async (_why, answer) => {
    const { clock, asked, keeper } = bench(answer);
    expect(await keeper.renew()).toEqual({ ok: false, failure: { code: 'SESSION_EXPIRED' } });
    await clock.advance(3_600_000);
    expect([asked.length, keeper.session().token]).toEqual([1, 'first']);
  });

  it('is left alone once closed', async () => {
    const { clock, asked, keeper } = bench(renewed('second'));
    keeper.close();
    await clock.advance(3_600_000);
    expect(asked).toEqual([]);
  });
});
