import type { ReactNode } from 'react';
import { classes } from './classes.ts';

type ValueCardProps = {
  readonly name: string;
  /** `todo` and `impossible` show words in place of a number. Same ink for all: a value is never coloured or commented. */
  readonly state: 'todo' | 'progress' | 'value' | 'impossible';
  /** The number as formatted for the language, or the words of the state. */
  readonly value: string;
  /** The unit in words, or what happens next. */
  readonly note: ReactNode;
  readonly big?: boolean;
};

/** One measure: name, number, unit in words. */
export const ValueCard = ({ name, state, value, note, big = false }: ValueCardProps) => (
  <section
    className={classes(
      'card val',
      big && 'big',
      (state === 'todo' || state === 'impossible') && 'todo',
      state === 'value' && 'settle',
    )}
  >
    <h3>{name}</h3>
    <p className={classes('v', (state === 'todo' || state === 'impossible') && 'word')}>{value}</p>
    <p className="u">{note}</p>
  </section>
);
