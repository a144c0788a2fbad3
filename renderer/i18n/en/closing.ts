import type { closing as french } from '../fr/closing.ts';
import type { Wording } from '../wording.ts';

/** Words about whether remote care is right, and about closing; shared by the assistant's screen and the physician's page. */
export const closing: Wording<typeof french> = {
  exclusion: {
    'presence-needed': 'To be examined or told in person',
    'data-out-of-reach': 'Needed data are missing',
    'cannot-take-part': 'Cannot communicate or use the cabin',
  },
  'noted-by': '{{name}}, {{time}}',
  question: {
    title: 'Against remote care',
    first: 'Is remote care right? Decide above.',
    raised: '{{name}} raises an obstacle to remote care.',
    again: 'An obstacle ticked since you decided.',
    boxes: 'Obstacles…',
    later: 'Close',
    confirm: 'Confirm: {{decision}}',
  },
  assistant: {
    open: 'A doubt about remote care?',
    title: 'What speaks against remote care?',
    lead: 'The physician sees it at once, and alone decides. What is ticked stays in the record.',
    'open-told_one': '{{count}} doubt raised',
    'open-told_other': '{{count}} doubts raised',
    done: 'That is all',
    'in-person': 'The physician’s decision: to be seen in person.',
    where: '{{place}}: {{details}}',
  },
  decision: { label: 'Decision', 'not-yet': 'take a decision', 'weigh-again': 'confirm your decision' },
  orientation: {
    label: 'Where will the person be seen?',
    place: {
      'treating-doctor': 'Their own doctor',
      'duty-doctor': 'Doctor on duty',
      specialist: 'Specialist',
      'emergency-department': 'Hospital emergency department',
      other: 'Elsewhere',
    },
    details: 'When, and what to know to go there',
    hint: 'This evening; tomorrow morning; with an empty stomach…',
    'not-yet': 'say where the person will be seen',
  },
  'sick-leave': {
    label: 'Sick leave',
    none: 'None',
    prescribed: 'Prescribed, in your software',
    days: 'Length, in days',
    ongoing: 'Days already spent on leave (0 if it is the first)',
    'over-limit':
      'More than three days in all. In a teleconsultation, French law allows it in two cases only (article 65, law 2023-1250). Which one applies?',
    exception: {
      'treating-doctor': 'I am their treating doctor',
      'cannot-be-seen': 'Extension, the person justifies that they cannot be seen in person',
      none: 'Neither, I note it in the record',
    },
    'days-missing': 'give the length of the leave',
    unexplained: 'answer about the sick leave',
  },
  remark: 'What these incidents changed for the consultation (optional)',
};
