import type { attendance as french } from '../fr/attendance.ts';
import type { Wording } from '../wording.ts';

/** Somebody who may have left: what each of the three reads of it. */
export const attendance: Wording<typeof french> = {
  patient: {
    title: 'Are you still there?',
    lead: 'The screen has not been touched for a while. Otherwise {{name}} will come and look.',
    coming: '{{name}} is coming to see whether all is well.',
    here: 'Yes, I am here',
    'away-title': 'This visit is protected',
    'away-lead': 'Nothing is shown any more. If it was yours, call {{name}} with the Help key.',
  },
  assistant: {
    title: 'Nobody answers the screen',
    lead: 'Go and see whether the person is there and is well.',
    since: 'Since {{time}}',
    here: 'They are here',
    gone: 'They have left',
    'gone-and': {
      reached: 'Left, reached by telephone',
      'not-reached': 'Left, not reached',
      'no-number': 'Left, no number',
    },
    'blank-soon': 'The patient’s screen goes blank three minutes after the question.',
    'away-title': 'The cabin seems empty',
    'away-lead':
      'The patient’s screen shows nothing any more. If the same person comes back, check their name and date of birth.',
    'same-person': 'It is the same person',
    'over-soon': 'The visit is erased fifteen minutes later. The physician has been told.',
    reach: 'An alarming sign was noted: try to reach them at {{number}}.',
    'reach-nobody': 'An alarming sign was noted and no number is known: look for them nearby.',
    need: 'Nobody answers the screen',
  },
  physician: {
    alerted: 'The patient does not answer the screen any more. {{name}} is going to look.',
    away: 'The cabin seems empty. The patient’s screen shows nothing any more. {{name}} has been told.',
  },
};
