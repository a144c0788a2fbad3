import { compareRungs, type Rung } from './rungs.ts';

/** One way of the call of patient and physician: `none` while nothing is sent, a reason when it is less than it could be. */
interface MainLevel {
  readonly rung: Rung | 'none';
  readonly reason?: string | undefined;
}

/**
 * The most that one more call of the same line may send. Measures and the physician's voice come first, then their picture, then any other:
 * a line that carries no moving picture of patient or physician carries none of assistant or guest, and beside one it carries a smaller
 * one. Voices always go: without an interpreter's there may be no consultation. Side calls send no stills, so that rung is sound alone to
 * them, one step below a picture. Undefined: nothing is known.
 */
const CEILINGS = {
  hd: '360p',
  '360p': '240p',
  '240p': '240p',
  stills: 'stills',
  audio: 'stills',
} as const satisfies Record<Rung, Rung>;

export const sideCeiling = ({ rung, reason }: MainLevel): Rung | undefined => {
  if (rung === 'none') return undefined;
  // Without a camera there is nothing to lower, and the line was never asked.
  return rung === 'audio' && reason === undefined ? CEILINGS.hd : CEILINGS[rung];
};

/** The one that allows less; undefined allows everything. */
export const lowerCeiling = (a: Rung | undefined, b: Rung | undefined): Rung | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  return compareRungs(a, b) < 0 ? a : b;
};
