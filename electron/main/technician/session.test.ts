import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { FIRST_PAUSE, TRIES } from '../people/code-tries.ts';
import { createTechnicianSession, SESSION_LASTS } from './session.ts';

const RIGHT = '246810';
const WRONG = '111111';

const start = () => {
  const clock = createFakeClock();
  const said: string[] = [];
  let changes = 0;
  const session = createTechnicianSession({
    clock,
    check: async (pin) => pin === RIGHT,
    onChange: () => {
      changes += 1;
    },
    audit: (what) => said.push(what),
  });
  const tryWrong = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) await session.unlock(WRONG);
  };
  return { clock, session, said, tryWrong, changes: () => changes };
};

describe('the bench', () => {
  it('opens with the code, says how long it stays open, and locks by itself', async () => {
    const { clock, session, said, changes } = start();
    expect(session.isOpen()).toBe(false);
    expect(await session.unlock(RIGHT)).toEqual({ ok: true, value: null });
    await clock.advance(60_000);
    expect(session.remainingMs()).toBe(SESSION_LASTS - 60_000);
    const before = changes();
    await clock.advance(SESSION_LASTS - 60_000);
    expect(session.isOpen()).toBe(false);
    expect(session.remainingMs()).toBe(0);
    expect(changes()).toBe(before + 1);
    expect(said).toEqual(['unlocked', 'locked by itself']);
  });

  it('can be locked, and stays open for the whole time again after the next code', async () => {
    const { clock, session } = start();
    await session.unlock(RIGHT);
    await clock.advance(SESSION_LASTS - 1_000);
    session.lock();
    expect(session.isOpen()).toBe(false);
    await session.unlock(RIGHT);
    await clock.advance(SESSION_LASTS - 1_000);
    expect(session.isOpen()).toBe(true);
  });

  it('of a site without a code never opens', async () => {
    const session = createTechnicianSession({
      clock: createFakeClock(),
      check: undefined,
      onChange: () => undefined,
      audit: () => undefined,
    });
    expect(await session.unlock(RIGHT)).toMatchObject({ ok: false, failure: { code: 'NOT_ALLOWED' } });
  });
});

describe('wrong codes', () => {
  it('are counted, and the right one starts the count again', async () => {
    const { session, tryWrong } = start();
    await tryWrong(TRIES - 1);
    expect(session.triesLeft()).toBe(1);
    await session.unlock(RIGHT);
    session.lock();
    expect(session.triesLeft()).toBe(TRIES);
  });

  it('bring a pause in which the right one does not open either, each pause twice as long', async () => {
    const { clock, session, tryWrong } = start();
    for (const pause of [1, 2, 4, 8, 16, 32, 60, 60].map((minutes) => minutes * FIRST_PAUSE)) {
      await tryWrong(TRIES);
      expect(session.pauseMs()).toBe(pause);
      expect(session.triesLeft()).toBe(0);
      await clock.advance(pause - 1);
      expect(await session.unlock(RIGHT)).toMatchObject({ ok: false });
      await clock.advance(1);
      expect(session.pauseMs()).toBeUndefined();
      expect(session.triesLeft()).toBe(TRIES);
    }
    expect(await session.unlock(RIGHT)).toMatchObject({ ok: true });
  });

  it('that are tried side by side do not escape the count', async () => {
    const { session } = start();
    const answers = await Promise.all([session.unlock(WRONG), session.unlock(RIGHT), session.unlock(RIGHT)]);
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(session.triesLeft()).toBe(TRIES - 1);
  });

  it('are told to the log without the code', async () => {
    const { said, tryWrong } = start();
    await tryWrong(TRIES);
    expect(said.at(-1)).toBe('no code is taken for 1 min');
    expect(said.join()).not.toContain(WRONG);
  });
});
