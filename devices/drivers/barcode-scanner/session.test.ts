import { describe, expect, test } from 'vitest';
import { fromLatin1 } from '../../kit/bytes.ts';
import type { SessionEvent } from '../../kit/driver.ts';
import { createFakeClock } from '../../kit/fake-clock.ts';
import { SPECIMEN } from './fake-code.ts';
import { createSession } from './session.ts';

const createBench = () => {
  const clock = createFakeClock();
  const events: SessionEvent[] = [];
  const session = createSession({
    clock,
    visitClock: clock,
    visitBeganAt: () => undefined,
    delivered: new Set(),
    write: () => {
      throw new Error('a scanner is never spoken to');
    },
    writeFeature: () => {
      throw new Error('a scanner is never spoken to');
    },
    emit: (event) => events.push(event),
  });
  session.start();
  const scans = (): unknown[] => events.flatMap((event) => (event.type === 'scan' ? [event.scan] : []));
  return { clock, events, session, scans, send: (text: string) => session.receive(fromLatin1(text)) };
};

test('an open line is all that is known of a scanner', () => {
  expect(createBench().events).toMatchObject([{ type: 'identified', identity: { model: '2D scanner' } }]);
});

describe('a capture', () => {
  test('ends with a valid identity', () => {
    const bench = createBench();
    bench.session.startCapture('temperature');
    bench.send(`${SPECIMEN}\r\n${SPECIMEN}\r\n`);
    expect(bench.scans()).toMatchObject([{ code: 'ins', status: 'valid' }]);
    expect(bench.events.at(-1)).toEqual({ type: 'idle' });
  });

  test('tells of other codes and of refused ones, and goes on', () => {
    const bench = createBench();
    bench.session.startCapture('temperature');
    bench.send(`3400930000120\r${SPECIMEN.replace('5400329', '5400328')}\r`);
    expect(bench.scans()).toEqual([
      { code: 'other', status: 'valid', length: 13 },
      { code: 'ins', status: 'invalid', reason: 'key', detail: 'S1' },
    ]);
    bench.send(`${SPECIMEN}\r`);
    expect(bench.scans()).toHaveLength(3);
  });

  test('takes nothing that was scanned before it, or had begun', () => {
    const bench = createBench();
    bench.send(`${SPECIMEN}\r`);
    bench.send(SPECIMEN.slice(0, 60));
    bench.session.startCapture('temperature');
    bench.send(`${SPECIMEN.slice(60)}\r`);
    expect(bench.scans()).toEqual([]);
    bench.send(`${SPECIMEN}\r`);
    expect(bench.scans()).toHaveLength(1);
  });

  test('begins afresh after a code that never ended', async () => {
    const bench = createBench();
    bench.send(SPECIMEN.slice(0, 60));
    bench.session.startCapture('temperature');
    await bench.clock.advance(1_500);
    bench.send(`${SPECIMEN}\r\n`);
    expect(bench.scans()).toMatchObject([{ status: 'valid' }]);
  });

  test('ends by itself, and says how much was scanned while nobody asked, never what', async () => {
    const bench = createBench();
    bench.send(`${SPECIMEN}\r${SPECIMEN}\r`);
    bench.session.startCapture('temperature');
    await bench.clock.advance(120_000);
    expect(bench.events.slice(1)).toEqual([
      { type: 'failed', failure: { code: 'CAPTURE_TIMEOUT', detail: '2 scanned while nobody asked' } },
      { type: 'idle' },
    ]);
  });

  test('that was stopped takes nothing more', () => {
    const bench = createBench();
    bench.session.startCapture('temperature');
    bench.session.stopCapture();
    bench.send(`${SPECIMEN}\r`);
    expect(bench.scans()).toEqual([]);
  });
});

test.each([
  [false, 'DEVICE_UNKNOWN'],
  [true, 'DEVICE_GARBLED'],
])('bytes without any code (while a capture runs: %s) are %s', (capturing, code) => {
  const bench = createBench();
  if (capturing) bench.session.startCapture('temperature');
  for (let chunk = 0; chunk < 60; chunk += 1) bench.session.receive(new Uint8Array(100).fill(0x01));
  expect(bench.events).toContainEqual({
    type: 'fault',
    failure: { code, detail: 'no code among many bytes' },
  });
});

test('nothing is said after closing', async () => {
  const bench = createBench();
  bench.session.startCapture('temperature');
  bench.session.close();
  const { length } = bench.events;
  bench.send(`${SPECIMEN}\r`);
  await bench.clock.advance(200_000);
  expect(bench.events).toHaveLength(length);
});
