import { describe, expect, test } from 'vitest';
import { nirFault } from '#core/identity/nir.ts';
import { identityOfBeneficiary } from '#core/identity/vitale-card.ts';
import type { CardPresence } from '#core/identity/vitale-reader.ts';
import { createFakeClock } from '../kit/fake-clock.ts';
import { VITALE_CARDS } from './vitale-cards.ts';
import { createSimulatedVitaleReader } from './vitale-reader.ts';

const createBench = () => {
  const clock = createFakeClock();
  const reader = createSimulatedVitaleReader(clock);
  const seen: CardPresence[] = [];
  const unwatch = reader.watch((presence) => seen.push(presence));
  const read = async () => {
    const reading = reader.read();
    await clock.advance(1_200);
    return reading;
  };
  return { clock, reader, control: reader.control, seen, unwatch, read };
};

test('who watches sees what stands there, and each change once', () => {
  const { control, seen, unwatch } = createBench();
  control.insert(VITALE_CARDS.alone);
  control.professionalCard(false);
  control.answers(false);
  control.answers(true);
  control.insert(VITALE_CARDS['bank-card']);
  control.remove();
  control.plugged(false);
  unwatch();
  control.plugged(true);
  expect(seen).toEqual([
    { status: 'empty' },
    { status: 'present', kind: 'vitale' },
    { status: 'mute' },
    { status: 'present', kind: 'vitale' },
    { status: 'present', kind: 'other' },
    { status: 'empty' },
    { status: 'no-reader' },
  ]);
});

describe('a reading', () => {
  test('gives everyone on the card, under the number of the insured person', async () => {
    const { control, read } = createBench();
    control.insert(VITALE_CARDS.family);
    const people = await read();
    expect(people).toEqual({ ok: true, value: VITALE_CARDS.family.beneficiaries });
    if (!people.ok) throw new Error(people.failure);
    expect(people.value.map((one) => identityOfBeneficiary(one).ok)).toEqual([true, true, false]);
    expect(new Set(people.value.map(({ nir }) => nir)).size).toBe(1);
    expect(people.value.map(({ nir }) => nirFault(nir))).toEqual([undefined, undefined, undefined]);
  });

  test('of another card gives the other person', async () => {
    const { control, read } = createBench();
    control.insert(VITALE_CARDS.alone);
    control.insert(VITALE_CARDS['somebody-else']);
    expect(await read()).toMatchObject({ value: [{ familyName: 'EXEMPLE-FICTIF' }] });
  });

  test('says at once what prevents it', async () => {
    const { control, reader } = createBench();
    const fault = async (): Promise<unknown> => {
      const outcome = await reader.read();
      return outcome.ok ? undefined : outcome.failure;
    };
    expect(await fault()).toBe('no-card');
    control.insert(VITALE_CARDS['bank-card']);
    expect(await fault()).toBe('not-vitale');
    control.insert(VITALE_CARDS.alone);
    control.professionalCard(false);
    expect(await fault()).toBe('professional-card-missing');
    control.answers(false);
    expect(await fault()).toBe('mute');
    control.plugged(false);
    expect(await fault()).toBe('no-card');
  });

  test('of a damaged card fails', async () => {
    const { control, read } = createBench();
    control.insert(VITALE_CARDS.damaged);
    expect(await read()).toEqual({ ok: false, failure: 'damaged' });
  });

  test.each(['taken out', 'changed', 'taken out and put back', 'closed'])(
    'of a card that is %s meanwhile gives nobody',
    async (what) => {
      const { clock, control, reader } = createBench();
      control.insert(VITALE_CARDS.alone);
      const reading = reader.read();
      await clock.advance(600);
      if (what === 'closed') reader.close();
      else if (what !== 'changed') control.remove();
      if (what === 'changed') control.insert(VITALE_CARDS['somebody-else']);
      if (what === 'taken out and put back') control.insert(VITALE_CARDS.alone);
      await clock.advance(600);
      expect(await reading).toEqual({ ok: false, failure: 'removed' });
    },
  );
});
