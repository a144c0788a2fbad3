import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { KeySet, Proof, PublicKey, StatementClaims } from '#core/contract/identity.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { judgeStatement, type Person } from '#core/trust/judge-statement.ts';
import { type Description, proofBytes } from '#core/trust/proof-text.ts';
import { isSignedBy, type SigningKey } from './es256.ts';
import { openStatement } from './statement.ts';
import { keepStatement } from './statement-keeper.ts';

/** Asks the gateway to state who holds this key. */
export type AskStatement = (key: PublicKey) => Promise<Result<string, Failure>>;

/** Signs this side's descriptions, and judges those of the other side. */
export interface IdentityProver {
  /** PEER_UNPROVEN when the gateway gives no statement. */
  prove(description: Description): Promise<Result<Proof, Failure>>;
  /** Whether `expected` made this description, for this place: PEER_UNPROVEN, PEER_FORGED, PEER_STATEMENT_EXPIRED, PEER_CLOCK. */
  judge(description: Description, proof: Proof | undefined, expected: Person): Promise<Result<null, Failure>>;
  close(): void;
}

export interface IdentityProverOptions {
  /** Made once for the life of a page, or of the main process. */
  readonly key: Promise<SigningKey>;
  readonly askStatement: AskStatement;
  /** The gateway's present keys. */
  readonly readKeys: () => Promise<Result<KeySet, Failure>>;
  readonly clock: Clock;
}

/** Asks for the first statement and the keys at once, so that a call waits for neither. */
export const createIdentityProver = (options: IdentityProverOptions): IdentityProver => {
  const keeper = keepStatement(
    async () => options.askStatement((await options.key).publicKey),
    options.clock,
  );
  let keys: KeySet | undefined;
  const readKeys = async (): Promise<Result<KeySet, Failure>> => {
    const read = await options.readKeys();
    if (read.ok) keys = read.value;
    return read;
  };
  void readKeys();

  const unproven = ({ code, detail = '' }: Failure): Failure =>
    failure('PEER_UNPROVEN', `${code} ${detail}`.trim());

  const open = async (statement: string): Promise<Result<StatementClaims, Failure>> => {
    const known = keys ? await openStatement(statement, keys) : fail('unknown-key' as const);
    if (known.ok || known.failure !== 'unknown-key') return known as Result<StatementClaims, Failure>;
    const fresh = await readKeys();
    if (!fresh.ok) return fail(unproven(fresh.failure));
    const opened = await openStatement(statement, fresh.value);
    if (opened.ok) return opened;
    return fail(
      opened.failure === 'unknown-key'
        ? failure('PEER_FORGED', 'a statement of another gateway')
        : opened.failure,
    );
  };

  /** A statement that does not fit the time is judged once more after the gateway has told it anew: this machine may have slept. */
  const judgeTime = async (
    claims: StatementClaims,
    expected: Person,
  ): Promise<Result<PublicKey, Failure>> => {
    const nowMs = keeper.gatewayNowMs();
    const judged = nowMs === undefined ? undefined : judgeStatement(claims, expected, nowMs);
    if (judged?.ok || judged?.failure.code === 'PEER_FORGED') return judged;
    const renewed = await keeper.synchronize();
    if (!renewed.ok) return judged ?? fail(unproven(renewed.failure));
    return judgeStatement(claims, expected, keeper.gatewayNowMs() ?? 0);
  };

  return {
    prove: async (description) => {
      const statement = await keeper.present();
      if (!statement.ok) return fail(unproven(statement.failure));
      const signature = await (await options.key).sign(proofBytes(description));
      return ok({ statement: statement.value, signature });
    },
    judge: async (description, proof, expected) => {
      if (!proof) return fail(failure('PEER_UNPROVEN', 'no proof'));
      const claims = await open(proof.statement);
      if (!claims.ok) return claims;
      const holder = await judgeTime(claims.value, expected);
      if (!holder.ok) return holder;
      return (await isSignedBy(holder.value, proofBytes(description), proof.signature))
        ? ok(null)
        : fail(failure('PEER_FORGED', `the ${description.type} is not what the ${expected.role} signed`));
    },
    close: keeper.close,
  };
};
