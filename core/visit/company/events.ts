import type { Guest, GuestEnding, GuestKind } from './company.ts';

/** What has happened with those who take part besides patient and physician. */
export type CompanyEvent =
  | { readonly type: 'assistant-joined' }
  | { readonly type: 'assistant-stepped-out' }
  | {
      readonly type: 'guest-invited';
      readonly guestId: string;
      readonly kind: GuestKind;
      readonly language?: string;
      readonly invitedBy: Guest['invitedBy'];
    }
  | { readonly type: 'guest-arrived'; readonly guestId: string; readonly name: string }
  /** The patient let them in. */
  | { readonly type: 'guest-joined'; readonly guestId: string }
  | { readonly type: 'guest-gone'; readonly guestId: string; readonly ending: GuestEnding };

/** What the cabin brings: the guest's own comings and goings, and the end of a link nobody used. */
export type CompanyNews =
  | { readonly type: 'note-guest-arrived'; readonly guestId: string; readonly name: string }
  | { readonly type: 'note-guest-left'; readonly guestId: string }
  | { readonly type: 'expire-guest'; readonly guestId: string };
