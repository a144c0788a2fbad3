import { describe, expect, it } from 'vitest';
import { contentHash } from '../call/content-hash.ts';
import type { CabinCommand } from './cabin-commands.ts';
import type { Command } from './commands.ts';
import { FACTS, RECORD_FACTS } from './fake-facts.ts';
import { BENALI, FakeVisit, reading } from './fake-visit.ts';
import { projectForPhysician } from './projections/project.ts';
import { toVisitRecord } from './to-record.ts';

const claim = (played: FakeVisit, physicianId: string) =>
  played.bring({ type: 'grant-claim', physicianId, card: BENALI });
const CLOSE = {
  type: 'close-consultation',
  report: 'given-to-patient',
  advice: 'Repos.',
  notes: 'Toux, fièvre depuis hier',
} as const;
const again = { type: 'request-measure', requestId: 'request-1', measure: 'oximetry' } as const;

describe('the physician', () => {
  it('takes the patient first; a second one is refused', () => {
    const played = new FakeVisit().reachMeasures();
    expect(claim(played, 'benali')).toBeUndefined();
    expect(claim(played, 'moreau')).toBe('ALREADY_TAKEN');
  });

  it('is shown by a card, and nothing else, until the patient has read it', () => {
    const played = new FakeVisit().reachMeasures();
    claim(played, 'benali');
    expect(played.visit.stage).toBe('measures');
    played.ask('patient', { type: 'finish-measures' });
    expect(played.visit.stage).toBe('physician-card');
    expect(played.visit.claim?.acknowledged).toBe(false);
    played.ask('patient', { type: 'acknowledge-physician' });
    expect(played.visit).toMatchObject({ stage: 'call', claim: { acknowledged: true } });
  });

  it('asks for one more measure, which becomes a task and is answered by the reading', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', again);
    played.ask('assistant', { type: 'accept-task', requestId: 'request-1' });
    expect(played.visit.capture).toMatchObject({ measure: 'oximetry', requestId: 'request-1' });
    played.deliver(reading('oximetry', 95));
    expect(played.visit.requests[0]?.status).toMatchObject({ status: 'done' });
    expect(played.visit.readings).toHaveLength(1);
  });

  it('asks once even when the request arrives twice', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', again);
    expect(played.ask('physician', again)).toBeUndefined();
    expect(played.visit.requests).toHaveLength(1);
  });

  it('asks for another measure, or the same, while the reading before is still on the screens', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', again);
    played.ask('assistant', { type: 'accept-task', requestId: 'request-1' });
    played.deliver(reading('oximetry', 95));
    expect(played.visit.capture?.phase.phase).toBe('kept');
    played.ask('physician', { ...again, requestId: 'request-2' });
    expect(played.visit.capture).toBeUndefined();
    expect(played.visit.requests.map(({ status }) => status.status)).toEqual(['done', 'asked']);
    played.ask('assistant', { type: 'accept-task', requestId: 'request-2' });
    played.deliver(reading('oximetry', 96));
    expect(played.visit.requests.map(({ status }) => status.status)).toEqual(['done', 'done']);
    expect(played.visit.readings).toHaveLength(2);
  });

  it('is not answered by a measure that the assistant had begun before', () => {
    const played = new FakeVisit().reachCall();
    played.ask('assistant', { type: 'start-capture', measure: 'oximetry' });
    played.ask('physician', again);
    played.deliver(reading('oximetry', 95));
    expect(played.visit.requests[0]?.status).toEqual({ status: 'asked' });
  });

  it('is told when the assistant cannot', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', again);
    played.ask('assistant', { type: 'decline-task', requestId: 'request-1', reason: 'not-possible' });
    expect(played.visit.requests[0]?.status).toEqual({ status: 'declined', reason: 'not-possible' });
  });

  it('has what failed at their end among the incidents as theirs', () => {
    const played = new FakeVisit().reachCall();
    played.bring({ type: 'note-incident', code: 'CAMERA_BUSY', end: 'physician' });
    played.bring({ type: 'note-incident', code: 'CAMERA_BLACK' });
    const [theirs, ours] = played.visit.incidents;
    expect(theirs).toMatchObject({ code: 'CAMERA_BUSY', end: 'physician' });
    expect(ours).not.toHaveProperty('end');
  });

  it('who is gone for good leaves the patient in the queue, to see a new card', () => {
    const played = new FakeVisit().reachCall();
    played.bring({ type: 'note-physician-presence', away: true });
    expect(played.visit.incidents).toEqual([expect.objectContaining({ code: 'CALL_LOST' })]);
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    expect(played.visit.stage).toBe('waiting');
    claim(played, 'moreau');
    expect(played.visit).toMatchObject({ stage: 'physician-card', claim: { acknowledged: false } });
  });

  it('raises the emergency with the third pathway', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', { type: 'choose-pathway', pathway: 'emergency' });
    expect(played.visit.emergency).toBeDefined();
  });
});

