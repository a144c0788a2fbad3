import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DevicesFile } from '#core/contract/devices.ts';
import { COMMANDS, devicePacket, hostPacket, TYPES } from '#devices/drivers/contec-cms50/packets.ts';
import { createPtyWire } from '#devices/simulation/pty-wire.ts';
import { ourClock } from './clocks.ts';

/** A change of the wave from one end of its scale to the other, and when its first byte was written. */
export interface WrittenStep {
  readonly high: boolean;
  readonly atMs: number;
}

/** An oximeter whose wave is a square one, at random times, on a pseudo-terminal. */
export interface StepOximeter {
  readonly devicesFile: string;
  /** Steps written since the stream began. */
  readonly steps: readonly WrittenStep[];
  close(): Promise<void>;
}

/** Waveform of both levels, of 127. */
const LEVEL = { low: 12, high: 115 } as const;
/** Packets come 60 times a second on average, with the jitter of a USB bridge, so that they keep no step with the screen. */
const PACKET_MS = { shortest: 8, longest: 25.3 } as const;
/** Far enough apart that two steps can never be taken for each other. */
const STEP_MS = { shortest: 250, longest: 450 } as const;

const between = ({ shortest, longest }: { shortest: number; longest: number }): number =>
  shortest + (longest - shortest) * Math.random();

/** Still searching: the wave is drawn, and no value ends the measure. Contec V7.0, real-time data. */
const wavePacket = (high: boolean): Uint8Array =>
  devicePacket(TYPES.realTime, 2, 0x80 | (high ? LEVEL.high : LEVEL.low), 0x10, 0xff, 0x7f, 0xff, 0xff);

/** Opens the pseudo-terminal and answers the driver. */
export const openStepOximeter = async (): Promise<StepOximeter> => {
  const folder = await mkdtemp(join(tmpdir(), 'cabine-bench-oximeter-'));
  const steps: WrittenStep[] = [];
  let high = false;
  let nextStepAt = 0;
  let timer: NodeJS.Timeout | undefined;

  const stop = (): void => clearTimeout(timer);
  const stream = (): void => {
    timer = setTimeout(stream, between(PACKET_MS));
    const now = ourClock();
    if (now >= nextStepAt) {
      high = !high;
      nextStepAt = now + between(STEP_MS);
      steps.push({ high, atMs: now });
    }
    wire.send(wavePacket(high));
  };
  /** A stop and a start may come together, in this order. */
  const answers: readonly { readonly to: number; readonly act: () => void }[] = [
    {
      to: COMMANDS.stopRealTime,
      act: () => {
        stop();
        wire.send(devicePacket(TYPES.stopped));
      },
    },
    {
      to: COMMANDS.startRealTime,
      act: () => {
        stop();
        stream();
      },
    },
    {
      to: COMMANDS.deviceId,
      act: () => wire.send(devicePacket(TYPES.deviceId, ...Buffer.from('bench  ', 'latin1'))),
    },
    {
      to: COMMANDS.perfusionIndexSupport,
      act: () => wire.send(devicePacket(TYPES.perfusionIndexSupport, 0)),
    },
  ];
  const wire = await createPtyWire(join(folder, 'oximeter'), (bytes) => {
    const heard = Buffer.from(bytes);
    for (const { to, act } of answers) if (heard.includes(Buffer.from(hostPacket(to)))) act();
  });

  const devicesFile = join(folder, 'devices.json');
  const file: DevicesFile = {
    devices: [{ id: 'oximeter', driver: 'contec-cms50', connection: wire.connection, simulated: true }],
  };
  await writeFile(devicesFile, JSON.stringify(file));
  return {
    devicesFile,
    steps,
    close: async () => {
      stop();
      await wire.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
