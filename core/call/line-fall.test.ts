import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../contract/error-codes.ts';
import type { CallLevel, CallLevels } from './ledger.ts';
import { LINE_ASKED_AFTER_MS, type LineNews, nextLineLookMs, STANDING_LINE, watchLine } from './line-fall.ts';

const got = (level: CallLevel, cause?: ErrorCode): CallLevels => ({
  outgoing: { level, ...(cause && { cause }) },
  incoming: { level: 'video' },
});
const both = (level: CallLevel, cause: ErrorCode): CallLevels => ({
  outgoing: { level, cause },
  incoming: { level, cause },
});

/** Tells news at their times, and time itself whenever it is waited for. */
const play = (news: readonly (readonly [number, CallLevels | 'over'])[], untilMs = 1_000_000) => {
  let line = STANDING_LINE;
  const outcomes: (readonly [number, string])[] = [];
  const tell = (nowMs: number, told: LineNews): void => {
    const next = watchLine(line, told, nowMs);
    line = next.line;
    if (next.outcome !== undefined) outcomes.push([nowMs, next.outcome]);
  };
  for (const [at, told] of [...news, [untilMs, undefined] as const]) {
    const lookMs = nextLineLookMs(line);
    if (lookMs !== undefined && lookMs <= at) tell(lookMs, { type: 'time-passed' });
    if (told !== undefined) tell(at, told === 'over' ? { type: 'over' } : { type: 'levels', levels: told });
  }
  return outcomes;
};

const WEAK = got('audio', 'LINE_POOR');
const FINE = got('video');

describe('asking about the line', () => {
  it('happens a minute after it fell, once, and again after it recovered and fell anew', () => {
    expect(
      play([
        [0, FINE],
        [1_000, WEAK],
        [3_000, WEAK],
        [200_000, WEAK],
      ]),
    ).toEqual([[1_000 + LINE_ASKED_AFTER_MS, 'ask']]);
    expect(
      play([
        [0, WEAK],
        [90_000, FINE],
        [91_000, WEAK],
      ]),
    ).toEqual([
      [LINE_ASKED_AFTER_MS, 'ask'],
      [90_000, 'recovered'],
      [91_000 + LINE_ASKED_AFTER_MS, 'ask'],
    ]);
  });

  it('begins to count anew whenever single pictures come through', () => {
    expect(
      play([
        [0, WEAK],
        [50_000, got('stills', 'LINE_POOR')],
        [55_000, WEAK],
        [100_000, FINE],
      ]),
    ).toEqual([]);
  });

  it('waits until the question could be read', () => {
    expect(
      play([
        [0, WEAK],
        [30_000, both('nothing', 'CALL_LOST')],
        [90_000, WEAK],
      ]),
    ).toEqual([[90_000, 'ask']]);
    expect(play([[0, both('nothing', 'CALL_LOST')]])).toEqual([]);
  });

  it('is of the line alone: not of a camera, of what somebody chose, of a pause', () => {
    for (const levels of [
      got('audio', 'CAMERA_MISSING'),
      got('audio'),
      both('nothing', 'CALL_PAUSED'),
      got('audio', 'COMPUTER_BUSY'),
    ])
      expect(play([[0, levels]])).toEqual([]);
  });

  it('takes either direction, and ends with the consultation', () => {
    const { outgoing, incoming } = WEAK;
    expect(play([[0, { outgoing: incoming, incoming: outgoing }]])).toEqual([[LINE_ASKED_AFTER_MS, 'ask']]);
    expect(
      play([
        [0, WEAK],
        [59_000, 'over'],
        [60_000, WEAK],
        [100_000, 'over'],
      ]),
    ).toEqual([]);
  });
});
