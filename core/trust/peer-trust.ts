import type { PeerRefusal } from '../contract/identity.ts';
import type { CallWords } from './call-words.ts';

/** What is known of the call's other end: nothing yet, its proof with the words that both ends show, or why it was refused. */
export type PeerTrust =
  | { readonly state: 'unknown' }
  | { readonly state: 'proven'; readonly words: CallWords }
  | { readonly state: 'refused'; readonly code: PeerRefusal };

export const UNKNOWN_PEER: PeerTrust = { state: 'unknown' };
