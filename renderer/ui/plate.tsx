import type { ReactNode } from 'react';
import { classes } from './classes.ts';

type PlateProps = {
  readonly children: ReactNode;
  /** `bleed`: the drawing runs off the edge. `hero`: it stands on the lower edge in portrait. */
  readonly fit?: 'inside' | 'bleed' | 'hero';
};

/** The ground behind a drawing, light in every theme. */
export const Plate = ({ children, fit = 'inside' }: PlateProps) => (
  <div className={classes('plate', fit !== 'inside' && fit)}>{children}</div>
);
