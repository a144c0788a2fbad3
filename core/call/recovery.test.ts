import { describe, expect, it } from 'vitest';
import {
  CABIN_TIMES,
  failed,
  gone,
  type Link,
  moved,
  type Observation,
  RECOVERY_TIMES,
  type RecoveryAction,
  signallingBack,
  step,
} from './recovery.ts';

/** Steps a link for a while, four times a second; tells what was done and when, in milliseconds. */
const play = (
  start: Link,
  forMs: number,
  seen: (nowMs: number) => Partial<Observation>,
): { link: Link; done: [number, RecoveryAction][] } => {
  let link = start;
  const done: [number, RecoveryAction][] = [];
  for (let nowMs = 0; nowMs <= forMs; nowMs += RECOVERY_TIMES.tickMs) {
    const next = step(
      link,
      { nowMs, heardMs: 0, roundTripMs: 50, signalling: true, ...seen(nowMs) },
      CABIN_TIMES,
    );
    link = next.link;
    for (const action of next.actions) done.push([nowMs, action]);
  }
  return { link, done };
};
const UP: Link = { phase: 'up', heardMs: 0, moved: false };

describe('recovery of a call', () => {
  it('does nothing while packets come', () => {
    const { link, done } = play(UP, 60_000, (nowMs) => ({ heardMs: nowMs }));
    expect(link.phase).toBe('up');
    expect(done).toEqual([]);
  });

  it('asks whether signalling lives at 1.5 s, restarts at 2 s and five times in all, then begins anew', () => {
    const { link, done } = play(UP, 17_000, () => ({}));
    const restarts = Array.from({ length: 5 }, () => 'restart');
    expect(done.map(([, action]) => action)).toEqual(['probe', ...restarts, 'rebuild']);
    expect(done[0]?.[0]).toBe(1_500);
    expect(done[1]?.[0]).toBe(2_000);
    for (const [index, [atMs]] of done.slice(2).entries())
      expect(atMs - (done[index + 1]?.[0] ?? 0)).toBeGreaterThanOrEqual(2_600);
    expect(link).toMatchObject({ phase: 'lost', joined: true });
  });

  it('gives a slow line two round trips more before each restart', () => {
    const { done } = play(UP, 4_000, () => ({ roundTripMs: 650 }));
    expect(done).toEqual([
      [1_500, 'probe'],
      [3_250, 'restart'],
    ]);
  });

  it('begins nothing that signalling cannot carry, and begins at once when it can again', () => {
    const { link, done } = play(UP, 30_000, (nowMs) => ({ signalling: nowMs >= 20_000 }));
    expect(done.filter(([, action]) => action !== 'probe')[0]).toEqual([20_000, 'restart']);
    expect(link.phase).toBe('stalled');
    const lost = gone(UP, 0, CABIN_TIMES);
    expect(play(lost, 30_000, (nowMs) => ({ signalling: nowMs >= 20_000 })).done[0]).toEqual([
      20_000,
      'rebuild',
    ]);
  });

  it('restarts at once when the machine has other addresses, while packets still come too', () => {
    expect(play(moved(UP, 0), 2_000, (nowMs) => ({ heardMs: nowMs })).done).toEqual([[0, 'restart']]);
    const waiting = play(moved(UP, 0), 5_000, (nowMs) => ({ signalling: nowMs >= 3_000 }));
    expect(waiting.done).toEqual([
      [1_500, 'probe'],
      [3_000, 'restart'],
    ]);
    const stalled: Link = { phase: 'stalled', sinceMs: 0, restarts: 3, dueAtMs: 9_000 };
    expect(play(moved(stalled, 500), 1_000, () => ({})).done).toEqual([[500, 'restart']]);
    const lost: Link = { phase: 'lost', joined: true, askAtMs: 9_000 };
    expect(play(moved(lost, 500), 1_000, () => ({})).done).toEqual([[500, 'rebuild']]);
  });

  it('restarts at once when signalling is back: what was sent over the link that died has not arrived', () => {
    const stalled: Link = { phase: 'stalled', sinceMs: 0, restarts: 1, dueAtMs: 9_000 };
    expect(play(signallingBack(stalled, 500), 1_000, () => ({})).done).toEqual([[500, 'restart']]);
    expect(signallingBack(UP, 500)).toBe(UP);
    const lost: Link = { phase: 'lost', joined: true, askAtMs: 9_000 };
    expect(signallingBack(lost, 500)).toBe(lost);
  });

  it('waits for no healing once the browser has given the path up', () => {
    expect(play(failed(UP, 0), 1_000, () => ({})).done).toEqual([[0, 'restart']]);
    const stalled: Link = { phase: 'stalled', sinceMs: 0, restarts: 1, dueAtMs: 9_000 };
    expect(failed(stalled, 500)).toBe(stalled);
  });

  it('is up again with the first packet', () => {
    const { link } = play(UP, 8_000, (nowMs) => ({ heardMs: nowMs > 7_000 ? 7_100 : 0 }));
    expect(link.phase).toBe('up');
  });
});
