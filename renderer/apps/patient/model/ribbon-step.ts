import { assertNever } from '#core/result.ts';
import type { Stage } from '#core/visit/words.ts';

export const RIBBON_STEPS = ['welcome', 'agreements', 'measures', 'physician', 'end'] as const;
export type RibbonStep = (typeof RIBBON_STEPS)[number];

/** The named step that a stage of the visit belongs to. */
export const ribbonStepOf = (stage: Stage): RibbonStep => {
  switch (stage) {
    case 'welcome':
    case 'red-flags':
    case 'capabilities':
      return 'welcome';
    case 'identity':
    case 'consents':
    case 'declined':
    case 'reason':
      return 'agreements';
    case 'measures':
      return 'measures';
    case 'waiting':
    case 'physician-card':
    case 'call':
      return 'physician';
    case 'goodbye':
      return 'end';
    default:
      return assertNever(stage);
  }
};
