import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createInputFaults, type InputFault, type InputFaults } from './input-faults.ts';

let clock: FakeClock;
let shown: (InputFault | undefined)[];
let faults: InputFaults;
beforeEach(() => {
  clock = createFakeClock();
  shown = [];
  faults = createInputFaults(clock, (fault) => shown.push(fault));
});

describe('what is said of messages that were not taken', () => {
  it('is said once for each kind, however many come', () => {
    for (let time = 0; time < 1_000; time += 1) faults.meet('INVALID_MESSAGE');
    faults.meet('MESSAGE_TOO_LONG');
    faults.meet('INVALID_MESSAGE');
    expect(shown).toEqual(['INVALID_MESSAGE', 'MESSAGE_TOO_LONG']);
  });

  it('goes by itself once none has come for a while, and is said again if one comes then', async () => {
    faults.meet('INVALID_MESSAGE');
    await clock.advance(19_000);
    faults.meet('INVALID_MESSAGE');
    await clock.advance(19_000);
    expect(shown).toEqual(['INVALID_MESSAGE']);
    await clock.advance(1_000);
    expect(shown).toEqual(['INVALID_MESSAGE', undefined]);
    faults.meet('INVALID_MESSAGE');
    expect(shown).toEqual(['INVALID_MESSAGE', undefined, 'INVALID_MESSAGE']);
  });

  it('goes with what it was said of', async () => {
    faults.meet('MESSAGE_TOO_MANY');
    faults.forget();
    faults.forget();
    await clock.advance(60_000);
    expect(shown).toEqual(['MESSAGE_TOO_MANY', undefined]);
  });
});
