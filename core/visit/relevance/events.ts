import type { Pathway } from '../words.ts';
import type { Exclusion } from './exclusions.ts';

/** What has been said of whether remote care is right. */
export type RelevanceEvent =
  | { readonly type: 'pathway-chosen'; readonly pathway: Pathway }
  | {
      readonly type: 'exclusion-noted';
      readonly exclusion: Exclusion;
      readonly by: 'assistant' | 'physician';
      readonly name: string;
    }
  | { readonly type: 'exclusion-withdrawn'; readonly exclusion: Exclusion };
