import { ok } from '#core/result.ts';
import type { IdentityProver } from '#gateway/client/trust/identity-prover.ts';

/** Signs nothing and believes everything, for tests of what comes after. */
export const TRUSTING_PROVER: IdentityProver = {
  prove: async () => ok({ statement: 'statement', signature: 'A'.repeat(86) }),
  judge: async () => ok(null),
  close: () => {},
};
