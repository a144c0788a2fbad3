import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Proof } from '#core/contract/identity.ts';
import { isDescription, type ToCabin, type ToPhysician } from '#core/contract/signalling.ts';
import { ok } from '#core/result.ts';
import { fingerprintOf } from '#core/trust/fingerprint.ts';
import type { Description } from '#core/trust/proof-text.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createIdentityStatements } from '#gateway/accounts/identity-statements.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createSigningKey } from '#gateway/client/trust/es256.ts';
import { askStatementOver } from '#gateway/client/trust/gateway-identity.ts';
import { type AskStatement, createIdentityProver } from '#gateway/client/trust/identity-prover.ts';
import {
  buildCallPages,
  type CallRig,
  createCallRig,
  launchChromium,
  removeFolder,
  TICKET,
} from '#test/harness/call-rig.ts';
import { SITE } from '#test/harness/gateway-rig.ts';

let webRoot: string;
let browser: Browser;
let rig: CallRig;
let page: Page;
let context: BrowserContext;
beforeAll(async () => {
  webRoot = await buildCallPages();
  browser = await launchChromium();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await removeFolder(webRoot);
});
beforeEach(async () => {
  rig = await createCallRig(browser, webRoot);
  ({ page, context } = await rig.openPhysician('dr-benali'));
});
afterEach(() => rig.close());

const PLACE = { siteId: SITE.id, cabinId: SITE.cabinId, ticketId: TICKET };
const STRANGE = Array(32).fill('EE').join(':');
type Letter = Extract<ToPhysician | ToCabin, { readonly type: 'signal' }>;

const claim = () => page.evaluate((place) => window.physician?.desk.claim(place), PLACE);
const callOfPhysician = () => page.evaluate(() => window.physician?.call.store.getState().call);
const callOfCabin = () => rig.cabinPage.evaluate(() => window.cabin?.call.store.getState());
const isRefused = async (code: string) => {
  const wanted = { state: 'lost', failure: { code }, words: undefined };
  await vi.waitFor(
    async () => {
      expect(await callOfCabin()).toMatchObject(wanted);
      expect(await callOfPhysician()).toMatchObject(wanted);
    },
    { timeout: 10_000, interval: 100 },
  );
  expect(rig.trusts.at(-1)).toEqual({ state: 'refused', code });
  expect(rig.incidents).toContain(code);
  expect(await page.evaluate(() => window.physician?.media.mediaBytesSent())).toBe(0);
  expect(await page.evaluate(() => window.physician?.call.store.getState().projection)).toBeUndefined();
};
const isProven = async () => {
  await vi.waitFor(
    async () => {
      expect((await callOfPhysician())?.state).toBe('connected');
      expect((await callOfCabin())?.state).toBe('connected');
    },
    { timeout: 20_000, interval: 100 },
  );
  const words = (await callOfCabin())?.words;
  expect(words).toHaveLength(2);
  expect((await callOfPhysician())?.words).toEqual(words);
  expect(rig.trusts.at(-1)).toEqual({ state: 'proven', words });
};

const replaceFingerprint = <Message extends ToPhysician | ToCabin>(message: Message): Message =>
  message.type === 'signal' && isDescription(message.signal)
    ? {
        ...message,
        signal: {
          ...message.signal,
          sdp: message.signal.sdp.replace(/(a=fingerprint:sha-256 )\S+/g, `$1${STRANGE}`),
        },
      }
    : message;
/** Changes every answer of the physician's page, and waits for the new one: a letter is carried at once or not at all. */
const answersWith = (change: (letter: Letter) => Letter | Promise<Letter>) => {
  rig.way.toCabin = (message) => {
    if (message.type !== 'signal' || !isDescription(message.signal)) return message;
    void Promise.resolve(change(message)).then((changed) => rig.sendToCabin('dr-benali', changed));
    return undefined;
  };
};
const offered: { fingerprint: string | undefined } = { fingerprint: undefined };
const watchOffers = () => {
  rig.way.toPhysician = (message) => {
    if (message.type === 'signal' && message.signal.type === 'offer') {
      const read = fingerprintOf(message.signal.sdp);
      offered.fingerprint = read.ok ? read.value : undefined;
    }
    return message;
  };
};
/** The proof that somebody else, whom the gateway states by `askStatement`, would give for this answer. */
const signAs = async (askStatement: AskStatement, { attempt, signal }: Letter): Promise<Proof> => {
  if (!isDescription(signal)) throw new Error('no description');
  const fingerprint = fingerprintOf(signal.sdp);
  const description: Description = {
    call: 'patient-physician',
    occasion: TICKET,
    attempt,
    role: 'physician',
    type: signal.type,
    negotiation: signal.negotiation,
    sdp: signal.sdp,
    fingerprint: fingerprint.ok ? fingerprint.value : '',
    answers: offered.fingerprint,
  };
  const prover = createIdentityProver({
    key: createSigningKey(),
    askStatement,
    readKeys: async () => ok({ keys: [] as never }),
    clock: systemClock,
  });
  const proof = await prover.prove(description);
  prover.close();
  if (!proof.ok) throw new Error(proof.failure.code);
  return proof.value;
};

