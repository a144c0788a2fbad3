import { sideCeiling } from '#core/call/ladder/side-ceiling.ts';
import type { CallQuality } from '#core/contract/quality.ts';
import type { LineCeilings } from '../quality/call-quality.ts';

/** What the call of patient and physician, as one end of it sees it, leaves for the calls beside it. */
export const ceilingsBeside = (quality: CallQuality | undefined): LineCeilings => ({
  outgoing: quality && sideCeiling(quality.outgoing),
  incoming: quality && sideCeiling(quality.incoming),
});
