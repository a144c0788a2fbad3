import { describe, expect, it } from 'vitest';
import { FakeVisit, reading } from '../fake-visit.ts';
import { readingToShow } from '../visit.ts';
import { currentExam, type InstrumentStatus, openExam, type TakenItem } from './examination.ts';
import type { SkinPlace } from './skin-places.ts';
import type { ExamTarget, ListeningPoint } from './targets.ts';

const listenAt = (point: ListeningPoint): ExamTarget => ({ instrument: 'stethoscope', point });
const EAR: ExamTarget = { instrument: 'exam-camera', site: 'ear', laterality: 'left' };
const skinAt = (place: SkinPlace): ExamTarget => ({ instrument: 'exam-camera', site: 'skin', place });
const LEFT_FOREARM: SkinPlace = { place: 'forearm', laterality: 'left' };
const RIGHT_FOREARM: SkinPlace = { place: 'forearm', laterality: 'right' };
const TAKEN: TakenItem = {
  takenAt: '2026-03-02T09:41:05.120+01:00',
  device: 'Stethoscope',
  simulated: false,
  byteLength: 1_440_044,
  sha256: 'a'.repeat(64),
};

const ask = (played: FakeVisit, requestId: string, target: ExamTarget) =>
  played.ask('physician', { type: 'request-exam', requestId, target });
const accept = (played: FakeVisit, requestId: string) =>
  played.ask('assistant', { type: 'accept-exam', requestId });
const take = (played: FakeVisit, itemId: string, requestId: string) =>
  played.ask('physician', { type: 'take-exam-item', itemId, requestId });
const statuses = (played: FakeVisit) => played.visit.examination.requests.map(({ status }) => status.status);

