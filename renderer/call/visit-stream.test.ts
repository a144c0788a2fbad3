import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { judgeEchoes } from '#core/call/echo.ts';
import type { PhysicianToCabin, VisitMessage } from '#core/contract/consultation.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { Reading } from '#core/vitals/reading.ts';
import { physicianVisit, READINGS } from '#renderer/preview/sample-visit.ts';
import { createVisitReceiver, type VisitReceiver } from './visit-receiver.ts';
import { createVisitSender, type VisitSender } from './visit-sender.ts';

/** Both ends of the stream with a channel between them that does what a test says. */
let sender: VisitSender;
let receiver: VisitReceiver;
let toPage: VisitMessage[];
let toCabin: PhysicianToCabin[];
let shown: PhysicianProjection[];
let open: boolean;
let ids: number;

const openReceiver = (): void => {
  receiver = createVisitReceiver({
    send: (message) => {
      if (open) toCabin.push(message);
    },
    render: (projection) => {
      shown.push(projection);
      return projection;
    },
    onAgreement: () => {},
  });
};

const begin = (): void => {
  toPage = [];
  toCabin = [];
  shown = [];
  open = false;
  ids = 0;
  sender = createVisitSender({
    newStreamId: () => {
      ids += 1;
      return `stream-${ids}`;
    },
    transmit: (message) => {
      if (open) toPage.push(JSON.parse(JSON.stringify(message)));
      return open;
    },
    onRestart: () => receiver.welcome(sender.stream(), true),
  });
  openReceiver();
};
beforeEach(begin);

const visit = (count: number, change: Partial<PhysicianProjection> = {}): PhysicianProjection => ({
  ...physicianVisit({ measures: [], ...change }),
  readings: Array.from(
    { length: count },
    (_, index): Reading => ({
      ...READINGS.oximetry,
      id: `reading-${index}`,
    }),
  ),
});
let record: readonly Reading[] = [];
const show = (projection: PhysicianProjection): void => {
  record = projection.readings;
  sender.show(projection);
};

const connect = (): void => {
  // What was under way in the channel before is lost.
  toPage = [];
  toCabin = [];
  open = true;
  receiver.welcome(sender.stream(), sender.opened());
  sender.flush();
};
const cut = (): void => {
  open = false;
  sender.closed();
};
const answer = (message: PhysicianToCabin): void => {
  if (message.type === 'resume') sender.resume(message.stream, message.have);
  if (message.type === 'seen') sender.seen(message.stream, message.sequence, message.hash);
  if (message.type === 'echo') receiver.judge(judgeEchoes(record, message.readings));
};
/** Delivers at most `count` messages, in order, on each way. */
const deliver = (count = Number.POSITIVE_INFINITY): void => {
  for (let done = 0; done < count && toPage.length + toCabin.length > 0; done += 1) {
    const down = toPage.shift();
    if (down !== undefined) receiver.receive(down);
    const up = toCabin.shift();
    if (up !== undefined) answer(up);
    sender.flush();
  }
};

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant('reading' as const) },
    { weight: 3, arbitrary: fc.constant('change' as const) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 2, arbitrary: fc.constant('cut' as const) },
    { weight: 2, arbitrary: fc.constant('connect' as const) },
    { weight: 1, arbitrary: fc.constant('reload' as const) },
    { weight: 1, arbitrary: fc.constant('repeat' as const) },
    { weight: 1, arbitrary: fc.constant('swap' as const) },
    { weight: 1, arbitrary: fc.constant('drop' as const) },
  ),
  { maxLength: 60 },
);

describe('the stream of the visit', () => {
  it('brings every reading once and in order, whatever the line and the page do', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(steps, (played) => {
        begin();
        let readings = 0;
        let changes = 0;
        const now = (): PhysicianProjection => visit(readings, { notes: `note ${changes}` });
        show(now());
        connect();
        for (const step of played) {
          if (step === 'reading' || step === 'change') {
            if (step === 'reading') readings += 1;
            else changes += 1;
            show(now());
          } else if (step === 'cut') cut();
          else if (step === 'connect') connect();
          else if (step === 'reload') {
            openReceiver();
            connect();
          } else if (step === 'repeat') toPage.push(...toPage.slice(0, 1));
          else if (step === 'swap') toPage.reverse();
          else if (step === 'drop') toPage.shift();
          else deliver(step);
          for (const { readings: seen } of shown.slice(-1)) {
            expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
          }
        }
        connect();
        deliver();
        expect(shown.at(-1)).toEqual(now());
        expect(receiver.agreement().same.size).toBe(readings);
        expect(sender.unacknowledged()).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  it('sends after a reconnection only what the page has not acknowledged', () => {
    show(visit(3));
    connect();
    deliver();
    cut();
    show(visit(4, { notes: 'one' }));
    show(visit(4, { notes: 'two' }));
    connect();
    deliver(1);
    expect(toPage.map(({ sequence, type }) => [sequence, type])).toEqual([
      [5, 'reading'],
      [6, 'visit'],
    ]);
    deliver();
    expect(shown.at(-1)).toEqual(visit(4, { notes: 'two' }));
  });

  it('starts anew for a page that was loaded again, and for one that names what was never sent', () => {
    show(visit(2));
    connect();
    deliver();
    const before = sender.stream();
    sender.resume(before, 99);
    expect(sender.stream()).not.toBe(before);
    deliver();
    expect(sender.seen(before, 1, undefined)).toBe('unknown');
    expect(sender.seen(sender.stream(), 99, undefined)).toBe('unknown');
    expect(shown.at(-1)).toEqual(visit(2));
  });

  it('costs what changed: on an EDGE line one reading goes out in a tenth of a second', () => {
    const sizeOf = (messages: readonly VisitMessage[]): number =>
      messages.reduce((sum, message) => sum + JSON.stringify(message).length, 0);
    const notes = 'Toux sèche depuis 3 jours. '.repeat(40);
    show(visit(20, { notes }));
    connect();
    const whole = sizeOf(toPage);
    deliver();
    const costs = Array.from({ length: 20 }, (_, index) => {
      show(visit(21 + index, { notes }));
      const cost = sizeOf(toPage);
      deliver();
      return cost;
    });
    show(visit(40, { notes, paused: true }));
    const flag = sizeOf(toPage);
    // 100 kbit/s; what the whole projection each time would have cost is many times that.
    const milliseconds = (Math.max(...costs) * 8) / 100;
    expect(milliseconds).toBeLessThan(150);
    expect(flag).toBeLessThan(250);
    expect(Math.max(...costs)).toBeLessThan(whole / 5);
  });
});
