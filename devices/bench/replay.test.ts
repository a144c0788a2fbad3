import { expect, test } from 'vitest';
import type { CaptureChunk } from '../kit/capture-file.ts';
import { createFakeClock } from '../kit/fake-clock.ts';
import { startReplay } from './replay.ts';

const chunk = (at: number | undefined, arrow: '<' | '>', ...bytes: number[]): CaptureChunk => ({
  direction: arrow === '<' ? 'from-device' : 'to-device',
  bytes: Uint8Array.from(bytes),
  ...(at === undefined ? {} : { at }),
});

const play = (chunks: readonly CaptureChunk[], { speed = 1, waitForHost = false } = {}) => {
  const clock = createFakeClock();
  const sent: (readonly [at: number, ...bytes: number[]])[] = [];
  const replay = startReplay({
    chunks,
    clock,
    speed,
    waitForHost,
    send: (bytes) => sent.push([clock.monotonic(), ...bytes]),
  });
  let over = false;
  void replay.over.then(() => {
    over = true;
  });
  return { clock, sent, replay, isOver: () => over };
};

test('what the device sent comes again at its times, and nothing of the host', async () => {
  const { clock, sent, isOver } = play([
    chunk(500, '<', 1),
    chunk(550, '>', 9),
    chunk(700, '<', 2, 3),
    chunk(undefined, '<', 4),
  ]);
  await clock.advance(200);
  expect(sent).toEqual([
    [0, 1],
    [200, 2, 3],
    [200, 4],
  ]);
  expect(isOver()).toBe(true);
});

test('speed shortens the pauses', async () => {
  const { clock, sent } = play([chunk(0, '<', 1), chunk(1_000, '<', 2)], { speed: 10 });
  await clock.advance(1_000);
  expect(sent).toEqual([
    [0, 1],
    [100, 2],
  ]);
});

test('waits for the host where the recording had it speak, and answers as long after it', async () => {
  const { clock, sent, replay, isOver } = play(
    [chunk(0, '>', 9, 9), chunk(40, '<', 1), chunk(50, '>', 9), chunk(90, '<', 2)],
    { waitForHost: true },
  );
  await clock.advance(1_000);
  expect(sent).toEqual([]);
  replay.receive(Uint8Array.of(7));
  await clock.advance(100);
  expect(sent).toEqual([]);
  replay.receive(Uint8Array.of(7));
  await clock.advance(100);
  expect(sent).toEqual([[1_140, 1]]);
  replay.receive(Uint8Array.of(7));
  await clock.advance(100);
  expect(sent.at(-1)).toEqual([1_240, 2]);
  expect(isOver()).toBe(true);
});

test('a host that spoke before is not waited for', async () => {
  const { clock, sent, replay } = play([chunk(0, '<', 1), chunk(10, '>', 9), chunk(20, '<', 2)], {
    waitForHost: true,
  });
  replay.receive(Uint8Array.of(7));
  await clock.advance(50);
  expect(sent).toEqual([
    [0, 1],
    [20, 2],
  ]);
});

test('a closed replay sends nothing more', async () => {
  const { clock, sent, replay, isOver } = play([chunk(0, '<', 1), chunk(100, '<', 2)]);
  await clock.advance(10);
  replay.close();
  await clock.advance(1_000);
  expect(sent).toHaveLength(1);
  expect(isOver()).toBe(true);
});
