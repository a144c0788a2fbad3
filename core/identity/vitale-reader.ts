import type { Result } from '../result.ts';

/** What a card says it is, by its answer to reset alone: no file of it is read for that. `unknown` while another program holds it. */
export type CardKind = 'vitale' | 'professional' | 'other' | 'unknown';

/** What stands in the readers now. */
export type CardPresence =
  /** The machine has no service for cards, or no library for it; `detail` for the technician. */
  | { readonly status: 'unavailable'; readonly detail: string }
  | { readonly status: 'no-reader' }
  | { readonly status: 'empty' }
  | { readonly status: 'present'; readonly kind: CardKind }
  /** A card that does not answer: upside down, worn, or no card with a chip. */
  | { readonly status: 'mute' };

/** One of the people whose rights a carte Vitale holds, as the licensed reading API of GIE SESAM-Vitale gives them. */
export interface Beneficiary {
  readonly familyName: string;
  readonly givenName: string;
  /** `YYYY-MM-DD`; the card writes 00 for a month or a day that is not known. */
  readonly birthDate: string;
  /** NIR under which the rights stand, 15 characters: the insured person's, also for those covered by them. */
  readonly nir: string;
  readonly quality: 'insured' | 'covered';
}

/** Why the people on a card cannot be told. */
export type ReadFault =
  /** Reading needs the licensed API, which is not there. */
  | 'not-licensed'
  | 'no-card'
  | 'not-vitale'
  | 'mute'
  /** Protected data come only with the card of a professional in the other slot. */
  | 'professional-card-missing'
  | 'removed'
  | 'damaged';

/**
 * A reader of cartes Vitale. Presence is everyone's to see (PC/SC); what the card holds only the licensed API may read, on the
 * professional's side, with their card. The program never reads protected data by itself.
 */
export interface VitaleReader {
  /** Tells what stands there, now and after each change, until the returned function is called. */
  watch(listener: (presence: CardPresence) => void): () => void;
  /** The people on the card, the insured person first. One reading at a time; never throws. */
  read(): Promise<Result<readonly Beneficiary[], ReadFault>>;
  close(): void;
}
