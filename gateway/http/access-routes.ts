import type { IncomingMessage } from 'node:http';
import { brokerRequestSchema } from '#core/contract/signalling.ts';
import type { Clock } from '#core/time.ts';
import type { IssueIceAccess } from '../accounts/relay-credentials.ts';
import type { Tokens } from '../accounts/tokens.ts';
import type { ExternalBroker } from '../broker/external/external-broker.ts';
import { physicianClientId } from '../client/client-ids.ts';
import { type Answer, json, type Routes, refusal } from './answer.ts';
import { readBody } from './body.ts';
import { createSignedIn } from './signed-in.ts';

/** Requests of one physician: at each load of a page, and at each attempt of a call. */
const ACCESS_RATE = { burst: 30, perSecond: 0.2 };

interface AccessOptions {
  readonly tokens: Tokens;
  /** Absent when the gateway serves the broker itself. */
  readonly broker: ExternalBroker | undefined;
  readonly iceAccess: IssueIceAccess;
  readonly clock: Clock;
}

/** What a page that is signed in may ask for. */
export const createAccessRoutes = ({ tokens, broker, iceAccess, clock }: AccessOptions): Routes => {
  const signedIn = createSignedIn(tokens, ACCESS_RATE, clock);

  const admit = async (request: IncomingMessage): Promise<Answer> => {
    const who = await signedIn(request);
    if (!who.ok) return who.failure;
    const asked = await readBody(request, brokerRequestSchema);
    if (!asked || !broker) return refusal(400, 'INVALID_MESSAGE');
    const { party, session, expiresAtMs } = who.value;
    const access = await broker.admit({
      party,
      clientId: physicianClientId(party.physicianId, asked.page),
      ...(session && { sessionId: session.id }),
      expiresAtMs,
    });
    return access.ok ? json(200, access.value) : refusal(503, access.failure.code);
  };

  /** The name of a session in the relay's log says nothing of the physician. */
  const relay = async (request: IncomingMessage): Promise<Answer> => {
    const who = await signedIn(request);
    if (!who.ok) return who.failure;
    const { session } = who.value;
    return session ? json(200, iceAccess(`physician.${session.id}`)) : refusal(403, 'NOT_ALLOWED');
  };

  return { 'POST /broker': admit, 'POST /relay': relay };
};
