import { createHash } from 'node:crypto';
import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import { type Invitation, invitationCodeSchema } from '#core/contract/guests.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';

/** Invitations that are remembered: of those forgotten the oldest first, whose links have long expired. */
const MOST_INVITATIONS = 200;

/** Links that let one person in, once, for a while. */
export interface Invitations {
  /** Takes an invitation in, or takes it up again after a restart. */
  put(invitation: Invitation): void;
  /** The invitation of a link that is still good. GUEST_LINK_UNKNOWN, GUEST_LINK_USED, GUEST_LINK_REVOKED, GUEST_LINK_EXPIRED. */
  find(code: string): Result<Invitation, Failure>;
  /** The same, and uses it up: the second to come with it is refused. */
  use(code: string): Result<Invitation, Failure>;
  /** The guest who came with a link and has not been sent away. */
  guest(guestId: string): Invitation | undefined;
  /** Takes the link back, or sends the guest away. */
  end(guestId: string): void;
}

interface Kept {
  readonly invitation: Invitation;
  readonly over: boolean;
}

/** SHA-256 of a code, hexadecimal: what of it may be kept. */
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

/** Keeps hashes only: whoever reads this memory cannot come in with it. */
export const createInvitations = (clock: Clock): Invitations => {
  const byGuest = new Map<string, Kept>();

  const judge = ({ invitation, over }: Kept): ErrorCode | undefined => {
    if (invitation.used) return 'GUEST_LINK_USED';
    if (over) return 'GUEST_LINK_REVOKED';
    return Date.parse(clock.now()) >= invitation.expiresAtMs ? 'GUEST_LINK_EXPIRED' : undefined;
  };
  const find = (code: string): Result<Invitation, Failure> => {
    if (!invitationCodeSchema.safeParse(code).success) return fail(failure('GUEST_LINK_UNKNOWN'));
    const hash = hashOf(code);
    const kept = [...byGuest.values()].find(({ invitation }) => invitation.codeHash === hash);
    if (kept === undefined) return fail(failure('GUEST_LINK_UNKNOWN'));
    const refusal = judge(kept);
    return refusal === undefined ? ok(kept.invitation) : fail(failure(refusal));
  };

  return {
    put: (invitation) => {
      byGuest.delete(invitation.guestId);
      byGuest.set(invitation.guestId, { invitation, over: false });
      const [oldest] = byGuest.keys();
      if (byGuest.size > MOST_INVITATIONS && oldest !== undefined) byGuest.delete(oldest);
    },
    find,
    use: (code) => {
      const found = find(code);
      if (!found.ok) return found;
      const invitation = { ...found.value, used: true };
      byGuest.set(invitation.guestId, { invitation, over: false });
      return ok(invitation);
    },
    guest: (guestId) => {
      const kept = byGuest.get(guestId);
      return kept?.invitation.used && !kept.over ? kept.invitation : undefined;
    },
    end: (guestId) => {
      const kept = byGuest.get(guestId);
      if (kept !== undefined) byGuest.set(guestId, { ...kept, over: true });
    },
  };
};
