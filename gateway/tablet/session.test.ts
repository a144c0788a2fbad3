import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type FromTablet,
  PAIRING_CODE_SECONDS,
  TABLET_PROOF_SECONDS,
  type ToTablet,
} from '#core/contract/tablet.ts';
import { pairingProof, sessionBytes, type TabletChallenge } from '#core/trust/tablet-proof.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createSigningKey, type SigningKey } from '../client/trust/es256.ts';
import { createPairingCode, type PairingCode } from './pairing/pairing-code.ts';
import { openPairings, type Pairings } from './pairing/pairings.ts';
import { createTabletSession } from './session.ts';

const FINGERPRINT = 'ab'.repeat(32);
const DAYS = 30;
let folder: string;
let clock: FakeClock;
let pairings: Pairings;
let code: PairingCode;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-tablets-'));
  clock = createFakeClock();
  pairings = await openPairings({ folder, days: DAYS, clock });
  let made = 48_213_906;
  const newDigits = (): string => {
    made += 1;
    return String(made);
  };
  code = createPairingCode({ clock, newDigits, onChange: () => undefined });
});
afterEach(async () => {
  await pairings.settled();
  await rm(folder, { recursive: true, force: true });
});

/** One connection of a tablet. */
const connect = () => {
  const said: ToTablet[] = [];
  const asked: unknown[] = [];
  const close = vi.fn();
  const onOpened = vi.fn();
  const session = createTabletSession({
    clock,
    fingerprint: FINGERPRINT,
    siteName: 'Mairie',
    code,
    pairings,
    transmit: (text) => said.push(JSON.parse(text)),
    close,
    onPaired: () => undefined,
    onWrongCode: () => undefined,
    onOpened,
    onAsked: (message) => asked.push(message.channel),
  });
  const challenge = (): TabletChallenge => {
    const newest = said.findLast(({ type }) => type === 'challenge');
    if (newest?.type !== 'challenge') throw new Error('not asked');
    return { nonce: newest.nonce, fingerprint: newest.fingerprint };
  };
  const say = (message: FromTablet | string): void =>
    session.receive(typeof message === 'string' ? message : JSON.stringify(message));
  const last = (): ToTablet | undefined => said.at(-1);
  const pair = (key: SigningKey, digits: string, name = 'Accueil'): void =>
    say({ type: 'pair', key: key.publicKey, name, proof: pairingProof(digits, challenge(), key.publicKey) });
  const prove = async (key: SigningKey, id: string, over = challenge()): Promise<void> => {
    const before = said.length;
    say({ type: 'prove', id, signature: await key.sign(sessionBytes(over, id)) });
    await vi.waitFor(() => expect(said.length + close.mock.calls.length).toBeGreaterThan(before));
  };
  return { session, said, asked, close, onOpened, challenge, say, last, pair, prove };
};

const shown = (): string => {
  code.show();
  return code.view()?.digits ?? '';
};
const refusedWith = (expected: string) => ({ type: 'refused', code: expected });

/** A tablet that is paired, and its key. */
const pairedTablet = async () => {
  const key = await createSigningKey();
  const first = connect();
  first.pair(key, shown());
  const id = pairings.all()[0]?.id ?? '';
  await first.prove(key, id);
  expect(first.last()).toEqual({ type: 'welcome' });
  first.session.gone();
  return { key, id };
};

