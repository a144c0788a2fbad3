import { describe, expect, it } from 'vitest';
import type {
  ExamItem,
  Examination,
  ExamRequest,
  InstrumentStatus,
} from '#core/visit/examination/examination.ts';
import { type CallSnapshot, IDLE_CALL } from '#renderer/call/call-snapshot.ts';
import { physicianVisit } from '#renderer/preview/sample-visit.ts';
import { examState, heardPoints } from './exam-state.ts';

const ASKED_AT = '2026-03-02T09:52:00.000+01:00';
const LIVE = { state: 'live', device: 'Otoscope', simulated: false } as const;
const connected: CallSnapshot = {
  ...IDLE_CALL,
  state: 'connected',
  quality: { ...IDLE_CALL.quality, incoming: { rung: 'hd', strained: false } },
  instruments: { examFrames: 50, examFrozen: false, stethoscope: 'live', madeUp: 0 },
};
const ear = (change: Partial<ExamRequest> = {}): ExamRequest => ({
  requestId: 'exam-1',
  target: { instrument: 'exam-camera', site: 'ear', laterality: 'left' },
  askedAt: ASKED_AT,
  status: { status: 'accepted' },
  instrument: LIVE,
  ...change,
});
const listening = (change: Partial<ExamRequest> = {}): ExamRequest =>
  ear({ target: { instrument: 'stethoscope', point: 'mitral' }, ...change });
const visit = (...requests: ExamRequest[]) =>
  physicianVisit({ instruments: ['ear', 'stethoscope'], examination: { requests, items: [], chosen: {} } });
const withInstruments = (change: Partial<CallSnapshot['instruments']>): CallSnapshot => ({
  ...connected,
  instruments: { ...connected.instruments, ...change },
});

describe('the examination camera', () => {
  const of = (request: ExamRequest, call = connected, before = 10) =>
    examState('ear', visit(request), call, before).state;

  it('is live only while new frames come, counted from this request on', () => {
    expect(of(ear())).toBe('live');
    expect(of(ear(), connected, 50)).toBe('opening');
    expect(of(ear(), withInstruments({ examFrozen: true }))).toBe('frozen');
  });

  it('rests while a still is taken at its whole size, and is frozen once that is over', () => {
    const examination = (state: ExamItem['state']): Examination => ({
      requests: [ear()],
      items: [{ itemId: 'still-1', requestId: 'exam-1', target: ear().target, askedAt: ASKED_AT, state }],
      chosen: {},
    });
    const seen = (state: ExamItem['state'], examFrozen: boolean) =>
      examState(
        'ear',
        physicianVisit({ instruments: ['ear'], examination: examination(state) }),
        withInstruments({ examFrozen }),
        10,
      ).state;
    expect(seen({ state: 'asked' }, false)).toBe('live');
    expect(seen({ state: 'asked' }, true)).toBe('taking');
    expect(seen({ state: 'failed', code: 'INSTRUMENT_BUSY' }, true)).toBe('frozen');
  });

  it('is never live over a link that carries nothing or no picture', () => {
    expect(of(ear(), { ...connected, state: 'stalled' })).toBe('link');
    for (const rung of ['stills', 'audio', 'none'] as const) {
      const quality = { ...connected.quality, incoming: { rung, strained: false } };
      expect(of(ear(), { ...connected, quality })).toBe('link');
    }
  });

  it('says where its request stands, and why there is no picture', () => {
    expect(of(ear({ status: { status: 'asked' } }))).toBe('asked');
    expect(of(ear({ instrument: { state: 'opening' } }))).toBe('opening');
    const failed: InstrumentStatus = { state: 'failed', code: 'INSTRUMENT_BUSY', candidates: [] };
    expect(examState('ear', visit(ear({ instrument: failed })), connected, 0)).toEqual({
      state: 'failed',
      code: 'INSTRUMENT_BUSY',
    });
    expect(of(ear({ status: { status: 'declined', reason: 'patient-declines' } }))).toBe('declined');
    expect(of(ear({ status: { status: 'done' } }))).toBe('done');
    expect(examState('skin', visit(), connected, 0).state).toBe('unavailable');
    expect(examState('ear', visit(), connected, 0).state).toBe('none');
  });

  it('is moving while the assistant has it in the hand and has not said that it is there', () => {
    const next = ear({
      requestId: 'exam-2',
      target: { instrument: 'exam-camera', site: 'ear', laterality: 'right' },
      status: { status: 'asked' },
    });
    const done = ear({ status: { status: 'done' } });
    expect(examState('ear', visit(done, next), connected, 0)).toEqual({ state: 'moving' });
    expect(examState('ear', visit(listening({ status: { status: 'done' } }), next), connected, 0)).toEqual({
      state: 'asked',
    });
  });

  it('is asked for no more once the consultation is closed', () => {
    const closed = { ...visit(ear({ status: { status: 'done' } })), stage: 'goodbye' } as const;
    expect(examState('ear', closed, connected, 0)).toEqual({ state: 'closed' });
    expect(examState('skin', closed, connected, 0)).toEqual({ state: 'closed' });
  });

  it('is live with its warning when the picture is black', () => {
    const request = ear({ instrument: { ...LIVE, warning: 'INSTRUMENT_BLACK' } });
    expect(examState('ear', visit(request), connected, 0)).toEqual({ ...LIVE, warning: 'INSTRUMENT_BLACK' });
  });
});

