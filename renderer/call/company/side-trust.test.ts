import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallParty, SideCallName, SideMessage } from '#core/contract/side-calls.ts';
import { isDescription } from '#core/contract/signalling.ts';
import { createSideCallsRig, GUEST, PHYSICIAN, type SideCallsRig } from '#test/harness/side-calls.ts';

const STRANGE = Array(32).fill('EE').join(':');
const asItIs = (_: CallParty, message: SideMessage): SideMessage => message;
/** Puts a stranger's certificate into the descriptions of one call. */
const substitute =
  (call: SideCallName, at: CallParty) =>
  (party: CallParty, message: SideMessage): SideMessage =>
    party === at && message.type === 'signal' && message.call === call && isDescription(message.signal)
      ? {
          ...message,
          signal: {
            ...message.signal,
            sdp: message.signal.sdp.replace(/(a=fingerprint:sha-256 )\S+/g, `$1${STRANGE}`),
          },
        }
      : message;

let rig: SideCallsRig;
beforeEach(async () => {
  rig = await createSideCallsRig();
});
afterEach(() => rig.close());

const ENDS = {
  'assistant-physician': ['assistant', 'physician'],
  'guest-patient': ['patient', 'guest'],
  'guest-physician': ['physician', 'guest'],
} as const satisfies Record<SideCallName, readonly CallParty[]>;
const snapshots = (call: SideCallName) => ENDS[call].map((party) => rig.end(call, party).store.getState());
const isProven = (call: SideCallName) =>
  rig.until(() => {
    const [one, other] = snapshots(call);
    expect([one?.state, other?.state]).toEqual(['connected', 'connected']);
    expect(one?.words).toHaveLength(2);
    expect(other?.words).toEqual(one?.words);
  });
const isRefused = (call: SideCallName, code: string) =>
  rig.until(() => {
    for (const end of snapshots(call))
      expect(end).toMatchObject({ state: 'lost', failure: { code }, words: undefined });
    expect(rig.refusals.at(-1)).toEqual({ call, code });
  });
/** The guest has heard from the cabin who the physician is. */
const introduce = () =>
  rig.end('guest-physician', 'guest').guard({ occasion: GUEST.guestId, other: PHYSICIAN });

describe('the ends of a side call', () => {
  it.each(Object.keys(ENDS) as SideCallName[])('are proven to each other: %s', async (call) => {
    introduce();
    rig.router.set(call, true);
    await isProven(call);
    expect(rig.refusals).toEqual([]);
  });

  it.each([
    ['guest-patient', 'to', 'guest'],
    ['guest-patient', 'from', 'guest'],
    ['guest-physician', 'to', 'guest'],
    ['guest-physician', 'from', 'guest'],
    // The physician's messages pass the patient's window, which might have been taken over.
    ['assistant-physician', 'to', 'physician'],
    ['assistant-physician', 'from', 'physician'],
  ] as const)(
    'refuse a certificate put in on the way (%s, %s the %s), and join once it stops',
    async (call, way, at) => {
      introduce();
      rig.way[way] = substitute(call, at);
      rig.router.set(call, true);
      await isRefused(call, 'PEER_FORGED');
      rig.way[way] = asItIs;
      await isProven(call);
      expect(snapshots(call).map(({ failure }) => failure)).toEqual([undefined, undefined]);
    },
  );

  it('leave every other call as it is', async () => {
    introduce();
    rig.router.set('guest-patient', true);
    await isProven('guest-patient');
    const before = rig.network('guest-patient').peers.length;
    rig.way.to = substitute('guest-physician', 'guest');
    rig.router.set('guest-physician', true);
    await isRefused('guest-physician', 'PEER_FORGED');
    expect(snapshots('guest-patient')[0]?.state).toBe('connected');
    expect(rig.network('guest-patient').peers).toHaveLength(before);
  });

  it('refuse a description without a proof', async () => {
    rig.way.from = (party, message) => {
      if (party !== 'guest' || message.type !== 'signal') return message;
      const { proof: _, ...unsigned } = message;
      return unsigned;
    };
    rig.router.set('guest-patient', true);
    await isRefused('guest-patient', 'PEER_UNPROVEN');
  });

  it('refuse what was signed for another call of the same people', async () => {
    introduce();
    let other: SideMessage | undefined;
    rig.way.from = (party, message) => {
      if (party !== 'guest' || message.type !== 'signal' || !isDescription(message.signal)) return message;
      if (message.call === 'guest-physician') {
        other = message;
        return message;
      }
      return other?.type === 'signal' ? { ...other, call: message.call, attempt: message.attempt } : message;
    };
    rig.router.set('guest-physician', true);
    await isProven('guest-physician');
    rig.router.set('guest-patient', true);
    await isRefused('guest-patient', 'PEER_FORGED');
  });

  it.each(['patient', 'guest'] as const)(
    'are both told when the %s finds another certificate in use',
    async (party) => {
      let once = true;
      rig.way.from = (from, message) => {
        const peer = rig.network('guest-patient').peer(party === 'patient');
        if (from === party && message.type === 'signal' && peer && once) {
          peer.inUse = { own: [peer.fingerprint], other: [STRANGE] };
          once = false;
        }
        return message;
      };
      rig.router.set('guest-patient', true);
      await rig.until(() => {
        expect(snapshots('guest-patient').map(({ failure }) => failure?.code)).toEqual([
          'PEER_FORGED',
          'PEER_FORGED',
        ]);
        expect(rig.refusals.at(-1)).toEqual({ call: 'guest-patient', code: 'PEER_FORGED' });
      });
      await isProven('guest-patient');
    },
  );

  it('stay once joined, whatever a stranger then sends', async () => {
    rig.router.set('guest-patient', true);
    await isProven('guest-patient');
    const attempt = snapshots('guest-patient')[0]?.attempt;
    if (!attempt) throw new Error('no attempt');
    const call = 'guest-patient';
    const forged = { type: 'answer', sdp: `a=fingerprint:sha-256 ${STRANGE}`, negotiation: 9 } as const;
    rig.router.receive('guest', { type: 'signal', call, attempt, signal: forged });
    rig.router.receive('guest', { type: 'refused', call, attempt, code: 'PEER_FORGED' });
    await rig.clock.advance(5_000);
    await isProven('guest-patient');
    expect(snapshots('guest-patient')[0]?.attempt).toEqual(attempt);
    expect(rig.refusals).toEqual([]);
  });
});

