import { beforeEach, describe, expect, it } from 'vitest';
import { READINGS } from '#renderer/preview/sample-visit.ts';
import { openTwoSides, type TwoSides } from '#test/harness/two-sides.ts';

let clock: TwoSides['clock'];
let physician: TwoSides['physician'];
let verdicts: TwoSides['verdicts'];
let incidents: TwoSides['incidents'];
let show: TwoSides['show'];
let onTheWay: TwoSides['onTheWay'];
let join: TwoSides['join'];
beforeEach(() => {
  ({ clock, physician, verdicts, incidents, show, onTheWay, join } = openTwoSides());
});

describe('sameness of both screens', () => {
  it('confirms each reading once the record was found to hold what the page renders', async () => {
    show({ readings: [READINGS.oximetry] });
    await join();
    await clock.advance(1);
    show({ readings: [READINGS.oximetry, READINGS.weight] });
    await clock.advance(1);
    const { agreement, projection } = physician.store.getState();
    expect(projection?.readings).toEqual([READINGS.oximetry, READINGS.weight]);
    expect([...agreement.same]).toEqual([READINGS.oximetry.id, READINGS.weight.id]);
    expect(verdicts).toEqual([
      { same: [READINGS.oximetry.id], differing: [] },
      { same: [READINGS.weight.id], differing: [] },
    ]);
    expect(incidents).toEqual([]);
  });

  it('withholds a value that changed on its way, and shows it once it has come right', async () => {
    await join();
    let damaged = 0;
    onTheWay((text) => {
      if (!text.includes('"type":"reading"') || damaged > 0) return text;
      damaged += 1;
      return text.replace(/"spo2":{"value":\d+/, '"spo2":{"value":59');
    });
    const withheld: string[][] = [];
    physician.store.subscribe(({ agreement }) => withheld.push([...agreement.withheld]));
    show({ readings: [READINGS.oximetry] });
    await clock.advance(1);
    const { agreement, projection } = physician.store.getState();
    expect(damaged).toBe(1);
    expect(withheld.some((ids) => ids.includes(READINGS.oximetry.id))).toBe(true);
    expect(verdicts[0]).toEqual({ same: [], differing: [READINGS.oximetry.id] });
    expect(projection?.readings).toEqual([READINGS.oximetry]);
    expect(agreement).toEqual({ same: new Set([READINGS.oximetry.id]), withheld: new Set() });
  });

  it('withholds a value for good when the page goes on differing, and does not send it for ever', async () => {
    await join();
    onTheWay((text) => text.replace(/"spo2":{"value":\d+/, '"spo2":{"value":59'));
    show({ readings: [READINGS.oximetry] });
    await clock.advance(1_000);
    expect([...physician.store.getState().agreement.withheld]).toEqual([READINGS.oximetry.id]);
    expect(verdicts).toHaveLength(4);
  });

  it('does not show a visit that is not the cabin’s, and has it sent anew', async () => {
    await join();
    let damaged = 0;
    onTheWay((text) => {
      if (!text.includes('asthma') || damaged > 0) return text;
      damaged += 1;
      return text.replace('asthma', 'nothing');
    });
    const notes = new Set<string | undefined>();
    physician.store.subscribe(({ projection }) => notes.add(projection?.notes));
    show({ notes: 'asthma' });
    await clock.advance(1);
    expect(notes).not.toContain('nothing');
    expect(physician.store.getState().projection?.notes).toBe('asthma');
    expect(incidents).toEqual(['VISIT_DIFFERS']);
  });
});
