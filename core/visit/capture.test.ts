import { describe, expect, it } from 'vitest';
import { FakeVisit, pressure, reading } from './fake-visit.ts';
import { pendingTimer } from './timers.ts';
import { readingToShow } from './visit.ts';

const MINUTE = 60_000;

const startPressure = (): FakeVisit => {
  const played = new FakeVisit().reachMeasures();
  played.ask('patient', { type: 'start-capture', measure: 'blood-pressure' });
  return played;
};

/** Lets the rest that is due go by, as the timer of the main process would. */
const rest = (played: FakeVisit): void => {
  const timer = pendingTimer(played.visit);
  if (timer === undefined) throw new Error('no rest is due');
  played.nowMs = timer.dueMs;
  played.bring(timer.command);
};

describe('one reading', () => {
  it('is kept with its provenance and shown', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('patient', { type: 'start-capture', measure: 'oximetry' });
    played.deliver(reading('oximetry', 97));
    expect(played.visit.capture?.phase.phase).toBe('kept');
    expect(readingToShow(played.visit, 'oximetry')).toMatchObject({
      values: { spo2: { value: 97, unit: '%' } },
      origin: 'simulator',
      attempt: 1,
      assistedBy: 'Awa Diallo',
    });
  });

  it('is refused when it answers an earlier asking, another capture, or is of another kind', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('patient', { type: 'start-capture', measure: 'oximetry' });
    const run = played.visit.capture?.run ?? 0;
    played.failOnce();
    played.ask('patient', { type: 'restart-capture', measure: 'oximetry' });
    expect(played.deliver(reading('oximetry', 97), { run })).toBe('NOT_NOW');
    expect(played.deliver(reading('oximetry', 97), { captureId: 'earlier' })).toBe('NOT_NOW');
    expect(played.deliver(reading('body-weight', 71))).toBe('NOT_NOW');
    expect(played.visit.readings).toHaveLength(0);
  });

  it('out of its hard limits is a failed try, never a value', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('patient', { type: 'start-capture', measure: 'body-weight' });
    played.deliver(reading('body-weight', 900));
    expect(played.visit.capture?.phase).toMatchObject({ phase: 'failed', code: 'CAPTURE_OUT_OF_RANGE' });
    expect(played.visit.readings).toHaveLength(0);
  });

  it('brings the assistant after two failures and is told to the physician after three', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('patient', { type: 'start-capture', measure: 'oximetry' });
    played.failOnce();
    expect(played.visit.help).toBeUndefined();
    played.ask('patient', { type: 'restart-capture', measure: 'oximetry' });
    played.failOnce();
    expect(played.visit.help).toBeDefined();
    expect(played.visit.incidents).toHaveLength(0);
    played.ask('patient', { type: 'restart-capture', measure: 'oximetry' });
    played.failOnce();
    expect(played.visit.incidents).toEqual([expect.objectContaining({ code: 'CAPTURE_MOVED' })]);
  });
});

