import { describe, expect, it } from 'vitest';
import { waitRange } from './wait-range.ts';

const USUAL = { fromMinutes: 9, toMinutes: 14 };

describe('waitRange', () => {
  it('is the usual range at first, and shrinks as time goes by', () => {
    expect(waitRange(USUAL, 0)).toMatchObject({ state: 'range', fromMinutes: 9, toMinutes: 14 });
    expect(waitRange(USUAL, 2 * 60_000)).toMatchObject({ state: 'range', fromMinutes: 7, toMinutes: 12 });
  });

  it('says soon inside the range, without a number that could prove false', () => {
    expect(waitRange(USUAL, 9 * 60_000)).toEqual({ state: 'soon' });
  });

  it('says that it is long once the range is over', () => {
    expect(waitRange(USUAL, 14 * 60_000)).toEqual({ state: 'long' });
    expect(waitRange(USUAL, 60 * 60_000)).toEqual({ state: 'long' });
  });

  it('keeps the range on the line', () => {
    const range = waitRange(USUAL, 0);
    expect(range).toMatchObject({ start: 9 / 17.5, end: 14 / 17.5 });
  });
});
