import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '#core/contract/error-codes.ts';
import type { Proof } from '#core/contract/identity.ts';
import type { Attempt, PeerSignal } from '#core/contract/signalling.ts';
import { fail, ok } from '#core/result.ts';
import { type CallWords, callWords } from '#core/trust/call-words.ts';
import type { Description } from '#core/trust/proof-text.ts';
import { createSignalGuard, type SignalGuard } from './signal-guard.ts';

const attempt = (generation: number): Attempt => ({ attemptId: `attempt-${generation}`, generation });
const print = (byte: string): string => Array(32).fill(byte).join(':');
const described = (type: 'offer' | 'answer', byte: string, negotiation = 1): PeerSignal => ({
  type,
  sdp: `a=fingerprint:sha-256 ${print(byte)}`,
  negotiation,
});
const candidate = (name: string): PeerSignal => ({ type: 'candidate', candidate: { candidate: name } });
const PROOF: Proof = { statement: 'statement', signature: 'A'.repeat(86) };
const OTHER = { role: 'cabin', siteId: 'site', cabinId: 'one' } as const;

let guard: SignalGuard;
let delivered: PeerSignal[];
let sent: { signal: PeerSignal; proof: Proof | undefined }[];
let refused: string[];
let words: CallWords[];
let signed: Description[];
let judged: Description[];
let verdict: 'believe' | 'refuse';
let holdSigning: Promise<void>;

/** Every promise that is settled already has had its turn. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  delivered = [];
  sent = [];
  refused = [];
  words = [];
  signed = [];
  judged = [];
  verdict = 'believe';
  holdSigning = Promise.resolve();
  guard = createSignalGuard({
    call: 'patient-physician',
    role: 'physician',
    offers: false,
    prover: {
      prove: async (description) => {
        await holdSigning;
        signed.push(description);
        return ok(PROOF);
      },
      judge: async (description, proof) => {
        judged.push(description);
        if (!proof) return fail(failure('PEER_UNPROVEN'));
        return verdict === 'believe' ? ok(null) : fail(failure('PEER_FORGED', 'why'));
      },
    },
    send: (_, signal, proof) => sent.push({ signal, proof }),
    deliver: (_, signal) => delivered.push(signal),
    refused: (_, { code, detail }) => refused.push(`${code} ${detail ?? ''}`.trim()),
    proven: (_, two) => words.push(two),
  });
  guard.guard({ occasion: 'ticket-1', other: OTHER });
});

describe('what comes in', () => {
  it('is delivered once its maker is proven, with the candidates that came before', async () => {
    guard.incoming(attempt(1), candidate('early'), undefined);
    guard.incoming(attempt(1), described('offer', 'AA'), PROOF);
    guard.incoming(attempt(1), candidate('late'), undefined);
    await settle();
    expect(delivered).toEqual([described('offer', 'AA'), candidate('early'), candidate('late')]);
    expect(judged[0]).toMatchObject({ occasion: 'ticket-1', role: 'cabin', fingerprint: print('AA') });
  });

  it('is refused with its reason, and brings no candidate along', async () => {
    verdict = 'refuse';
    guard.incoming(attempt(1), described('offer', 'AA'), PROOF);
    guard.incoming(attempt(1), candidate('one'), undefined);
    guard.incoming(attempt(2), described('offer', 'AA'), undefined);
    guard.incoming(attempt(3), { type: 'offer', sdp: 'v=0' }, PROOF);
    await settle();
    expect(delivered).toEqual([]);
    expect(refused).toEqual(['PEER_FORGED why', 'PEER_UNPROVEN', 'PEER_FORGED missing fingerprint']);
  });

  it('of a stranger changes nothing for the attempt that is proven', async () => {
    guard.incoming(attempt(1), described('offer', 'AA'), PROOF);
    await settle();
    verdict = 'refuse';
    guard.incoming(attempt(2), described('offer', 'EE'), PROOF);
    await settle();
    guard.outgoing(attempt(1), described('answer', 'BB'));
    await settle();
    expect(signed[0]).toMatchObject({ type: 'answer', answers: print('AA'), fingerprint: print('BB') });
  });

  it('of an older attempt is dropped, proven as it is', async () => {
    guard.incoming(attempt(2), described('offer', 'AA'), PROOF);
    guard.incoming(attempt(1), described('offer', 'CC'), PROOF);
    await settle();
    expect(delivered).toEqual([described('offer', 'AA')]);
    expect(refused).toEqual([]);
  });

  it('of another kind than a peer may send is dropped', async () => {
    guard.incoming(attempt(1), described('offer', 'AA'), PROOF);
    guard.incoming(attempt(1), { type: 'renegotiate', renegotiate: true }, undefined);
    guard.incoming(attempt(1), { type: 'rollback', sdp: '' }, PROOF);
    await settle();
    expect(delivered).toEqual([described('offer', 'AA')]);
  });

  it('keeps no more than a few candidates of an attempt that proves nothing', async () => {
    for (let count = 0; count < 100; count += 1)
      guard.incoming(attempt(1), candidate(String(count)), undefined);
    guard.incoming(attempt(1), described('offer', 'AA'), PROOF);
    await settle();
    expect(delivered).toHaveLength(65);
  });

  it('is dropped when the call is another one by the time it is judged', async () => {
    guard.incoming(attempt(1), described('offer', 'AA'), PROOF);
    guard.guard({ occasion: 'ticket-2', other: OTHER });
    await settle();
    guard.guard(undefined);
    guard.incoming(attempt(1), described('offer', 'AA'), PROOF);
    await settle();
    expect([delivered, refused, judged]).toEqual([[], [], []]);
  });
});

describe('what goes out', () => {
  it('is signed, and keeps its order', async () => {
    let release = (): void => {};
    holdSigning = new Promise((resolve) => {
      release = resolve;
    });
    guard.outgoing(attempt(1), described('offer', 'AA'));
    guard.outgoing(attempt(1), candidate('one'));
    await settle();
    expect(sent).toEqual([]);
    release();
    await settle();
    expect(sent).toEqual([
      { signal: described('offer', 'AA'), proof: PROOF },
      { signal: candidate('one'), proof: undefined },
    ]);
  });

  it('is refused when it announces no certificate to sign', async () => {
    guard.outgoing(attempt(1), { type: 'offer', sdp: 'v=0' });
    await settle();
    expect([sent, refused]).toEqual([[], ['PEER_FORGED missing fingerprint']]);
  });
});

it('gives the words once both ends are proven, the same at both', async () => {
  guard.incoming(attempt(1), described('offer', 'AA'), PROOF);
  await settle();
  expect(words).toEqual([]);
  guard.outgoing(attempt(1), described('answer', 'BB'));
  await settle();
  expect(words).toEqual([callWords(print('AA'), print('BB'))]);
});
