import { createHmac } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IceAccess } from '#core/contract/ice.ts';
import { type CallOnLines, openCallOnLines, PAGES_PORT } from '#test/harness/call-on-lines.ts';
import type { CallRig } from '#test/harness/call-rig.ts';
import { joinCall } from '#test/harness/call-trials/join.ts';
import { firewall, PROFILES, type Profile } from '#test/harness/network/profiles.ts';
import { TURN_PORT, TURN_TLS_PORT, turnServerMissing } from '#test/harness/network/turn-server.ts';

let lines: CallOnLines;
let refusal = turnServerMissing;
beforeAll(async () => {
  if (refusal !== undefined) return;
  const opened = await openCallOnLines();
  if (opened.ok) lines = opened.value;
  else refusal = `networks may not be made here: ${opened.failure}`;
}, 120_000);
afterAll(() => lines?.close());
beforeEach((context) => {
  if (refusal !== undefined) context.skip(refusal);
});

/** The cabin may reach the gateway's pages and broker, and this. */
const behind = (port: string): Profile => firewall(`tcp ${PAGES_PORT}`, port);

/** Signed rightly, for a time that is over. */
const expired = ({ iceServers, expiresIn }: IceAccess, secret: string): IceAccess => {
  const username = `${Math.floor(Date.now() / 1_000) - 60}:expired`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return { iceServers: iceServers.map(({ urls }) => ({ urls, username, credential })), expiresIn };
};

const play = async (
  options: Parameters<CallOnLines['openRig']>[0],
  played: (rig: CallRig) => Promise<void>,
): Promise<void> => {
  const rig = await lines.openRig({ relay: true, ...options });
  try {
    await played(rig);
  } finally {
    await lines.network.setLine('cabin', PROFILES.lan);
    await rig.close();
  }
};

const WAIT = { timeout: 20_000, polling: 100 } as const;
const saysRefused = (page: Page) =>
  page
    .waitForFunction(
      () => {
        const state = (window.cabin?.call ?? window.physician?.call)?.store.getState();
        const call = state && 'call' in state ? state.call : state;
        return call?.failure?.code === 'RELAY_REFUSED' && call.failure.detail;
      },
      undefined,
      WAIT,
    )
    .then((detail) => detail.jsonValue());

describe('a call through coturn, with what the gateway issued', { timeout: 90_000 }, () => {
  it.each([
    ['UDP', `udp ${TURN_PORT}`, 'relay/udp'],
    ['TCP', `tcp ${TURN_PORT}`, 'relay/tcp'],
    ['TLS', `tcp ${TURN_TLS_PORT}`, 'relay/tls'],
  ])('passes a firewall that allows %s to the relay and nothing else', async (_, port, way) => {
    await play({}, async (rig) => {
      const call = await joinCall(rig, () => lines.network.setLine('cabin', behind(port)));
      expect(call?.firstFrameMs).toMatchObject({
        cabin: expect.any(Number),
        physician: expect.any(Number),
      });
      expect(await rig.cabinPage.evaluate(() => window.cabin?.media.connections.way())).toBe(way);
    });
  });

  it('says on both sides that an expired credential is refused, and joins with a fresh one', async () => {
    let late = true;
    const spoil = (access: IceAccess, secret: string) => (late ? expired(access, secret) : access);
    await play({ spoil }, async (rig) => {
      let told: Promise<(string | undefined | false)[]> | undefined;
      const call = await joinCall(rig, async (physician) => {
        await lines.network.setLine('cabin', behind(`tcp ${TURN_TLS_PORT}`));
        told = Promise.all([saysRefused(rig.cabinPage), saysRefused(physician)]).finally(() => {
          late = false;
        });
      });
      for (const detail of (await told) ?? []) expect(detail).toMatch(/^401 .*turns?:/);
      expect(rig.incidents).toContain('RELAY_REFUSED');
      expect(call?.joinMs).toBeGreaterThan(0);
      expect(await rig.cabinPage.evaluate(() => window.cabin?.media.connections.way())).toBe('relay/tls');
    });
  });
});
