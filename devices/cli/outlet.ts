import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DriverId } from '#core/contract/devices.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { DRIVERS } from '../registry.ts';
import { carriageOf } from '../simulation/device.ts';
import { createPtyWire, hasSocat } from '../simulation/pty-wire.ts';
import { createSerialWire } from '../simulation/serial-wire.ts';
import { createTcpWire } from '../simulation/tcp-wire.ts';
import type { Received, SimulatedWire } from '../simulation/wire.ts';
import { type Arguments, optionValue, wholeNumber } from './arguments.ts';

const LARGEST_TCP_PORT = 65_535;

/** Where a simulator or a recording is offered to a program. */
export interface Outlet {
  open(received: Received): Promise<SimulatedWire>;
  /** What was made on disk goes. */
  tidy(): Promise<void>;
}

const keepsNothing = async (): Promise<void> => undefined;

const onTcp = (given: Arguments, driver: DriverId): Result<Outlet, string> => {
  const port = wholeNumber(given, '--tcp', 0);
  if (!port.ok) return port;
  if (port.value > LARGEST_TCP_PORT) return fail(`there is no TCP port ${port.value}`);
  return ok({
    open: (received) => createTcpWire(port.value, received, carriageOf(driver)),
    tidy: keepsNothing,
  });
};

const onSerial = (path: string, driver: DriverId): Result<Outlet, string> => {
  const { port, otherPorts = [] } = DRIVERS[driver].manifest;
  const needs = [port, ...otherPorts].find(({ transport }) => transport === 'serial');
  if (needs?.transport !== 'serial') return fail(`${driver} has no serial line; use --tcp PORT`);
  return ok({ open: (received) => createSerialWire(path, needs.line, received), tidy: keepsNothing });
};

const onPseudoTerminal = (driver: DriverId): Result<Outlet, string> => {
  if (!hasSocat()) return fail('a pseudo-terminal needs socat; use --tcp PORT');
  let folder: string | undefined;
  return ok({
    open: async (received) => {
      folder = await mkdtemp(join(tmpdir(), 'cabine-'));
      return await createPtyWire(join(folder, driver), received);
    },
    tidy: async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  });
};

/** What `--pty`, `--tcp` and `--port` ask for. Where nothing is said: a pseudo-terminal, and TCP for what speaks in reports. */
export const outletOf = (given: Arguments, driver: DriverId): Result<Outlet, string> => {
  const path = optionValue(given, '--port');
  const asksPty = given.switches.has('--pty');
  const asksTcp = given.values.has('--tcp');
  if ([path !== undefined, asksPty, asksTcp].filter(Boolean).length > 1)
    return fail('--pty, --tcp and --port exclude each other');
  if (path !== undefined) return onSerial(path, driver);
  const speaksInReports = carriageOf(driver) === 'messages';
  if (asksPty && speaksInReports)
    return fail(`${driver} speaks in USB reports, whose bounds a pseudo-terminal would lose; use --tcp PORT`);
  return asksTcp || speaksInReports ? onTcp(given, driver) : onPseudoTerminal(driver);
};

/** How to reach it, in the words that `monitor --port` or another program takes. */
export const addressOf = ({ connection }: SimulatedWire): string =>
  connection.transport === 'serial' ? connection.path : `${connection.host}:${connection.port}`;