it('counts the last spell of a call whose physician is gone, and nothing after closing', () => {
  const spell = { outgoing: { level: 'video' }, incoming: { level: 'video' }, lastedMs: 9_000 } as const;
  const played = new FakeVisit().reachCall();
  played.bring({ type: 'lose-claim', cause: 'physician-gone' });
  played.bring({ type: 'note-spell', spell });
  expect(played.visit.ledger.outgoing.video).toBe(9_000);
  const closed = new FakeVisit().reachCall();
  closed.close();
  closed.bring({ type: 'note-spell', spell });
  expect(closed.visit.ledger.outgoing.video).toBe(0);
});

it('keeps what a pharmacy lacked while a physician held the patient, once, also when it comes back', () => {
  const played = new FakeVisit().reachCall();
  played.bring({ type: 'note-missing-equipment', missing: ['oximeter'] });
  played.bring({ type: 'note-missing-equipment', missing: [] });
  played.bring({ type: 'note-missing-equipment', missing: ['otoscope', 'oximeter'] });
  expect(played.visit.missedEquipment).toEqual(['otoscope', 'oximeter']);
  played.close();
  played.bring({ type: 'note-missing-equipment', missing: ['stethoscope'] });
  const record = toVisitRecord(played.visit, RECORD_FACTS);
  expect(record.ok && record.value.missingEquipment).toEqual(['otoscope', 'oximeter']);
});

it('knows nothing of equipment before a physician holds the patient', () => {
  const waiting = new FakeVisit().reachCall();
  waiting.bring({ type: 'lose-claim', cause: 'physician-gone' });
  waiting.bring({ type: 'note-missing-equipment', missing: ['otoscope'] });
  expect(waiting.visit.missedEquipment).toEqual([]);
});

describe('closing', () => {
  it('brings the notes into the record, whatever was saved before', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', { type: 'save-notes', text: 'Toux' });
    expect(played.close(CLOSE)).toBeUndefined();
    const started = played.events.findIndex(({ type }) => type === 'handover-started');
    expect(played.events.findLastIndex(({ type }) => type === 'notes-saved')).toBeLessThan(started);
    expect(toVisitRecord(played.visit, RECORD_FACTS)).toMatchObject({
      ok: true,
      value: { notes: CLOSE.notes },
    });
  });

  it('is final: what comes after it would be in no record, and is refused', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', { type: 'choose-pathway', pathway: 'remote' });
    played.close(CLOSE);
    played.bring({ type: 'handover-written' });
    const before = played.visit;
    const late: readonly Command[] = [
      { type: 'save-notes', text: 'Toux' },
      { type: 'choose-pathway', pathway: 'emergency' },
      again,
      { ...CLOSE, notes: 'autre' },
    ];
    for (const command of late) expect(played.ask('physician', command)).toBe('CONSULTATION_CLOSED');
    expect(played.visit).toBe(before);
  });
});