describe('instruments in the call', () => {
  it('are asked for by the physician, and put on by the assistant', () => {
    const played = new FakeVisit().reachCall();
    expect(ask(played, 'exam-0001', listenAt('aortic'))).toBeUndefined();
    expect(statuses(played)).toEqual(['asked']);
    expect(accept(played, 'exam-0001')).toBeUndefined();
    expect(statuses(played)).toEqual(['accepted']);
    played.ask('assistant', { type: 'finish-exam', requestId: 'exam-0001' });
    expect(statuses(played)).toEqual(['done']);
    expect(openExam(played.visit.examination)).toBeUndefined();
  });

  it('are at the next point or side only once the assistant says so: no sound of the way there is kept under its name', () => {
    const played = new FakeVisit().reachCall();
    ask(played, 'exam-0001', listenAt('back-1'));
    accept(played, 'exam-0001');
    ask(played, 'exam-0002', listenAt('back-2'));
    expect(statuses(played)).toEqual(['done', 'asked']);
    expect(take(played, 'clip-0001', 'exam-0001')).toBe('NOT_NOW');
    expect(take(played, 'clip-0001', 'exam-0002')).toBe('NOT_NOW');
    accept(played, 'exam-0002');
    expect(take(played, 'clip-0001', 'exam-0002')).toBeUndefined();
    ask(played, 'exam-0003', EAR);
    accept(played, 'exam-0003');
    ask(played, 'exam-0004', { instrument: 'exam-camera', site: 'ear', laterality: 'right' });
    expect(statuses(played)).toEqual(['done', 'done', 'done', 'asked']);
  });

  it('stay on where the same place is asked for once more', () => {
    const played = new FakeVisit().reachCall();
    ask(played, 'exam-0001', EAR);
    accept(played, 'exam-0001');
    ask(played, 'exam-0002', EAR);
    expect(statuses(played)).toEqual(['done', 'accepted']);
  });

  it('take a kept reading off the screens when they are asked for and when they are put on, and leave its value in the list', () => {
    const played = new FakeVisit().reachCall();
    played.ask('assistant', { type: 'start-capture', measure: 'oximetry' });
    played.deliver(reading('oximetry', 97));
    ask(played, 'exam-0001', EAR);
    expect(played.visit.capture).toBeUndefined();
    played.ask('assistant', { type: 'start-capture', measure: 'oximetry' });
    played.deliver(reading('oximetry', 98));
    expect(played.visit.capture?.phase.phase).toBe('kept');
    expect(accept(played, 'exam-0001')).toBeUndefined();
    expect(played.visit.capture).toBeUndefined();
    expect(readingToShow(played.visit, 'oximetry')).toMatchObject({ values: { spo2: { value: 98 } } });
  });

  it('leave a measure that runs alone', () => {
    const played = new FakeVisit().reachCall();
    played.ask('assistant', { type: 'start-capture', measure: 'oximetry' });
    ask(played, 'exam-0001', EAR);
    accept(played, 'exam-0001');
    expect(played.visit.capture?.phase.phase).toBe('measuring');
  });

  it('give up a request that nobody took when another comes', () => {
    const played = new FakeVisit().reachCall();
    ask(played, 'exam-0001', EAR);
    ask(played, 'exam-0002', listenAt('mitral'));
    expect(statuses(played)).toEqual(['declined', 'asked']);
  });

  it('take a request that arrives twice for one', () => {
    const played = new FakeVisit().reachCall();
    ask(played, 'exam-0001', EAR);
    expect(ask(played, 'exam-0001', EAR)).toBeUndefined();
    expect(played.visit.examination.requests).toHaveLength(1);
  });

  it('cannot be asked for before the call, nor by anybody but the physician', () => {
    const played = new FakeVisit().reachMeasures();
    expect(ask(played, 'exam-0001', EAR)).toBe('NOT_NOW');
    const target = EAR;
    expect(played.ask('patient', { type: 'request-exam', requestId: 'exam-0001', target })).toBe(
      'NOT_ALLOWED',
    );
  });

  it('tell the physician when the assistant cannot', () => {
    const played = new FakeVisit().reachCall();
    ask(played, 'exam-0001', EAR);
    played.ask('assistant', { type: 'decline-exam', requestId: 'exam-0001', reason: 'not-possible' });
    expect(played.visit.examination.requests[0]?.status).toEqual({
      status: 'declined',
      reason: 'not-possible',
    });
  });

  it('go off when the physician is gone or closes', () => {
    for (const end of ['lose-claim', 'close'] as const) {
      const played = new FakeVisit().reachCall();
      ask(played, 'exam-0001', listenAt('mitral'));
      accept(played, 'exam-0001');
      take(played, 'clip-0001', 'exam-0001');
      if (end === 'lose-claim') played.bring({ type: 'lose-claim', cause: 'physician-gone' });
      else played.close();
      expect(openExam(played.visit.examination)).toBeUndefined();
      expect(played.visit.examination.items[0]?.state).toMatchObject({ state: 'failed' });
    }
  });
});

