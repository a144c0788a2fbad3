import { beforeEach, expect, it } from 'vitest';
import { type CallLevels, type CallSpell, EMPTY_LEDGER, withSpell } from '#core/call/ledger.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { type CallMeter, createCallMeter, LONGEST_SPELL_MS, WINDOW_SILENCE_MS } from './call-meter.ts';

const VIDEO: CallLevels = { outgoing: { level: 'video' }, incoming: { level: 'video' }, roundTripMs: 50 };
const FROZEN: CallLevels = { ...VIDEO, incoming: { level: 'audio', cause: 'PICTURE_FROZEN' } };

let clock: FakeClock;
let counting: boolean;
let paused: boolean;
let spells: CallSpell[];
let meter: CallMeter;
beforeEach(() => {
  clock = createFakeClock();
  counting = true;
  paused = false;
  spells = [];
  meter = createCallMeter({
    clock,
    counting: () => counting,
    paused: () => paused,
    // The keeper of the visit tells of every event, and this is one.
    tell: (spell) => {
      spells.push(spell);
      meter.refresh();
    },
  });
  meter.refresh();
});
const ledger = () => spells.reduce(withSpell, EMPTY_LEDGER);
/** The window says the same once a second. */
const goOn = async (levels: CallLevels, seconds: number): Promise<void> => {
  for (let second = 0; second < seconds; second += 1) {
    meter.hear(levels);
    await clock.advance(1_000);
  }
};

it('counts what each direction got, to the second, over changes and long spells', async () => {
  await clock.advance(2_000);
  await goOn(VIDEO, 40);
  await goOn(FROZEN, 5);
  await goOn(VIDEO, 3);
  meter.flush();
  expect(ledger().incoming).toEqual({
    video: 43_000,
    stills: 0,
    audio: 5_000,
    picture: 0,
    nothing: 2_000,
    causes: { PICTURE_FROZEN: 5_000, CALL_NOT_JOINED: 2_000 },
  });
  expect(ledger().outgoing.video).toBe(48_000);
  expect(Math.max(...spells.map(({ lastedMs }) => lastedMs))).toBe(LONGEST_SPELL_MS);
});

it('goes on while the window is gone, and while it hangs', async () => {
  await goOn(VIDEO, 4);
  meter.windowGone();
  await clock.advance(8_000);
  await goOn(VIDEO, 1);
  await clock.advance(20_000);
  meter.flush();
  const hung = 20_000 + 1_000 - WINDOW_SILENCE_MS;
  expect(ledger().outgoing).toMatchObject({ video: 4_000 + WINDOW_SILENCE_MS, nothing: 8_000 + hung });
  expect(ledger().outgoing.causes).toEqual({ CALL_LOST: 8_000 + hung });
});

it('loses nothing of a spell whose physician goes', async () => {
  await goOn(VIDEO, 9);
  counting = false;
  meter.refresh();
  expect(ledger().outgoing.video).toBe(9_000);
  await clock.advance(LONGEST_SPELL_MS);
  expect(ledger().outgoing.video).toBe(9_000);
});

it('counts nothing before the consultation and nothing after it', async () => {
  await goOn(VIDEO, 3);
  meter.flush();
  counting = false;
  meter.refresh();
  await goOn(VIDEO, 60);
  meter.flush();
  expect(ledger().outgoing.video).toBe(3_000);
  counting = true;
  meter.refresh();
  await goOn(VIDEO, 2);
  meter.flush();
  expect(ledger().outgoing.video).toBe(5_000);
});

it('counts a pause as nothing on purpose, whatever the window says meanwhile, and goes on with what it says after', async () => {
  await goOn(VIDEO, 4);
  paused = true;
  meter.refresh();
  await goOn({ outgoing: { level: 'nothing' }, incoming: { level: 'audio', cause: 'SOUND_LOST' } }, 20);
  paused = false;
  meter.refresh();
  await goOn(VIDEO, 3);
  meter.flush();
  for (const direction of [ledger().outgoing, ledger().incoming])
    expect(direction).toMatchObject({ video: 7_000, nothing: 20_000, causes: { CALL_PAUSED: 20_000 } });
});