describe('what a physician wrote who left', () => {
  const MOREAU = { ...BENALI, name: 'Dr Inès Moreau', rpps: '10009876543' };
  const takes = (played: FakeVisit, physicianId: string, card = MOREAU) => {
    played.bring({ type: 'grant-claim', physicianId, card });
    played.ask('patient', { type: 'acknowledge-physician' });
  };
  const leftByBenali = (): FakeVisit => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', { type: 'save-notes', text: 'Toux' });
    played.ask('physician', { type: 'choose-pathway', pathway: 'in-person' });
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    return played;
  };
  const ofBenali = expect.objectContaining({ physician: BENALI, notes: 'Toux', pathway: 'in-person' });

  it('is passed on as theirs, and the next one writes and decides anew', () => {
    const played = leftByBenali();
    takes(played, 'moreau');
    const view = projectForPhysician(played.visit, FACTS);
    expect(view).toMatchObject({ notes: '', earlier: [ofBenali] });
    expect(view).not.toHaveProperty('pathway');
    expect(view).not.toHaveProperty('notesSavedAt');
    played.close({ ...CLOSE, notes: 'Vu avec Toux' });
    const record = toVisitRecord(played.visit, RECORD_FACTS);
    expect(record).toMatchObject({
      ok: true,
      value: { physician: MOREAU, notes: 'Vu avec Toux', earlier: [ofBenali] },
    });
    expect(record.ok && record.value.pathway).toBe('remote');
  });

  it('stays asked by them', () => {
    const played = new FakeVisit().reachCall();
    const asks = (requestId: string) => {
      played.ask('physician', { type: 'request-measure', requestId: `m-${requestId}`, measure: 'oximetry' });
      played.ask('assistant', { type: 'decline-task', requestId: `m-${requestId}`, reason: 'not-needed' });
      played.ask('physician', {
        type: 'request-exam',
        requestId: `e-${requestId}`,
        target: { instrument: 'stethoscope', point: 'aortic' },
      });
    };
    asks('of-benali');
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    takes(played, 'moreau');
    asks('of-moreau');
    played.close(CLOSE);
    expect(toVisitRecord(played.visit, RECORD_FACTS)).toMatchObject({
      value: {
        physician: MOREAU,
        requests: [{ askedBy: BENALI }, { askedBy: MOREAU }],
        exams: [{ askedBy: BENALI }, { askedBy: MOREAU }],
      },
    });
  });

  it('is theirs to go on with when they come back', () => {
    const played = leftByBenali();
    takes(played, 'moreau');
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    takes(played, 'benali', BENALI);
    expect(played.visit).toMatchObject({ notes: 'Toux', pathway: 'in-person', earlier: [] });
  });

  it('stays in the record when they leave after closing', () => {
    const played = new FakeVisit().reachCall();
    played.close(CLOSE);
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    expect(toVisitRecord(played.visit, RECORD_FACTS)).toMatchObject({
      ok: true,
      value: { physician: BENALI, notes: CLOSE.notes },
    });
  });
});

describe('readings on the physician’s page', () => {
  const measured = (): FakeVisit => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', { type: 'request-measure', requestId: 'request-1', measure: 'oximetry' });
    played.ask('assistant', { type: 'accept-task', requestId: 'request-1' });
    played.deliver(reading('oximetry', 97));
    return played;
  };
  const wrong = '0'.repeat(64);

  it('are seen once the page says the hash of the record', () => {
    const played = measured();
    const [kept] = played.visit.readings;
    if (kept === undefined) throw new Error('no reading');
    const echoes: CabinCommand = {
      type: 'note-echoes',
      readings: [{ id: kept.id, hash: contentHash(kept) }],
    };
    played.bring(echoes);
    played.bring(echoes);
    expect(played.visit.echoes[kept.id]?.state).toBe('seen');
    expect(played.events.filter(({ type }) => type === 'reading-seen')).toHaveLength(1);
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    played.bring({ type: 'grant-claim', physicianId: 'martin', card: BENALI });
    expect(played.visit.echoes).toEqual({});
  });

  it('are an incident when it shows something else, once for each reading', () => {
    const played = measured();
    const id = played.visit.readings[0]?.id ?? '';
    const before = played.visit.readings;
    for (const readings of [[{ id, hash: wrong }], [{ id, hash: wrong }], [{ id: 'unknown', hash: wrong }]])
      played.bring({ type: 'note-echoes', readings });
    expect(played.visit.incidents.map(({ code }) => code)).toEqual(['READING_DIFFERS', 'READING_DIFFERS']);
    expect(played.visit.readings).toEqual(before);
  });

  it('are compared for the physician who holds the visit only', () => {
    const played = measured();
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    expect(played.bring({ type: 'note-echoes', readings: [{ id: 'x', hash: wrong }] })).toBe('NOT_NOW');
  });
});