describe('the other end of a call', { timeout: 60_000 }, () => {
  it('is proven on both sides, with the same two words, and again over a new attempt', async () => {
    await claim();
    await isProven();
    const words = (await callOfCabin())?.words;
    await page.reload();
    await isProven();
    expect((await callOfCabin())?.words).not.toEqual(words);
  });

  it('is refused when the broker replaces the cabin’s certificate, and proven once it stops', async () => {
    rig.way.toPhysician = replaceFingerprint;
    await claim();
    await isRefused('PEER_FORGED');
    rig.way.toPhysician = (message) => message;
    await isProven();
    expect((await callOfPhysician())?.failure).toBeUndefined();
  });

  it('is refused when the broker replaces the physician’s certificate, and proven once it stops', async () => {
    rig.way.toCabin = replaceFingerprint;
    await claim();
    await isRefused('PEER_FORGED');
    rig.way.toCabin = (message) => message;
    await isProven();
  });

  it('is refused when the broker changes anything else of the description', async () => {
    answersWith((letter) =>
      isDescription(letter.signal)
        ? {
            ...letter,
            signal: { ...letter.signal, sdp: letter.signal.sdp.replace('a=ice-ufrag:', 'a=ice-ufrag:x') },
          }
        : letter,
    );
    await claim();
    await isRefused('PEER_FORGED');
  });

  it('is refused without a proof', async () => {
    answersWith(({ proof: _, ...letter }) => letter);
    await claim();
    await isRefused('PEER_UNPROVEN');
  });

  it('is refused with the proof of an earlier attempt', async () => {
    let first: Letter | undefined;
    answersWith((letter) => {
      if (!first) first = letter;
      // The whole answer of the first attempt, under the name of the present one.
      return first === letter ? letter : { ...first, attempt: letter.attempt };
    });
    await claim();
    await isProven();
    await page.reload();
    await isRefused('PEER_FORGED');
  });

  it('is refused with a proof of the other role', async () => {
    let ofCabin: Proof | undefined;
    rig.way.toPhysician = (message) => {
      if (message.type === 'signal' && message.proof) ofCabin = message.proof;
      return message;
    };
    answersWith((letter) => ({ ...letter, ...(ofCabin && { proof: ofCabin }) }));
    await claim();
    await isRefused('PEER_FORGED');
  });

  it('is refused with the proof of another physician, signed in as they are', async () => {
    watchOffers();
    const { token } = await rig.gateway.signIn('dr-lefevre');
    const ask = askStatementOver(
      (path, init) => fetch(`http://${rig.gateway.address()}${path}`, init),
      () => token,
    );
    answersWith(async (letter) => ({ ...letter, proof: await signAs(ask, letter) }));
    await claim();
    await isRefused('PEER_FORGED');
  });

  const stateAs =
    (agoMs: number): AskStatement =>
    async (key) => {
      const { physician } = await rig.gateway.signIn('dr-benali');
      const clock = createFakeClock(Date.now() - agoMs);
      const statements = await createIdentityStatements(rig.gateway.settings.identityKey, clock);
      const stated = await statements.issue(
        { role: 'physician', physicianId: 'dr-benali', card: physician },
        key,
      );
      return stated.ok ? stated : Promise.reject(new Error(stated.failure));
    };

  it('is refused with a statement that has expired, or that comes from the future', async () => {
    watchOffers();
    answersWith(async (letter) => ({ ...letter, proof: await signAs(stateAs(1_200_000), letter) }));
    await claim();
    await isRefused('PEER_STATEMENT_EXPIRED');
    answersWith(async (letter) => ({ ...letter, proof: await signAs(stateAs(-1_200_000), letter) }));
    await isRefused('PEER_CLOCK');
    // What proves that the others were refused for their time alone.
    answersWith(async (letter) => ({ ...letter, proof: await signAs(stateAs(0), letter) }));
    await isProven();
  });

  it('is left when the connection uses another certificate than was signed', async () => {
    await page.evaluate((strange) => {
      const { getStats } = RTCPeerConnection.prototype;
      RTCPeerConnection.prototype.getStats = async function (this: RTCPeerConnection) {
        const report = await getStats.call(this);
        const entries = [...report.entries()].map(([id, entry]) => [
          id,
          entry.type === 'certificate' ? { ...entry, fingerprint: strange } : entry,
        ]) as [string, object][];
        return new Map(entries) as unknown as RTCStatsReport;
      };
    }, STRANGE);
    await claim();
    await page.waitForFunction(
      () => window.physician?.call.store.getState().call.failure?.code === 'PEER_FORGED',
    );
    expect(await page.evaluate(() => window.physician?.call.store.getState().projection)).toBeUndefined();
  });

  it('stays, once proven, whatever a stranger then sends', async () => {
    await claim();
    await isProven();
    const words = (await callOfCabin())?.words;
    for (const generation of [1, 99])
      rig.sendToPhysician('dr-benali', {
        type: 'signal',
        ticketId: TICKET,
        attempt: { attemptId: 'attempt-1', generation },
        signal: { type: 'offer', sdp: `v=0\r\na=fingerprint:sha-256 ${STRANGE}\r\n`, negotiation: 9 },
        proof: { statement: 'a.b.c', signature: 'A'.repeat(86) },
      });
    rig.sendToPhysician('dr-benali', {
      type: 'signal-refused',
      ticketId: TICKET,
      attempt: { attemptId: 'attempt-1', generation: 1 },
      code: 'PEER_FORGED',
    });
    await page.waitForTimeout(2_000);
    await isProven();
    expect((await callOfPhysician())?.words).toEqual(words);
  });

  it('is proven to a page whose clock is an hour slow', async () => {
    await context.addInitScript(() => {
      const slow = () => RealDate.now() - 3_600_000;
      const RealDate = Date;
      window.Date = class extends RealDate {
        constructor(...given: [] | [number]) {
          super(given.length === 0 ? slow() : given[0]);
        }
        static override now() {
          return slow();
        }
      } as DateConstructor;
    });
    await page.reload();
    await page.waitForFunction(
      () => window.physician?.desk.store.getState().connection.state === 'connected',
    );
    await claim();
    await isProven();
    expect(await page.evaluate(() => Date.now())).toBeLessThan(Date.now() - 3_500_000);
  });
});