describe('the place of the skin', () => {
  const onSkin = (place: SkinPlace): FakeVisit => {
    const played = new FakeVisit().reachCall();
    ask(played, 'exam-0001', skinAt(place));
    accept(played, 'exam-0001');
    return played;
  };
  const correct = (played: FakeVisit, place: SkinPlace, requestId = 'exam-0001') =>
    played.ask('assistant', { type: 'correct-exam-place', requestId, place });
  const targets = ({ visit: { examination } }: FakeVisit) => [
    ...examination.requests.map(({ target }) => target),
    ...examination.items.map(({ target }) => target),
  ];

  it('is confirmed anew when it is another one, and not when it is the same', () => {
    const played = onSkin(LEFT_FOREARM);
    ask(played, 'exam-0002', skinAt(LEFT_FOREARM));
    ask(played, 'exam-0003', skinAt(RIGHT_FOREARM));
    expect(statuses(played)).toEqual(['done', 'done', 'asked']);
  });

  it('stands on every picture, under the right name once the assistant has corrected it', () => {
    const played = onSkin(LEFT_FOREARM);
    take(played, 'still-0001', 'exam-0001');
    expect(correct(played, RIGHT_FOREARM)).toBeUndefined();
    expect(targets(played)).toEqual([skinAt(RIGHT_FOREARM), skinAt(RIGHT_FOREARM)]);
    expect(statuses(played)).toEqual(['accepted']);
    correct(played, { place: 'elsewhere', words: 'coude droit' });
    expect(targets(played)).toEqual(Array(2).fill(skinAt({ place: 'elsewhere', words: 'coude droit' })));
  });

  it('leaves the pictures of an earlier request alone', () => {
    const played = onSkin({ place: 'back' });
    take(played, 'still-0001', 'exam-0001');
    ask(played, 'exam-0002', skinAt(LEFT_FOREARM));
    accept(played, 'exam-0002');
    correct(played, RIGHT_FOREARM, 'exam-0002');
    expect(targets(played)).toEqual([
      skinAt({ place: 'back' }),
      skinAt(RIGHT_FOREARM),
      skinAt({ place: 'back' }),
    ]);
  });

  it('is corrected by nobody else, of no ear, and not once the request is over', () => {
    const played = onSkin(LEFT_FOREARM);
    const place = RIGHT_FOREARM;
    expect(played.ask('patient', { type: 'correct-exam-place', requestId: 'exam-0001', place })).toBe(
      'NOT_ALLOWED',
    );
    ask(played, 'exam-0002', EAR);
    expect(correct(played, RIGHT_FOREARM)).toBe('NOT_NOW');
    expect(correct(played, RIGHT_FOREARM, 'exam-0002')).toBe('NOT_NOW');
  });
});

describe('a clip or a still', () => {
  const listening = (): FakeVisit => {
    const played = new FakeVisit().reachCall();
    ask(played, 'exam-0001', listenAt('mitral'));
    accept(played, 'exam-0001');
    return played;
  };

  it('is taken when asked for, delivered, and kept with its hash', () => {
    const played = listening();
    take(played, 'clip-0001', 'exam-0001');
    expect(currentExam(played.visit.examination)?.toTake).toEqual(['clip-0001']);
    const report = (what: Parameters<FakeVisit['ask']>[1]) => played.ask('patient', what);
    report({
      type: 'report-exam-item',
      itemId: 'clip-0001',
      report: { report: 'taken', taken: TAKEN },
    });
    expect(currentExam(played.visit.examination)?.toTake).toEqual([]);
    report({ type: 'report-exam-item', itemId: 'clip-0001', report: { report: 'delivered' } });
    expect(played.visit.examination.items[0]).toMatchObject({
      target: listenAt('mitral'),
      state: { state: 'delivered', taken: TAKEN },
    });
  });

  it('is asked for once, one at a time, and only while the instrument is on', () => {
    const played = listening();
    take(played, 'clip-0001', 'exam-0001');
    expect(take(played, 'clip-0001', 'exam-0001')).toBeUndefined();
    expect(take(played, 'clip-0002', 'exam-0001')).toBe('NOT_NOW');
    expect(take(played, 'clip-0003', 'exam-9999')).toBe('NOT_NOW');
    expect(played.visit.examination.items).toHaveLength(1);
  });

  it('whose sound had a hole is said to begin anew, until it is settled', () => {
    const played = listening();
    take(played, 'clip-0001', 'exam-0001');
    const again = () =>
      played.ask('patient', { type: 'report-exam-item', itemId: 'clip-0001', report: { report: 'again' } });
    again();
    const state = played.visit.examination.items[0]?.state;
    expect(state).toEqual({ state: 'asked', againAt: expect.any(String) });
    expect(currentExam(played.visit.examination)?.toTake).toEqual(['clip-0001']);
    const failed = { report: 'failed', code: 'CLIP_BROKEN' } as const;
    played.ask('patient', { type: 'report-exam-item', itemId: 'clip-0001', report: failed });
    again();
    expect(played.visit.examination.items[0]?.state).toEqual({ state: 'failed', code: 'CLIP_BROKEN' });
  });

  it('that arrives late changes nothing that is settled', () => {
    const played = listening();
    take(played, 'clip-0001', 'exam-0001');
    const failed = { report: 'failed', code: 'INSTRUMENT_MISSING' } as const;
    played.ask('patient', { type: 'report-exam-item', itemId: 'clip-0001', report: failed });
    played.ask('patient', {
      type: 'report-exam-item',
      itemId: 'clip-0001',
      report: { report: 'taken', taken: TAKEN },
    });
    expect(played.visit.examination.items[0]?.state).toMatchObject({ state: 'failed' });
  });

  it('is no part of the visit once the physician discards it', () => {
    const played = listening();
    take(played, 'clip-0001', 'exam-0001');
    played.ask('physician', { type: 'discard-exam-item', itemId: 'clip-0001' });
    expect(played.visit.examination.items[0]?.state).toEqual({ state: 'discarded' });
  });

  it('stays within a number that memory bears', () => {
    const played = listening();
    for (let number = 0; number < 41; number += 1) {
      const itemId = `clip-1${String(number).padStart(3, '0')}`;
      const refused = take(played, itemId, 'exam-0001');
      expect(refused).toBe(number < 40 ? undefined : 'TRANSFER_FULL');
      const failed = { report: 'failed', code: 'INSTRUMENT_BUSY' } as const;
      if (refused === undefined) played.ask('patient', { type: 'report-exam-item', itemId, report: failed });
    }
  });
});

