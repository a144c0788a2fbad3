import { generateKeyPairSync } from 'node:crypto';
import { vi } from 'vitest';
import { failure } from '#core/contract/error-codes.ts';
import { privateKeySchema } from '#core/contract/identity.ts';
import type { CallQuality } from '#core/contract/quality.ts';
import {
  type CallParty,
  SIDE_CALL_NAMES,
  SIDE_CALLS,
  type SideCallName,
  type SideMessage,
} from '#core/contract/side-calls.ts';
import { fail, ok } from '#core/result.ts';
import { BENALI } from '#core/visit/fake-visit.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createSideGuards, type SideRefusal } from '#electron/main/consultation/side-guards.ts';
import { createSideRouter, type SideRouter } from '#electron/main/consultation/side-router.ts';
import { createIdentityStatements, type Stated } from '#gateway/accounts/identity-statements.ts';
import { createSigningKey } from '#gateway/client/trust/es256.ts';
import { createIdentityProver, type IdentityProver } from '#gateway/client/trust/identity-prover.ts';
import { ceilingsBeside } from '#renderer/call/company/ceilings.ts';
import { createSideCall, type SideCall } from '#renderer/call/company/side-call.ts';
import { createFakeMedia } from '#renderer/call/fake-media.ts';
import { createFakeNetwork, type FakeNetwork } from '#renderer/call/fake-network.ts';

const CABIN = { role: 'cabin', siteId: 'site-a', cabinId: 'one' } as const;
export const PHYSICIAN = { role: 'physician', physicianId: 'benali' } as const;
export const GUEST = { role: 'guest', siteId: 'site-a', cabinId: 'one', guestId: 'guest-0001' } as const;
const TICKET = 'ticket-1';

type EndName = `${SideCallName} ${CallParty}`;

/** All three side calls with everything that signs and judges, over networks in memory; what lies between is in the test's hands. */
export interface SideCallsRig {
  readonly clock: FakeClock;
  readonly router: SideRouter;
  readonly refusals: readonly SideRefusal[];
  readonly proven: readonly SideCallName[];
  /** What the ends could not take, as `<end> <code>`. */
  readonly unread: readonly string[];
  /** The call of patient and physician as these parties' pages see it; undefined: they are in none. */
  readonly main: Partial<Record<CallParty, CallQuality>>;
  /** How often a window said that the relay refuses. */
  readonly relayRefusals: () => number;
  end(call: SideCallName, party: CallParty): SideCall;
  network(call: SideCallName): FakeNetwork;
  /** Changes what goes to a party, or comes from it, on the way between it and the cabin's main process. */
  way: {
    to(party: CallParty, message: SideMessage): SideMessage;
    from(party: CallParty, message: SideMessage): SideMessage;
  };
  /** Until it holds, with time passing. */
  until(check: () => void): Promise<void>;
  close(): void;
}

/** `guestIs`: whom the gateway states the guest's page to be. */
export const createSideCallsRig = async (guestIs: Stated = GUEST): Promise<SideCallsRig> => {
  const clock = createFakeClock();
  const statements = await createIdentityStatements(
    privateKeySchema.parse(
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
    ),
    clock,
  );
  const proverOf = (who: Stated): IdentityProver =>
    createIdentityProver({
      key: createSigningKey(),
      askStatement: async (key) => {
        const stated = await statements.issue(who, key);
        return stated.ok ? stated : fail(failure('NOT_ALLOWED'));
      },
      readKeys: async () => ok(statements.keys),
      clock,
    });
  const cabin = proverOf(CABIN);
  const provers = { physician: proverOf({ ...PHYSICIAN, card: BENALI }), guest: proverOf(guestIs) };
  const way: SideCallsRig['way'] = { to: (_, message) => message, from: (_, message) => message };
  const main: SideCallsRig['main'] = {};
  const refusals: SideRefusal[] = [];
  const proven: SideCallName[] = [];
  const unread: string[] = [];
  const opened = (await createFakeMedia().getUserMedia({ audio: true, video: true })).getTracks();
  const tracks = Object.fromEntries(opened.map((track) => [track.kind, track]));
  let relayRefusals = 0;
  let ids = 0;

  const guards = createSideGuards({
    prover: cabin,
    deliver: (to, message) =>
      queueMicrotask(() => ends.get(`${message.call} ${to}`)?.receive(way.to(to, message))),
    onRefused: (refusal) => refusals.push(refusal),
    onProven: (call) => proven.push(call),
  });
  const router = createSideRouter({
    newId: () => {
      ids += 1;
      return `attempt-${ids}`;
    },
    deliver: guards.pass,
    onRelayRefused: () => {
      relayRefusals += 1;
    },
  });
  const networks = new Map(SIDE_CALL_NAMES.map((call) => [call, createFakeNetwork(clock)]));
  const open = (call: SideCallName, party: CallParty): SideCall =>
    createSideCall({
      call,
      party,
      createPeer: network(call).createPeer,
      shared: { tracks: () => tracks, onChange: () => () => {} },
      ceilings: () => ceilingsBeside(main[party]),
      ...((party === 'physician' || party === 'guest') && {
        trust: { role: party, prover: provers[party] },
      }),
      clock,
      send: (message) => queueMicrotask(() => router.receive(party, way.from(party, message))),
      onUnread: (fault) => unread.push(`${call} ${party} ${fault}`),
    });
  const network = (call: SideCallName): FakeNetwork => {
    const found = networks.get(call);
    if (!found) throw new Error(call);
    return found;
  };
  const ends = new Map<EndName, SideCall>(
    SIDE_CALL_NAMES.flatMap((call) =>
      [SIDE_CALLS[call].offers, SIDE_CALLS[call].answers].map((party): [EndName, SideCall] => [
        `${call} ${party}`,
        open(call, party),
      ]),
    ),
  );
  const end = (call: SideCallName, party: CallParty): SideCall => {
    const found = ends.get(`${call} ${party}`);
    if (!found) throw new Error(`${party} is no end of ${call}`);
    return found;
  };

  const { guestId } = GUEST;
  guards.guard('guest-patient', { occasion: guestId, other: GUEST });
  guards.guard('assistant-physician', { occasion: TICKET, other: PHYSICIAN });
  end('guest-patient', 'guest').guard({ occasion: guestId, other: CABIN });
  end('guest-physician', 'physician').guard({ occasion: guestId, other: GUEST });
  end('assistant-physician', 'physician').guard({ occasion: TICKET, other: CABIN });

  return {
    clock,
    router,
    refusals,
    proven,
    unread,
    main,
    relayRefusals: () => relayRefusals,
    end,
    network,
    way,
    until: (check) =>
      vi.waitFor(
        async () => {
          await clock.advance(250);
          check();
        },
        { timeout: 10_000, interval: 5 },
      ),
    close: () => {
      for (const one of ends.values()) one.close();
      for (const prover of [cabin, provers.physician, provers.guest]) prover.close();
    },
  };
};
