import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '#core/result.ts';
import { systemClock } from '../kit/clock.ts';
import { createSimulatedDevice } from '../simulation/device.ts';
import { createPatient } from '../simulation/patient.ts';
import { createPtyWire, hasSocat } from '../simulation/pty-wire.ts';
import { createTcpWire } from '../simulation/tcp-wire.ts';
import type { SimulatedWire } from '../simulation/wire.ts';
import { type Arguments, wholeNumber } from './arguments.ts';
import { type DeviceCommand, parseDriverId } from './command.ts';

const DEFAULT_SEED = 1;
const LARGEST_PORT = 65_535;

/** How to reach the simulator, in the words that `monitor --port` or another program takes. */
const addressOf = ({ connection }: SimulatedWire): string =>
  connection.transport === 'serial' ? connection.path : `${connection.host}:${connection.port}`;

const tcpPort = (given: Arguments): Result<number | undefined, string> => {
  if (!given.values.has('--tcp')) return ok(undefined);
  if (given.switches.has('--pty')) return fail('--pty and --tcp exclude each other');
  const port = wholeNumber(given, '--tcp', 0);
  return port.ok && port.value > LARGEST_PORT ? fail(`there is no TCP port ${port.value}`) : port;
};

/** `simulate`: one simulator, until it is stopped; its address is the only thing on standard output. */
export const simulateCommand: DeviceCommand = {
  name: 'simulate',
  usage: 'simulate <driver-id> [--pty|--tcp PORT] [--seed N]',
  purpose: 'a simulated device on a pseudo-terminal or a TCP port',
  options: { '--pty': 'switch', '--tcp': 'value', '--seed': 'value' },
  run: async (given, console) => {
    const id = parseDriverId(given.positional[0]);
    if (!id.ok) return id;
    const seed = wholeNumber(given, '--seed', DEFAULT_SEED);
    if (!seed.ok) return seed;
    const port = tcpPort(given);
    if (!port.ok) return port;
    if (port.value === undefined && !hasSocat()) return fail('a pseudo-terminal needs socat; use --tcp PORT');
    const stopped = console.stopped();
    const folder = await mkdtemp(join(tmpdir(), 'cabine-'));
    try {
      const device = await createSimulatedDevice(id.value, {
        patient: createPatient(seed.value),
        previousPatient: createPatient(seed.value + 1),
        clock: systemClock,
        bodyClock: systemClock,
        seed: seed.value,
        openWire: (received, carriage) =>
          port.value === undefined
            ? createPtyWire(join(folder, id.value), received)
            : createTcpWire(port.value, received, carriage),
      });
      console.out(addressOf(device.wire));
      await stopped;
      await device.close();
      return ok(undefined);
    } catch (error) {
      return fail(error instanceof Error ? error.message : String(error));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