describe('the stethoscope', () => {
  const of = (call: CallSnapshot) => examState('stethoscope', visit(listening()), call, 0).state;

  it('is live while its packets come, also on a line that carries no picture', () => {
    expect(of(connected)).toBe('live');
    const quality = { ...connected.quality, incoming: { rung: 'audio', strained: false } } as const;
    expect(of({ ...connected, quality })).toBe('live');
    expect(of(withInstruments({ stethoscope: 'none' }))).toBe('opening');
    expect(of(withInstruments({ stethoscope: 'lost' }))).toBe('frozen');
  });

  it('is never live while the line holds its sound back, or makes it up in part', () => {
    const held = listening({ instrument: { ...LIVE, warning: 'LISTENING_HELD' } });
    for (const stethoscope of ['none', 'live', 'lost'] as const)
      expect(examState('stethoscope', visit(held), withInstruments({ stethoscope }), 0)).toEqual({
        state: 'held',
      });
    expect(
      examState('stethoscope', visit(listening()), withInstruments({ stethoscope: 'spoilt' }), 0),
    ).toEqual({
      ...LIVE,
      state: 'spoilt',
    });
  });

  it('has not heard a point where the line held it back, unless a recording arrived', () => {
    const held = listening({
      status: { status: 'done' },
      instrument: { ...LIVE, warning: 'LISTENING_HELD' },
    });
    expect([...heardPoints(visit(held))]).toEqual([]);
    const taken = { takenAt: ASKED_AT, device: 'x', simulated: true, byteLength: 1, sha256: 'a'.repeat(64) };
    const clip = (state: ExamItem['state']): ExamItem => ({
      itemId: 'clip-1',
      requestId: held.requestId,
      target: held.target,
      askedAt: ASKED_AT,
      state,
    });
    const heardWith = (state: ExamItem['state']) =>
      heardPoints(physicianVisit({ examination: { requests: [held], items: [clip(state)], chosen: {} } }));
    expect([...heardWith({ state: 'failed', code: 'CLIP_BROKEN' })]).toEqual([]);
    expect([...heardWith({ state: 'delivered', taken })]).toEqual(['mitral']);
  });

  it('has heard a point once it was on there and the point is over', () => {
    const done = { status: { status: 'done' } } as const;
    expect([...heardPoints(visit(listening(done)))]).toEqual(['mitral']);
    expect([...heardPoints(visit(listening()))]).toEqual([]);
    expect([...heardPoints(visit(listening({ ...done, instrument: { state: 'opening' } })))]).toEqual([]);
  });
});