describe('pairing a tablet', () => {
  it('takes the code on the cabin’s screen, once', async () => {
    const key = await createSigningKey();
    const digits = shown();
    const tablet = connect();
    tablet.pair(key, digits);
    expect(tablet.said.map(({ type }) => type)).toEqual(['challenge', 'paired', 'challenge']);
    expect(pairings.all()).toMatchObject([{ name: 'Accueil', key: key.publicKey }]);
    const other = connect();
    other.pair(await createSigningKey(), digits);
    expect(other.last()).toEqual(refusedWith('TABLET_CODE_OVER'));
    expect(other.close).toHaveBeenCalled();
  });

  it('takes five wrong codes and then none, not even the right one', async () => {
    const digits = shown();
    const key = await createSigningKey();
    for (const expected of [...Array(4).fill('TABLET_CODE_WRONG'), 'TABLET_CODE_OVER']) {
      const tablet = connect();
      tablet.pair(key, '00000000');
      expect(tablet.last()).toEqual(refusedWith(expected));
    }
    const tablet = connect();
    tablet.pair(key, digits);
    expect(tablet.last()).toEqual(refusedWith('TABLET_CODE_OVER'));
    expect(pairings.all()).toEqual([]);
  });

  it('lets a code go after five minutes', async () => {
    const digits = shown();
    await clock.advance(PAIRING_CODE_SECONDS * 1_000);
    const tablet = connect();
    tablet.pair(await createSigningKey(), digits);
    expect(tablet.last()).toEqual(refusedWith('TABLET_CODE_OVER'));
  });

  it('binds the code to the key and to the moment: what somebody overheard serves them nothing', async () => {
    const digits = shown();
    const [key, thief] = [await createSigningKey(), await createSigningKey()];
    const tablet = connect();
    const overheard = pairingProof(digits, tablet.challenge(), key.publicKey);
    tablet.say({ type: 'pair', key: thief.publicKey, name: 'Accueil', proof: overheard });
    expect(tablet.last()).toEqual(refusedWith('TABLET_CODE_WRONG'));
    const later = connect();
    later.say({ type: 'pair', key: key.publicKey, name: 'Accueil', proof: overheard });
    expect(later.last()).toEqual(refusedWith('TABLET_CODE_WRONG'));
  });

  it('refuses a name that would write lines of its own into the log', async () => {
    const tablet = connect();
    tablet.pair(await createSigningKey(), shown(), 'Accueil\n2026 Awa: off duty');
    expect(tablet.close).toHaveBeenCalled();
    expect(pairings.all()).toEqual([]);
  });
});

describe('a paired tablet', () => {
  it('is recognized by its own key, over a restart too', async () => {
    const { key, id } = await pairedTablet();
    await pairings.settled();
    pairings = await openPairings({ folder, days: DAYS, clock });
    const tablet = connect();
    await tablet.prove(key, id);
    expect(tablet.last()).toEqual({ type: 'welcome' });
    tablet.say({ type: 'ask', number: 1, channel: 'visit:snapshot' });
    expect(tablet.asked).toEqual(['visit:snapshot']);
  });

  it('is nobody with another key, an old signature or another’s name', async () => {
    const { key, id } = await pairedTablet();
    const stranger = connect();
    await stranger.prove(await createSigningKey(), id);
    expect(stranger.last()).toEqual(refusedWith('TABLET_UNKNOWN'));
    const old = connect();
    const replay = connect();
    await replay.prove(key, id, old.challenge());
    expect(replay.last()).toEqual(refusedWith('TABLET_UNKNOWN'));
    expect(replay.onOpened).not.toHaveBeenCalled();
  });

  it('asks nothing before it is recognized, and nothing that is no message', async () => {
    const early = connect();
    early.say({ type: 'ask', number: 1, channel: 'visit:command' });
    expect(early.last()).toEqual(refusedWith('TABLET_UNKNOWN'));
    for (const text of ['', 'null', '{"type":"ask","number":1,"channel":"technician:open"}', '[1']) {
      const tablet = connect();
      tablet.say(text);
      expect(tablet.close, text).toHaveBeenCalled();
      expect(tablet.asked).toEqual([]);
    }
  });

  it('signs anew every quarter of an hour, or is cut', async () => {
    const { key, id } = await pairedTablet();
    const tablet = connect();
    await tablet.prove(key, id);
    const first = tablet.challenge();
    const wait = async (seconds: number): Promise<void> => {
      for (let passed = 0; passed < seconds; passed += 10) {
        await clock.advance(10_000);
        tablet.say({ type: 'here' });
      }
    };
    await wait(TABLET_PROOF_SECONDS);
    expect(tablet.challenge().nonce).not.toBe(first.nonce);
    expect(tablet.close).not.toHaveBeenCalled();
    await clock.advance(10_000);
    expect(tablet.close).toHaveBeenCalled();
  });

  it('is cut when it says nothing for a quarter of a minute', async () => {
    const { key, id } = await pairedTablet();
    const tablet = connect();
    await tablet.prove(key, id);
    await clock.advance(14_000);
    expect(tablet.close).not.toHaveBeenCalled();
    await clock.advance(1_000);
    expect(tablet.close).toHaveBeenCalled();
  });

  it('is forgotten when its days are over, or when somebody ends the pairing', async () => {
    const { key, id } = await pairedTablet();
    expect(pairings.end(id)).toBe(true);
    const ended = connect();
    await ended.prove(key, id);
    expect(ended.last()).toEqual(refusedWith('TABLET_UNKNOWN'));
    const second = await pairedTablet();
    await clock.advance(DAYS * 86_400_000);
    const late = connect();
    await late.prove(second.key, second.id);
    expect(late.last()).toEqual(refusedWith('TABLET_UNKNOWN'));
  });
});