describe('a guest', () => {
  it('takes no physician before the cabin has said who it is, and the right one then', async () => {
    rig.router.set('guest-physician', true);
    await rig.clock.advance(2_000);
    expect(snapshots('guest-physician').map(({ state }) => state)).toEqual(['connecting', 'connecting']);
    expect(rig.network('guest-physician').peers).toHaveLength(1);
    introduce();
    await isProven('guest-physician');
  });

  it('refuses another physician than the cabin has named', async () => {
    rig
      .end('guest-physician', 'guest')
      .guard({ occasion: GUEST.guestId, other: { role: 'physician', physicianId: 'lefevre' } });
    rig.router.set('guest-physician', true);
    await isRefused('guest-physician', 'PEER_FORGED');
  });

  it('who came in with another link is refused by cabin and physician', async () => {
    rig.close();
    rig = await createSideCallsRig({ ...GUEST, guestId: 'guest-0002' });
    introduce();
    for (const call of ['guest-patient', 'guest-physician'] as const) {
      rig.router.set(call, true);
      await isRefused(call, 'PEER_FORGED');
      rig.router.set(call, false);
    }
  });
});

describe('the paths of side calls', () => {
  it('are looked for again when the cabin’s machine has other addresses', async () => {
    rig.router.set('guest-patient', true);
    await isProven('guest-patient');
    rig.end('guest-patient', 'patient').receive({ type: 'network-changed', call: 'guest-patient' });
    await rig.clock.advance(250);
    expect(rig.network('guest-patient').peer(true)?.restarts).toBe(1);
    await isProven('guest-patient');
  });

  it('take fresh credentials of the relay, and ask for them when the relay refuses', async () => {
    rig.network('guest-patient').cut();
    rig.router.set('guest-patient', true);
    await rig.until(() => expect(rig.network('guest-patient').peer(true)).toBeDefined());
    const peer = rig.network('guest-patient').peer(true);
    const iceServers = [{ urls: ['turn:relay.example.fr'], username: '1:cabin', credential: 'x' }];
    rig.end('guest-patient', 'patient').receive({ type: 'ice-servers', call: 'guest-patient', iceServers });
    expect(peer?.iceServers).toEqual(iceServers);
    peer?.events.onRelayRefused('401 Unauthorized');
    peer?.events.onRelayRefused('401 Unauthorized');
    await rig.until(() => expect(rig.relayRefusals()).toBe(1));
    expect(snapshots('guest-patient')[0]?.failure?.code).toBe('RELAY_REFUSED');
  });
});
