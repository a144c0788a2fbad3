import type { misconfigured as french } from '../fr/misconfigured.ts';
import type { Wording } from '../wording.ts';

export const misconfigured: Wording<typeof french> = {
  patient:
    'It cannot open for now. Please ask at the desk. If it is urgent, call 15 or 112 (114 by text message).',
  title: 'The cabin stays closed',
  lead: 'The profile of the site has a mistake. Mend the file, then start the cabin again.',
  file: 'File',
  line: 'Line {{line}}, column {{column}}',
  expected: 'Expected: {{expected}}',
  more_one: 'And {{count}} other mistake.',
  more_other: 'And {{count}} other mistakes.',
  check: 'To see them all: npm run -s profile -- check',
  fault: {
    syntax: 'This is not JSON from here on: look at commas, quotes and braces.',
    'repeated-key': 'This key is written twice: keep one.',
    missing: 'This field is missing: add it.',
    unknown: 'This field does not exist: mend its name or remove it.',
    invalid: 'This value does not fit.',
  },
};
