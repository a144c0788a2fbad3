import { describe, expect, it } from 'vitest';
import type { IceServer } from '#core/contract/ice.ts';
import type { Session } from '#core/contract/signalling.ts';
import { ok } from '#core/result.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { keepIceServers } from './ice-keeper.ts';

const sessionOf = (token: string): Session => ({
  token,
  expiresIn: 900,
  physicianId: 'benali',
  physician: { name: 'Dr Karim Benali', specialty: 'Médecine', rpps: '00000000017', place: 'Le Mans' },
});
const serverOf = (username: string): IceServer => ({ urls: ['turn:relay'], username, credential: 'x' });
const access = (username: string) => () =>
  Response.json({ iceServers: [serverOf(username)], expiresIn: 3_600 });

const bench = (...answers: (() => Response)[]) => {
  const clock = createFakeClock();
  const asked: string[] = [];
  const changes: string[] = [];
  let token = 'first';
  const keeper = keepIceServers({
    fetch: async (_path, init) => {
      asked.push(String(new Headers(init?.headers).get('authorization')));
      const answer = answers.shift();
      if (answer === undefined) throw new TypeError('network');
      return answer();
    },
    keeper: {
      session: () => sessionOf(token),
      renew: async () => {
        token = 'second';
        return ok(sessionOf(token));
      },
    },
    clock,
  });
  keeper.onChange((servers) => changes.push(servers.map(({ username }) => username).join()));
  return { clock, asked, changes, keeper };
};

describe('the relay as one page may use it', () => {
  it('is asked for at once, and again well before it expires', async () => {
    const { clock, asked, changes, keeper } = bench(access('one'), access('two'));
    expect(keeper.servers()).toEqual([]);
    await clock.advance(1);
    expect(keeper.servers()).toEqual([serverOf('one')]);
    await clock.advance(2_399_000);
    expect(changes).toEqual(['one']);
    await clock.advance(1_000);
    expect(changes).toEqual(['one', 'two']);
    expect(asked).toEqual(['Bearer first', 'Bearer first']);
  });

  it('is asked for with a fresh token where the old one has expired, and again while the gateway is away', async () => {
    const { clock, asked, changes } = bench(
      () => new Response(null, { status: 502 }),
      () => new Response(null, { status: 401 }),
      access('one'),
    );
    await clock.advance(1);
    expect(changes).toEqual([]);
    await clock.advance(15_000);
    expect(changes).toEqual(['one']);
    expect(asked).toEqual(['Bearer first', 'Bearer first', 'Bearer second']);
  });

  it('is asked for anew when it was refused, and no more once closed', async () => {
    const { clock, asked, changes, keeper } = bench(access('one'), access('two'));
    await clock.advance(1);
    keeper.renew();
    await clock.advance(1);
    expect(changes).toEqual(['one', 'two']);
    keeper.renew();
    keeper.close();
    await clock.advance(10_000_000);
    expect(asked).toHaveLength(3);
    expect(changes).toEqual(['one', 'two']);
  });
});
