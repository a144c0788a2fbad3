import type { ReactNode } from 'react';
import { classes } from '#renderer/ui/classes.ts';

type TaskFrameProps = {
  /** Who asked and when, or what the card is about. */
  readonly eyebrow?: ReactNode;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** The keys: back or accept, the main one, a way out. */
  readonly keys: ReactNode;
  readonly urgent?: boolean;
};

/** The one big card: what to do now. */
export const TaskFrame = ({ eyebrow, title, children, keys, urgent = false }: TaskFrameProps) => (
  <section className={classes('card task', urgent && 'urgent')}>
    <div>
      {eyebrow === undefined ? null : <p className="mut">{eyebrow}</p>}
      <h1>{title}</h1>
    </div>
    {children}
    <div className="acts">{keys}</div>
  </section>
);
