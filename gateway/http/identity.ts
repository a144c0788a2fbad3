import type { IncomingMessage } from 'node:http';
import { identityRequestSchema, type PublicKey } from '#core/contract/identity.ts';
import type { Clock } from '#core/time.ts';
import type { Tokens } from '../accounts/tokens.ts';
import type { Physician } from '../sign-in/sessions.ts';
import { type Answer, json, refusal } from './answer.ts';
import { readBody } from './body.ts';
import { createSignedIn } from './signed-in.ts';

/** A page asks when it opens and every few minutes. */
const STATEMENT_RATE = { burst: 20, perSecond: 0.2 };

interface IdentityOptions {
  readonly tokens: Pick<Tokens, 'verify'>;
  /** A statement that binds this key to this physician; undefined when there is no such key. */
  readonly state: (physician: Physician, key: PublicKey) => Promise<string | undefined>;
  readonly clock: Clock;
}

/** Answers `POST /identity`: a signed-in physician's page has its key stated. */
export const createIdentityAnswer = ({ tokens, state, clock }: IdentityOptions) => {
  const signedIn = createSignedIn(tokens, STATEMENT_RATE, clock);
  return async (request: IncomingMessage): Promise<Answer> => {
    const who = await signedIn(request);
    if (!who.ok) return who.failure;
    const { party, session } = who.value;
    const body = await readBody(request, identityRequestSchema);
    if (!body) return refusal(400, 'INVALID_MESSAGE');
    const statement =
      session && (await state({ physicianId: party.physicianId, card: session.card }, body.key));
    return statement === undefined ? refusal(403, 'NOT_ALLOWED') : json(200, { statement });
  };
};