describe('blood pressure', () => {
  it('rests five minutes from sitting down, then three readings one minute apart, then the mean of the last two', () => {
    const played = startPressure();
    expect(played.visit.capture?.phase).toEqual({ phase: 'rest', totalMs: 5 * MINUTE, untilMs: 5 * MINUTE });
    rest(played);
    played.deliver(pressure(150, 90));
    expect(played.visit.capture?.phase).toMatchObject({ phase: 'rest', totalMs: MINUTE });
    rest(played);
    played.deliver(pressure(144, 86));
    rest(played);
    played.deliver(pressure(141, 83));
    expect(played.visit.capture?.phase.phase).toBe('kept');
    expect(played.visit.readings).toHaveLength(4);
    const shown = readingToShow(played.visit, 'blood-pressure');
    expect(shown?.values).toMatchObject({ systolic: { value: 143 }, diastolic: { value: 85 } });
    expect(shown?.derivedFrom).toEqual(played.visit.readings.slice(1, 3).map(({ id }) => id));
  });

  it('counts the time already spent seated as rest', () => {
    const played = new FakeVisit().reachMeasures();
    played.nowMs = 4 * MINUTE;
    played.ask('patient', { type: 'start-capture', measure: 'blood-pressure' });
    expect(played.visit.capture?.phase).toMatchObject({ phase: 'rest', totalMs: MINUTE });
  });

  it('takes a fourth reading when the last two differ by more than 10 mmHg, never a fifth', () => {
    const played = startPressure();
    for (const systolic of [150, 130, 145]) {
      rest(played);
      played.deliver(pressure(systolic, 80));
    }
    expect(played.visit.capture?.phase.phase).toBe('rest');
    rest(played);
    played.deliver(pressure(120, 80));
    expect(played.visit.capture?.phase.phase).toBe('kept');
    expect(readingToShow(played.visit, 'blood-pressure')?.values.systolic?.value).toBe(133);
  });

  it('begins the whole rest anew when the patient moves or talks, and says so with the reading', () => {
    const played = startPressure();
    played.nowMs = 4 * MINUTE;
    expect(played.ask('patient', { type: 'restart-rest', cause: 'moved' })).toBe('NOT_ALLOWED');
    played.ask('assistant', { type: 'restart-rest', cause: 'moved' });
    expect(played.visit.capture?.phase).toEqual({ phase: 'rest', totalMs: 5 * MINUTE, untilMs: 9 * MINUTE });
    rest(played);
    played.deliver(pressure(150, 90));
    played.ask('assistant', { type: 'restart-rest', cause: 'talked' });
    expect(played.visit.capture?.phase).toMatchObject({ totalMs: MINUTE, untilMs: 10 * MINUTE });
    expect(played.visit.readings[0]?.conditions).toMatchObject({
      restMs: 5 * MINUTE,
      restBreaks: ['moved'],
    });
    rest(played);
    expect(played.ask('assistant', { type: 'restart-rest', cause: 'moved' })).toBe('NOT_NOW');
  });

  it('keeps the reason of a shortened rest with the reading', () => {
    const played = startPressure();
    played.ask('assistant', { type: 'shorten-rest', reason: 'waited seated at the counter' });
    played.deliver(pressure(130, 80));
    expect(played.visit.readings[0]?.conditions.restShortened).toBe('waited seated at the counter');
  });

  it('is kept with arm, cuff and posture as they were noted, and one series is one arm’s', () => {
    const played = startPressure();
    const left = { arm: 'left', size: 'large-adult', checked: ['back', 'quiet'] } as const;
    const note = (setting: typeof left | { arm: 'right'; size: 'adult'; checked: [] }) =>
      played.ask('assistant', { type: 'note-cuff', setting: { ...setting, checked: [...setting.checked] } });
    rest(played);
    expect(played.ask('patient', { type: 'note-cuff', setting: { ...left, checked: [] } })).toBe(
      'NOT_ALLOWED',
    );
    expect(note(left)).toBeUndefined();
    played.deliver(pressure(128, 78));
    expect(played.visit.readings[0]?.conditions.cuff).toEqual(left);
    const right = { arm: 'right', size: 'adult', checked: [] } as const;
    expect(note({ ...right, checked: [] })).toBe('NOT_NOW');
    expect(note(left)).toBeUndefined();
    for (let more = 0; more < 2; more += 1) {
      rest(played);
      played.deliver(pressure(126, 76));
    }
    expect(played.visit.capture?.phase.phase).toBe('kept');
    expect(readingToShow(played.visit, 'blood-pressure')?.conditions.cuff?.arm).toBe('left');
    expect(note({ ...right, checked: [] })).toBeUndefined();
    played.ask('assistant', { type: 'start-capture', measure: 'oximetry' });
    played.deliver(reading('oximetry', 96));
    expect(played.visit.readings.at(-1)?.conditions).not.toHaveProperty('cuff');
  });

  it('can be stopped at any moment, which asks the device to release the cuff', () => {
    const played = startPressure();
    rest(played);
    const { captureId = '', run = 0 } = played.visit.capture ?? {};
    played.ask('patient', { type: 'stop-capture', captureId });
    expect(played.events).toContainEqual({ type: 'capture-stopped', captureId, run });
    expect(played.visit.capture).toBeUndefined();
    expect(played.deliver(pressure(130, 80), { captureId, run })).toBe('NOT_NOW');
  });

  it('goes on with the series after a failed reading', () => {
    const played = startPressure();
    rest(played);
    played.deliver(pressure(150, 90));
    rest(played);
    played.failOnce();
    played.ask('patient', { type: 'restart-capture', measure: 'blood-pressure' });
    expect(played.visit.capture?.series).toHaveLength(1);
  });
});

describe('a value entered by hand', () => {
  it('is marked, and refused when it cannot be true', () => {
    const played = new FakeVisit().reachMeasures();
    const enter = (value: number) =>
      played.ask('assistant', {
        type: 'enter-reading',
        measure: 'body-weight',
        values: { weight: { value, unit: 'kg' } },
      });
    expect(enter(0.5)).toBe('VALUE_IMPLAUSIBLE');
    expect(enter(71.4)).toBeUndefined();
    expect(played.visit.readings).toEqual([expect.objectContaining({ origin: 'manual' })]);
  });
});

describe('an emergency during a measure', () => {
  it('stops it', () => {
    const played = startPressure();
    rest(played);
    played.ask('patient', { type: 'raise-emergency' });
    expect(played.visit.capture).toBeUndefined();
    expect(played.events.map(({ type }) => type)).toContain('capture-stopped');
  });
});
