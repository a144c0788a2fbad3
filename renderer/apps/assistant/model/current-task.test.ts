import { describe, expect, it } from 'vitest';
import type { Emergency } from '#core/visit/emergency/emergency.ts';
import type { ExamRequest } from '#core/visit/examination/examination.ts';
import type { Absence } from '#core/visit/interruption/interruption.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { CaptureView, RequestView } from '#core/visit/projections/shared.ts';
import { assistantVisit, READINGS } from '#renderer/preview/sample-visit.ts';
import { currentAlert, currentNeed, currentTask } from './current-task.ts';

const AT = '2026-03-02T09:52:00.000+01:00';
const request: RequestView = {
  requestId: 'request-1',
  measure: 'blood-pressure',
  askedAt: AT,
  status: { status: 'asked' },
};
const capture: CaptureView = {
  captureId: 'capture-9',
  askingId: 'capture-9#1',
  measure: 'oximetry',
  attempt: 1,
  repetition: 1,
  repetitions: 1,
  phase: { phase: 'measuring' },
};

const exam: ExamRequest = {
  requestId: 'exam-0001',
  target: { instrument: 'exam-camera', site: 'throat' },
  askedAt: AT,
  status: { status: 'asked' },
};

describe('the current task', () => {
  it('is the step of the visit when nobody asks for anything', () => {
    expect(currentTask(assistantVisit())).toEqual({ task: 'step', stage: 'welcome' });
  });

  it('is a physician who does not come back, once people are asked about it, never over a measure that runs', () => {
    const away = (answer: Absence['answer']): AssistantProjection =>
      assistantVisit({ stage: 'call', absence: { since: AT, answer }, requests: [request] });
    expect(currentTask(away('not-asked'))).toMatchObject({ task: 'measure' });
    expect(currentNeed(away('not-asked'))).toMatchObject({ need: 'request' });
    for (const answer of ['asked', 'wait', 'telephone'] as const)
      expect(currentTask(away(answer))).toEqual({ task: 'absence', absence: { since: AT, answer } });
    expect(currentNeed(away('asked'))).toEqual({ need: 'absence' });
    expect(currentTask({ ...away('asked'), capture })).toMatchObject({ task: 'measure', capture });
  });

  it('is the first open request, answered ones passed over', () => {
    const done: RequestView = {
      ...request,
      requestId: 'request-0',
      status: { status: 'done', readingId: 'reading-1' },
    };
    const task = currentTask(assistantVisit({ stage: 'call', requests: [done, request] }));
    expect(task).toEqual({ task: 'measure', measure: 'blood-pressure', request, waiting: 0 });
  });

  it('stays with the measure that runs while another one is asked for', () => {
    const task = currentTask(assistantVisit({ stage: 'call', capture, requests: [request] }));
    expect(task).toEqual({ task: 'measure', measure: 'oximetry', capture, waiting: 1 });
  });

  it('is the examination that is asked for as soon as the reading before it is kept, not while one is taken', () => {
    const asked = assistantVisit({ stage: 'call', examination: { requests: [exam], items: [], chosen: {} } });
    const kept = { ...capture, phase: { phase: 'kept', reading: READINGS.oximetry } } as const;
    expect(currentTask({ ...asked, capture })).toMatchObject({ task: 'measure', capture });
    expect(currentTask({ ...asked, capture: kept })).toEqual({ task: 'exam', request: exam });
    expect(currentTask(assistantVisit({ stage: 'call', capture: kept }))).toMatchObject({ task: 'measure' });
  });

  it('is a request made after a reading was kept, of the same measure too, and not yet accepted', () => {
    const kept = {
      ...capture,
      requestId: 'request-0',
      phase: { phase: 'kept', reading: READINGS.oximetry },
    } as const;
    const same: RequestView = { ...request, measure: 'oximetry' };
    for (const next of [request, same]) {
      const task = currentTask(assistantVisit({ stage: 'call', capture: kept, requests: [next] }));
      expect(task).toEqual({ task: 'measure', measure: next.measure, request: next, waiting: 0 });
    }
  });

  it('takes no measure that runs for the answer to a later request of the same', () => {
    const same: RequestView = { ...request, measure: 'oximetry' };
    const task = currentTask(assistantVisit({ stage: 'call', capture, requests: [same] }));
    expect(task).toEqual({ task: 'measure', measure: 'oximetry', capture, waiting: 1 });
    const own = { ...capture, requestId: same.requestId };
    expect(currentTask(assistantVisit({ stage: 'call', capture: own, requests: [same] }))).toMatchObject({
      request: same,
      waiting: 0,
    });
  });

  it('shows the physician’s card before any request: it must be read first', () => {
    expect(currentTask(assistantVisit({ stage: 'physician-card', requests: [request] }))).toEqual({
      task: 'step',
      stage: 'physician-card',
    });
  });

  it('gives way to an emergency, even during a measure', () => {
    const emergency: Emergency = { raisedAt: AT, raisedBy: 'patient', retracted: false, calls: [] };
    expect(currentTask(assistantVisit({ stage: 'call', capture, emergency }))).toEqual({
      task: 'emergency',
      emergency,
    });
  });
});

describe('who needs the assistant', () => {
  it('is nobody in an ordinary step', () => {
    expect(currentNeed(assistantVisit({ stage: 'waiting' }))).toEqual({ need: 'none' });
  });

  it('puts a call for help before a request, and drops it once acknowledged', () => {
    const help = { askedAt: AT, step: 'asked' } as const;
    expect(currentNeed(assistantVisit({ stage: 'call', help, requests: [request] })).need).toBe('help');
    const seen = { askedAt: AT, step: 'asked', acknowledgedAt: AT } as const;
    expect(currentNeed(assistantVisit({ stage: 'call', help: seen, requests: [request] })).need).toBe(
      'request',
    );
  });

  it('asks for the identity, which only the assistant types', () => {
    expect(currentNeed(assistantVisit({ stage: 'identity' })).need).toBe('identity');
  });
});

describe('what rings', () => {
  it('rings until acknowledged, the emergency first', () => {
    const help = { askedAt: AT, step: 'asked' } as const;
    expect(currentAlert(assistantVisit({ help }))).toBe('help');
    expect(currentAlert(assistantVisit({ help: { ...help, step: 'insisted' } }))).toBe('help-again');
    expect(
      currentAlert(
        assistantVisit({
          help,
          emergency: { raisedAt: AT, raisedBy: 'patient', retracted: false, calls: [] },
        }),
      ),
    ).toBe('emergency');
    const seen = {
      raisedAt: AT,
      raisedBy: 'patient',
      acknowledgedAt: AT,
      retracted: false,
      calls: [],
    } satisfies Emergency;
    expect(currentAlert(assistantVisit({ emergency: seen }))).toBe('none');
  });
});
