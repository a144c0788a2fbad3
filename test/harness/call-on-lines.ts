import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import type { IceAccess } from '#core/contract/ice.ts';
import { ok, type Result } from '#core/result.ts';
import { buildCallPages, type CallRig, createCallRig, launchChromium, removeFolder } from './call-rig.ts';
import { makeCertificate } from './certificate.ts';
import { openDoorFrom, openDoorTo } from './network/doors.ts';
import { createNetwork, type Network } from './network/network.ts';
import { startTurnServer } from './network/turn-server.ts';
import { voiceWav } from './network/voice.ts';
import { inProject } from './paths.ts';
import { inTurn } from './undo.ts';

export const ADDRESSES = { cabin: '10.77.0.10', physician: '10.77.0.20', gateway: '10.77.0.30' } as const;
export type Place = keyof typeof ADDRESSES;
export const PAGES_PORT = 8_080;

/** A cabin, a physician and a gateway, each at its place of an emulated network, with browsers that stay open from call to call. */
export interface CallOnLines {
  readonly network: Network<Place>;
  /** Opens both pages anew, with the project's own call. Close it before the next. */
  openRig(options?: RigOptions): Promise<CallRig>;
  close(): Promise<void>;
}

export interface RigOptions {
  /** Whether there is a relay beside the gateway. */
  readonly relay?: boolean;
  /** See `Surroundings`; `secret` is the relay's. */
  readonly spoil?: (access: IceAccess, secret: string) => IceAccess;
}

/** Fails with the reason where networks may not be made. */
export const openCallOnLines = async (): Promise<Result<CallOnLines, string>> => {
  const created = await createNetwork(ADDRESSES);
  if (!created.ok) return created;
  const network = created.value;
  const undo = inTurn();
  undo.later(network);
  try {
    const files = await mkdtemp(join(tmpdir(), 'cabine-lines-'));
    undo.later({ close: () => removeFolder(files) });
    const voice = join(files, 'voice.wav');
    await writeFile(voice, voiceWav());
    const certificate = await makeCertificate(files, [ADDRESSES.gateway]);
    const webRoot = await buildCallPages();
    undo.later({ close: () => removeFolder(webRoot) });
    const pages = `${ADDRESSES.gateway}:${PAGES_PORT}`;
    const launch = async (place: Place): Promise<Browser> =>
      undo.later(
        await launchChromium({
          program: inProject('test', 'harness', 'network', 'chromium-in-namespace.sh'),
          flags: [
            `--unsafely-treat-insecure-origin-as-secure=http://${pages}`,
            `--use-file-for-fake-audio-capture=${voice}`,
            `--ignore-certificate-errors-spki-list=${certificate.publicKeyHash}`,
          ],
          env: { CABINE_ENTER: network.enter(place).join(' ') },
        }),
      );
    const cabinBrowser = await launch('cabin');
    const physicianBrowser = await launch('physician');
    const openRig = async ({ relay = false, spoil }: RigOptions = {}): Promise<CallRig> => {
      const ways = inTurn();
      try {
        const turn = relay
          ? ways.later(await startTurnServer(network, 'gateway', ADDRESSES.gateway, certificate)).settings
          : undefined;
        const rig = await createCallRig(cabinBrowser, webRoot, {
          physicianBrowser,
          relay: turn,
          ...(spoil && turn && { spoil: (access) => spoil(access, turn.secret) }),
          reach: async (gatewayPort) => {
            const gateway = { host: ADDRESSES.gateway, port: PAGES_PORT };
            ways.later(await openDoorFrom(network, 'gateway', gateway, gatewayPort));
            const toBroker = ways.later(await openDoorTo(network, 'cabin', gateway));
            // Not written as this machine's own address, which no change of the network would cut: the door leads elsewhere.
            return { pages, cabinBroker: `ws://0.0.0.0:${toBroker.port}/mqtt` };
          },
        });
        ways.later({ close: rig.close });
        return { ...rig, close: ways.all };
      } catch (error) {
        await ways.all();
        throw error;
      }
    };
    return ok({ network, openRig, close: undo.all });
  } catch (error) {
    await undo.all();
    throw error;
  }
};