describe('the instrument itself', () => {
  const live = { state: 'live', device: 'Otoscope', simulated: false } as const;
  const candidates = [
    { deviceId: 'one', label: 'Camera' },
    { deviceId: 'two', label: 'Camera' },
  ];
  const say = (played: FakeVisit, status: InstrumentStatus, requestId = 'exam-0001') =>
    played.ask('patient', { type: 'report-instrument', requestId, status });
  const looking = (): FakeVisit => {
    const played = new FakeVisit().reachCall();
    ask(played, 'exam-0001', EAR);
    accept(played, 'exam-0001');
    return played;
  };

  it('is told by the window that holds it, for the open request only', () => {
    const played = looking();
    say(played, live);
    expect(played.visit.examination.requests[0]?.instrument).toEqual(live);
    expect(played.ask('assistant', { type: 'report-instrument', requestId: 'exam-0001', status: live })).toBe(
      'NOT_ALLOWED',
    );
    played.ask('physician', { type: 'finish-exam', requestId: 'exam-0001' });
    say(played, { state: 'opening' });
    expect(played.visit.examination.requests[0]?.instrument).toEqual(live);
  });

  it('that fails is a technical incident, once', () => {
    const played = looking();
    const failed: InstrumentStatus = { state: 'failed', code: 'INSTRUMENT_UNPLUGGED', candidates: [] };
    say(played, live);
    say(played, failed);
    say(played, failed);
    say(played, { ...live, warning: 'INSTRUMENT_BLACK' });
    expect(played.visit.incidents.map(({ code }) => code)).toEqual([
      'INSTRUMENT_UNPLUGGED',
      'INSTRUMENT_BLACK',
    ]);
  });

  it('is chosen among those that may be it, by the assistant, for the rest of the visit', () => {
    const played = looking();
    const choose = (deviceId: string) =>
      played.ask('assistant', { type: 'choose-instrument', requestId: 'exam-0001', deviceId });
    expect(choose('one')).toBe('NOT_NOW');
    say(played, { state: 'failed', code: 'INSTRUMENT_AMBIGUOUS', candidates });
    expect(choose('three')).toBe('NOT_NOW');
    expect(choose('two')).toBeUndefined();
    expect(currentExam(played.visit.examination)?.chosen).toBe('two');
    ask(played, 'exam-0002', listenAt('mitral'));
    expect(currentExam(played.visit.examination)?.chosen).toBeUndefined();
    ask(played, 'exam-0003', EAR);
    expect(currentExam(played.visit.examination)?.chosen).toBe('two');
    expect(played.visit.incidents).toEqual([]);
  });
});
