import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CallOnLines, openCallOnLines } from '#test/harness/call-on-lines.ts';
import { playBrokerGone } from '#test/harness/call-trials/broker-trial.ts';
import { playFall } from '#test/harness/call-trials/fall-trial.ts';
import type { TrialFigures } from '#test/harness/call-trials/figures.ts';
import { playLine } from '#test/harness/call-trials/line-trial.ts';
import { addressChange, outage, playMishap } from '#test/harness/call-trials/outage-trial.ts';
import { PROFILES } from '#test/harness/network/profiles.ts';
import { turnServerMissing } from '#test/harness/network/turn-server.ts';
import { failedGates, type Gate } from '#test/network/gates.ts';

let lines: CallOnLines;
let refusal: string | undefined;
beforeAll(async () => {
  const opened = await openCallOnLines();
  if (opened.ok) lines = opened.value;
  else refusal = opened.failure;
}, 120_000);
afterAll(() => lines?.close());
beforeEach((context) => {
  if (refusal !== undefined) context.skip(`networks may not be made here: ${refusal}`);
});

const SECONDS = 5;
/** A stream that is merely not active repeats 50 and more. */
const REPEATED_KILOBYTES = 25;
const held = (figures: TrialFigures, gates: readonly Gate[]): void =>
  expect(failedGates(gates, [figures]), JSON.stringify(figures)).toEqual([]);

/** `npm run test:network` plays all lines, longer, and holds the sound to its limit as well. */
describe('a call between two real pages, over emulated lines', { timeout: 120_000 }, () => {
  it('brings readings and wave over a LAN', async () => {
    held(await playLine(lines, PROFILES.lan, { seconds: SECONDS }), ['joined', 'media', 'readings', 'wave']);
  });

  it('sends nothing of the stethoscope over EDGE, and every reading', async () => {
    held(await playLine(lines, PROFILES.edge, { seconds: SECONDS, listening: true }), [
      'joined',
      'readings',
      'heart-held',
    ]);
  });

  it('gives its picture up wholly when the line becomes thin: nothing of it is repeated over the voice', async () => {
    const { fall, readings } = await playFall(lines, { before: 10, thin: 14, after: 0 });
    const repeated = [fall?.cabin, fall?.physician].map((side) => side?.repeatedKilobytes ?? Number.NaN);
    expect(Math.max(...repeated), JSON.stringify(fall)).toBeLessThan(REPEATED_KILOBYTES);
    expect(readings?.delivered).toBe(readings?.sent);
  });

  it('goes through a relay over TCP where UDP is blocked', async (context) => {
    if (turnServerMissing !== undefined) context.skip(turnServerMissing);
    held(await playLine(lines, PROFILES['udp-blocked'], { seconds: SECONDS, relay: true }), [
      'joined',
      'media',
      'readings',
      'wave',
    ]);
  });

  it('comes back after eight seconds without a line, with every reading', async () => {
    held(await playMishap(lines, outage(8)), ['joined', 'readings', 'back']);
  });

  it('comes back after the cabin got another address', async () => {
    held(await playMishap(lines, addressChange), ['joined', 'readings', 'back']);
  });

  it('does not mind that the broker is started again', async () => {
    held(await playBrokerGone(lines, 0), ['joined', 'readings', 'went-on']);
  });
});
