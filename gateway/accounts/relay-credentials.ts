import { createHmac } from 'node:crypto';
import type { IceAccess, RelaySettings } from '#core/contract/ice.ts';
import type { Clock } from '#core/time.ts';

/**
 * A relay asks for it when a connection is made, not while it stands: longer than a patient waits with a page open, shorter than what is
 * read over a shoulder is worth.
 */
const CREDENTIAL_SECONDS = 3_600;

/** Gives one session access to the relay. */
export type IssueIceAccess = (subject: string) => IceAccess;

/**
 * Credentials that end by themselves (draft-uberti-behave-turn-rest-00, coturn's `use-auth-secret`): the name is the time of their end and
 * whose they are, the password its HMAC-SHA1 under the secret. `subject` stands in the relay's log: no person's name.
 */
export const createIceAccess =
  (relay: RelaySettings | undefined, clock: Clock): IssueIceAccess =>
  (subject) => {
    if (!relay) return { iceServers: [], expiresIn: CREDENTIAL_SECONDS };
    const expiresAt = Math.floor(Date.parse(clock.now()) / 1_000) + CREDENTIAL_SECONDS;
    const username = `${expiresAt}:${subject}`;
    const credential = createHmac('sha1', relay.secret).update(username).digest('base64');
    const open = relay.urls.filter((url) => url.startsWith('stun:'));
    const relayed = relay.urls.filter((url) => !open.includes(url));
    return {
      iceServers: [
        ...(open.length > 0 ? [{ urls: open }] : []),
        ...(relayed.length > 0 ? [{ urls: relayed, username, credential }] : []),
      ],
      expiresIn: CREDENTIAL_SECONDS,
    };
  };
