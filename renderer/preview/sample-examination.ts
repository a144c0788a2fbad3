import type { ExamItem, Examination, ExamRequest } from '#core/visit/examination/examination.ts';
import type { ExamTarget, ListeningPoint } from '#core/visit/examination/targets.ts';

const AT = '2026-03-02T09:52:00.000+01:00';
const live = (device: string): ExamRequest['instrument'] => ({ state: 'live', device, simulated: true });

const listened = (point: ListeningPoint, status: ExamRequest['status']['status']): ExamRequest => ({
  requestId: `request-${point}`,
  target: { instrument: 'stethoscope', point },
  askedAt: AT,
  instrument: live('Stethoscope'),
  status: status === 'declined' ? { status, reason: 'not-possible' } : { status },
});
const item = (itemId: string, target: ExamTarget, state: ExamItem['state']): ExamItem => ({
  itemId,
  requestId: 'request-x',
  target,
  askedAt: AT,
  state,
});
const taken = {
  takenAt: AT,
  device: 'Otoscope',
  simulated: true,
  byteLength: 1_440_044,
  sha256: 'a'.repeat(64),
};
const EAR: ExamTarget = { instrument: 'exam-camera', site: 'ear', laterality: 'left' };
const POINT_1: ExamTarget = { instrument: 'stethoscope', point: 'back-1' };
const POINT_3: ExamTarget = { instrument: 'stethoscope', point: 'back-3' };
const POINT_2: ExamTarget = { instrument: 'stethoscope', point: 'back-2' };

/** Third point of the back, two heard, one clip here and one on its way. */
export const LISTENING: Examination = {
  requests: [listened('back-1', 'done'), listened('back-2', 'done'), listened('back-3', 'accepted')],
  items: [
    item('clip-1', POINT_1, { state: 'delivered', taken }),
    item('clip-2', POINT_2, { state: 'taken', taken }),
    item('clip-3', POINT_2, { state: 'failed', code: 'CLIP_BROKEN' }),
  ],
  chosen: {},
};

/** The sound of the third point is taken again, since it was cut. */
export const LISTENING_AGAIN: Examination = {
  ...LISTENING,
  items: [
    ...LISTENING.items.slice(0, 1),
    {
      ...item('clip-4', POINT_3, { state: 'asked', againAt: new Date().toISOString() }),
      requestId: LISTENING.requests.at(-1)?.requestId ?? '',
    },
  ],
};

/** At the third point the line does not carry the live sound. */
export const LISTENING_HELD: Examination = {
  ...LISTENING,
  requests: LISTENING.requests.map((request) =>
    request.status.status === 'accepted' && request.instrument?.state === 'live'
      ? { ...request, instrument: { ...request.instrument, warning: 'LISTENING_HELD' } }
      : request,
  ),
};

/** The left ear in sight, two pictures taken. */
export const LOOKING: Examination = {
  requests: [
    {
      requestId: 'request-ear',
      target: EAR,
      askedAt: AT,
      instrument: live('Otoscope'),
      status: { status: 'accepted' },
    },
  ],
  items: [
    item('still-1', EAR, { state: 'delivered', taken }),
    item('still-2', EAR, { state: 'taken', taken }),
  ],
  chosen: {},
};

const FOREARM: ExamTarget = {
  instrument: 'exam-camera',
  site: 'skin',
  place: { place: 'forearm', laterality: 'left' },
};

/** A mole in sight, another place photographed before. */
export const LOOKING_AT_SKIN: Examination = {
  requests: [
    {
      requestId: 'request-skin',
      target: FOREARM,
      askedAt: AT,
      instrument: live('Dermatoscope'),
      status: { status: 'accepted' },
    },
  ],
  items: [
    item(
      'still-1',
      { ...FOREARM, place: { place: 'elsewhere', words: 'pli de l’aine droite' } },
      {
        state: 'delivered',
        taken,
      },
    ),
    item('still-3', FOREARM, { state: 'delivered', taken }),
  ],
  chosen: {},
};

/** The stethoscope asked for, not accepted yet. */
export const ASKED: Examination = { requests: [listened('mitral', 'asked')], items: [], chosen: {} };

/** Two cameras of the same name are plugged in. */
export const AMBIGUOUS: Examination = {
  requests: [
    {
      requestId: 'request-ear',
      target: EAR,
      askedAt: AT,
      status: { status: 'accepted' },
      instrument: {
        state: 'failed',
        code: 'INSTRUMENT_AMBIGUOUS',
        candidates: [
          { deviceId: 'one', label: 'USB Camera (0c45:6366)' },
          { deviceId: 'two', label: 'USB Camera (0c45:6366)' },
        ],
      },
    },
  ],
  items: [],
  chosen: {},
};
