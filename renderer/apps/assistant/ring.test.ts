import { describe, expect, it } from 'vitest';
import { createRing } from './ring.ts';

const bench = () => {
  let now = 0;
  let timers: { readonly at: number; readonly action: () => void }[] = [];
  const rung: string[] = [];
  const hear = createRing(
    {
      after: (delay, action) => {
        const timer = { at: now + delay, action };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
    (alert) => rung.push(alert),
  );
  const advance = (ms: number) => {
    const end = now + ms;
    for (let due = timers.find(({ at }) => at <= end); due; due = timers.find(({ at }) => at <= end)) {
      const { at, action } = due;
      now = at;
      timers = timers.filter((timer) => timer !== due);
      action();
    }
    now = end;
  };
  return { hear, advance, rung };
};

describe('a call for the assistant', () => {
  it('rings at once, and again until it is acknowledged', () => {
    const { hear, advance, rung } = bench();
    hear('help');
    advance(10_000);
    expect(rung).toEqual(['help', 'help', 'help']);
    hear('none');
    advance(60_000);
    expect(rung).toHaveLength(3);
  });

  it('does not ring more often because the window is drawn again', () => {
    const { hear, advance, rung } = bench();
    hear('help');
    hear('help');
    advance(4_999);
    expect(rung).toEqual(['help']);
  });

  it('rings more urgently when nobody has come', () => {
    const { hear, advance, rung } = bench();
    hear('help');
    advance(6_000);
    hear('help-again');
    advance(6_000);
    expect(rung).toEqual(['help', 'help', 'help-again', 'help-again', 'help-again']);
  });

  it('rings as an emergency at once when help becomes one', () => {
    const { hear, rung } = bench();
    hear('help');
    hear('emergency');
    expect(rung).toEqual(['help', 'emergency']);
  });
});
