import { describe, expect, test } from 'vitest';
import { fromLatin1 } from '../../kit/bytes.ts';
import type { SessionEvent } from '../../kit/driver.ts';
import { createFakeClock } from '../../kit/fake-clock.ts';
import { createSession } from './session.ts';

const FORMAT_1 = 'MMBP203N\r2026.03.02\r120\r080\r072\r';
const FORMAT_2 = 'ID99999999B26/03/02/09:05 120 080 072 ';
const FORMAT_5 = '2026,03,02,09,05,12345678901234567890,0,120,080,072,0\r\n';

const createBench = (visitBeganAt = new Date('2026-03-02T09:00:00')) => {
  const clock = createFakeClock();
  const events: SessionEvent[] = [];
  const session = createSession({
    clock,
    visitClock: clock,
    visitBeganAt: () => visitBeganAt,
    delivered: new Set(),
    write: () => undefined,
    writeFeature: () => undefined,
    emit: (event) => events.push(event),
  });
  session.start();
  return {
    clock,
    session,
    say: (text: string) => session.receive(fromLatin1(text)),
    values: () =>
      events.flatMap((event) => (event.type === 'reading' ? [event.reading.values.systolic?.value] : [])),
    failures: () => events.flatMap((event) => (event.type === 'failed' ? [event.failure] : [])),
    states: () =>
      events.flatMap((event) =>
        event.type === 'feedback' && event.feedback.measure === 'blood-pressure'
          ? [event.feedback.state]
          : [],
      ),
  };
};

describe('a capture', () => {
  test.each([FORMAT_1, FORMAT_2, FORMAT_5])('takes %j as soon as it is whole', (text) => {
    const { session, say, values } = createBench();
    session.startCapture('blood-pressure');
    say(text.slice(0, 20));
    expect(values()).toEqual([]);
    say(text.slice(20));
    expect(values()).toEqual([120]);
  });

  test('shows that the device is waited for, and that a message comes in', async () => {
    const { session, clock, say, states } = createBench();
    session.startCapture('blood-pressure');
    await clock.advance(500);
    say(FORMAT_5.slice(0, 9));
    await clock.advance(300);
    expect(states()).toEqual(['waiting', 'waiting', 'waiting', 'measuring']);
  });

  test('passes over what is dated before the visit, and takes what comes after it', () => {
    const { session, say, values } = createBench();
    session.startCapture('blood-pressure');
    say(FORMAT_5.replace('09,05', '08,40').replace('120', '160'));
    say(FORMAT_1.replace('03.02', '03.01').replace('120', '170'));
    expect(values()).toEqual([]);
    say(FORMAT_5);
    expect(values()).toEqual([120]);
  });

  test('that saw memory alone says so', async () => {
    const { session, clock, say, failures } = createBench();
    session.startCapture('blood-pressure');
    say(FORMAT_1.replace('03.02', '03.01'));
    await clock.advance(200_000);
    expect(failures()).toEqual([{ code: 'DEVICE_STORED_ONLY' }]);
  });

  test('ends with the error that the device reports', () => {
    const { session, say, failures } = createBench();
    session.startCapture('blood-pressure');
    say(FORMAT_5.replace('0,120,080,072', '2,   ,   ,   '));
    expect(failures()).toEqual([{ code: 'DEVICE_REFUSED', detail: '2' }]);
  });

  test('does not take a message that began before it', () => {
    const { session, say, values } = createBench();
    say(FORMAT_2.slice(0, 10));
    session.startCapture('blood-pressure');
    say(FORMAT_2.slice(10));
    expect(values()).toEqual([]);
    say(FORMAT_2.replace('09:05', '09:06'));
    expect(values()).toEqual([120]);
  });

  test('ends when a message stops half-way, and the next one is read', async () => {
    const { session, clock, say, values, failures } = createBench();
    session.startCapture('blood-pressure');
    say(FORMAT_2.slice(0, 30));
    await clock.advance(1_500);
    expect(failures()).toEqual([{ code: 'DEVICE_GARBLED', detail: 'structure' }]);
    session.startCapture('blood-pressure');
    say(FORMAT_2);
    expect(values()).toEqual([120]);
  });
});
