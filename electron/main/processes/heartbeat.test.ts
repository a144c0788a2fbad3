import { describe, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createHeartbeat, HEARTBEAT } from './heartbeat.ts';

/** A process that answers at once, until it is told to freeze, and the moments at which it was found frozen. */
const watched = (clock: FakeClock, answerAfter = 0) => {
  const found: number[] = [];
  let frozen = false;
  let asked = 0;
  const heartbeat = createHeartbeat({
    clock,
    ask: () => {
      asked += 1;
      if (!frozen) clock.after(answerAfter, () => heartbeat.alive());
    },
    onSilent: () => found.push(clock.monotonic()),
  });
  return {
    heartbeat,
    found,
    asked: () => asked,
    freeze: (is: boolean) => {
      frozen = is;
    },
  };
};

/** A machine on which every timer comes late by so much. */
const lateClock = (clock: FakeClock, late: () => number): FakeClock => ({
  ...clock,
  after: (delay, action) => clock.after(delay + late(), action),
});

const steady = async (clock: FakeClock, answerAfter?: number) => {
  const process = watched(clock, answerAfter);
  process.heartbeat.ready();
  await clock.advance(HEARTBEAT.settling + 1_000);
  return process;
};

describe('a process that is watched', () => {
  it('is asked four times a second, and left alone while it answers', async () => {
    const clock = createFakeClock();
    const { found, asked } = await steady(clock);
    const before = asked();
    await clock.advance(60_000);
    expect(asked() - before).toBe(240);
    expect(found).toEqual([]);
  });

  it('is found frozen within 750 ms, wherever between two questions it froze', async () => {
    for (let offset = 0; offset < HEARTBEAT.ask; offset += 10) {
      const clock = createFakeClock();
      const process = await steady(clock);
      await clock.advance(offset);
      process.freeze(true);
      const frozenAt = clock.monotonic();
      await clock.advance(2_000);
      expect(process.found).toHaveLength(1);
      expect((process.found[0] ?? 0) - frozenAt).toBeLessThanOrEqual(HEARTBEAT.silent + HEARTBEAT.look);
    }
  });

  it('may take half a second for an answer', async () => {
    const clock = createFakeClock();
    const { found } = await steady(clock, 440);
    await clock.advance(60_000);
    expect(found).toEqual([]);
  });

  it('has ten seconds to start, and three to settle', async () => {
    const clock = createFakeClock();
    const process = watched(clock);
    process.freeze(true);
    await clock.advance(HEARTBEAT.start - 100);
    expect(process.found).toEqual([]);
    process.heartbeat.ready();
    await clock.advance(HEARTBEAT.settling - 100);
    expect(process.found).toEqual([]);
    await clock.advance(200);
    expect(process.found).toHaveLength(1);
  });

  it('that never becomes ready is found too', async () => {
    const clock = createFakeClock();
    const { found } = watched(clock);
    await clock.advance(HEARTBEAT.start + 100);
    expect(found).toHaveLength(1);
  });

  it('is found once for each start', async () => {
    const clock = createFakeClock();
    const process = await steady(clock);
    process.freeze(true);
    await clock.advance(30_000);
    expect(process.found).toHaveLength(1);
    process.heartbeat.started();
    process.heartbeat.ready();
    await clock.advance(30_000);
    expect(process.found).toHaveLength(2);
  });
});

describe('a machine that is late itself', () => {
  it('does not take its own sleep for the silence of the process', async () => {
    const clock = createFakeClock();
    let late = 0;
    const process = await steady(lateClock(clock, () => late));
    process.freeze(true);
    await clock.advance(300);
    late = 20_000;
    await clock.advance(100);
    late = 0;
    await clock.advance(20_000);
    expect(process.found).toEqual([]);
    await clock.advance(600);
    expect(process.found).toHaveLength(1);
  });

  it('kills nobody under load: timers and answers that come late by up to a second, for ten minutes', async () => {
    const clock = createFakeClock();
    let turn = 0;
    const lateness = [0, 10, 400, 5, 1_000, 60, 0, 700, 30, 250];
    const process = await steady(
      lateClock(clock, () => {
        turn += 1;
        return lateness[turn % lateness.length] ?? 0;
      }),
    );
    await clock.advance(600_000);
    expect(process.found).toEqual([]);
  });

  it('finds a frozen process all the same', async () => {
    const clock = createFakeClock();
    const process = await steady(lateClock(clock, () => 40));
    process.freeze(true);
    await clock.advance(3_000);
    expect(process.found).toHaveLength(1);
  });
});
