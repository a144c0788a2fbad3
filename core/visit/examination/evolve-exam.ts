import { assertNever } from '../../result.ts';
import type { Instant } from '../../time.ts';
import type { ExamEvent } from './events.ts';
import type { ExamItem, Examination, ExamRequest } from './examination.ts';
import type { SkinPlace } from './skin-places.ts';

const withRequest = (
  examination: Examination,
  requestId: string,
  status: ExamRequest['status'],
): Examination => ({
  ...examination,
  requests: examination.requests.map((request) =>
    request.requestId === requestId ? { ...request, status } : request,
  ),
});

const withItem = (
  examination: Examination,
  itemId: string,
  change: (item: ExamItem) => ExamItem['state'],
): Examination => ({
  ...examination,
  items: examination.items.map((item) => (item.itemId === itemId ? { ...item, state: change(item) } : item)),
});

/** The request and all that was taken of it: the place had the wrong name, the pictures are of it. */
const withPlace = (examination: Examination, requestId: string, place: SkinPlace): Examination => {
  const corrected = <Of extends ExamRequest | ExamItem>(each: Of): Of =>
    each.requestId === requestId && each.target.instrument === 'exam-camera' && each.target.site === 'skin'
      ? { ...each, target: { ...each.target, place } }
      : each;
  return {
    ...examination,
    requests: examination.requests.map(corrected),
    items: examination.items.map(corrected),
  };
};

/** The examination after an event at `at`. Pure. */
export const evolveExam = (examination: Examination, body: ExamEvent, at: Instant): Examination => {
  switch (body.type) {
    case 'exam-requested': {
      const { requestId, target, inHand } = body;
      const status = inHand ? 'accepted' : 'asked';
      return {
        ...examination,
        requests: [...examination.requests, { requestId, target, askedAt: at, status: { status } }],
      };
    }
    case 'exam-accepted':
      return withRequest(examination, body.requestId, { status: 'accepted' });
    case 'exam-declined':
      return withRequest(examination, body.requestId, { status: 'declined', reason: body.reason });
    case 'exam-place-corrected':
      return withPlace(examination, body.requestId, body.place);
    case 'exam-finished':
      return withRequest(examination, body.requestId, { status: 'done' });
    case 'instrument-reported':
      return {
        ...examination,
        requests: examination.requests.map((request) =>
          request.requestId === body.requestId ? { ...request, instrument: body.status } : request,
        ),
      };
    case 'instrument-chosen':
      return { ...examination, chosen: { ...examination.chosen, [body.role]: body.deviceId } };
    case 'exam-item-asked': {
      const { itemId, requestId } = body;
      const request = examination.requests.find((each) => each.requestId === requestId);
      if (request === undefined) return examination;
      const item: ExamItem = {
        itemId,
        requestId,
        target: request.target,
        askedAt: at,
        state: { state: 'asked' },
      };
      return { ...examination, items: [...examination.items, item] };
    }
    case 'exam-item-again':
      return withItem(examination, body.itemId, ({ state }) =>
        state.state === 'asked' ? { ...state, againAt: at } : state,
      );
    case 'exam-item-taken':
      return withItem(examination, body.itemId, () => ({ state: 'taken', taken: body.taken }));
    case 'exam-item-delivered':
      return withItem(examination, body.itemId, ({ state }) =>
        state.state === 'taken' ? { ...state, state: 'delivered' } : state,
      );
    case 'exam-item-failed':
      return withItem(examination, body.itemId, () => ({ state: 'failed', code: body.code }));
    case 'exam-item-discarded':
      return withItem(examination, body.itemId, () => ({ state: 'discarded' }));
    default:
      return assertNever(body);
  }
};
