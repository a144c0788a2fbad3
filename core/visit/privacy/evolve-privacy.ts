import { assertNever } from '../../result.ts';
import type { Instant } from '../../time.ts';
import type { Visit } from '../visit.ts';
import { without } from '../without.ts';
import type { PrivacyEvent } from './events.ts';
import { isPrivate, talkOf } from './privacy.ts';

/** The visit after an event at `at`. Pure. */
export const evolvePrivacy = (visit: Visit, body: PrivacyEvent, at: Instant): Visit => {
  const { privacy } = visit;
  switch (body.type) {
    case 'private-talk-asked':
      return { ...visit, privacy: { state: 'asked', by: body.by, at } };
    case 'private-talk-started':
      return { ...visit, privacy: { state: 'alone', since: at } };
    case 'return-asked':
      return isPrivate(privacy)
        ? { ...visit, privacy: { state: 'return-asked', since: privacy.since, at } }
        : visit;
    case 'return-put-off':
      return isPrivate(privacy) ? { ...visit, privacy: { state: 'alone', since: privacy.since } } : visit;
    case 'private-talk-ended': {
      const talk = talkOf(privacy, body.ending, at);
      // Where nobody had left, there is nothing to take note of, unless it was asked in vain.
      if (talk === undefined && body.ending !== 'declined') return without(visit, 'privacy');
      return {
        ...visit,
        privacy: { state: 'over', ending: body.ending, at },
        privateTalks: talk === undefined ? visit.privateTalks : [...visit.privateTalks, talk],
      };
    }
    case 'return-acknowledged':
      return without(visit, 'privacy');
    default:
      return assertNever(body);
  }
};
