import type { Connection } from '#core/contract/devices.ts';
import { fail, ok } from '#core/result.ts';
import { toHex } from '../kit/bytes.ts';
import { systemClock } from '../kit/clock.ts';
import { formatDecoded } from '../kit/decoded-line.ts';
import type { Decoded, SessionEvent } from '../kit/driver.ts';
import type { Link, Transport } from '../kit/transport.ts';
import { DRIVERS } from '../registry.ts';
import { systemPorts } from '../transports/ports.ts';
import { type DeviceCommand, parseDriverId } from './command.ts';

/** A path, or `host:port` for a simulator or an adapter on the network. */
const connectionOf = (port: string): Exclude<Connection, { transport: 'usb' }> => {
  const match = /^([\w.-]+):(\d+)$/.exec(port);
  return match?.[1] !== undefined && !port.startsWith('/')
    ? { transport: 'tcp', host: match[1], port: Number(match[2]) }
    : { transport: 'serial', path: port };
};

/** The same transport with every chunk of both directions shown, as a capture file would hold it. */
const shown = (transport: Transport, show: (line: string) => void): Transport => {
  const began = systemClock.monotonic();
  const note = (arrow: '<' | '>', bytes: Uint8Array): void =>
    show(`@${Math.round(systemClock.monotonic() - began)} ${arrow} ${toHex(bytes)}`);
  return {
    open: async (listener) => {
      const opened = await transport.open({
        onClosed: listener.onClosed,
        onBytes: (bytes) => {
          note('<', bytes);
          listener.onBytes(bytes);
        },
      });
      if (!opened.ok) return opened;
      const link: Link = {
        ...opened.value,
        write: (bytes) => {
          note('>', bytes);
          opened.value.write(bytes);
        },
      };
      return ok(link);
    },
  };
};

/** `monitor`: what goes over a port, in hex and decoded, while one capture runs. */
export const monitorCommand: DeviceCommand = {
  name: 'monitor',
  usage: 'monitor <driver-id> --port PATH|HOST:PORT [--listen]',
  purpose: 'live frames in hex and decoded; starts a measurement unless --listen',
  options: { '--port': 'value', '--listen': 'switch' },
  run: async ({ positional, values, switches }, console) => {
    const id = parseDriverId(positional[0]);
    if (!id.ok) return id;
    const port = values.get('--port');
    if (port === undefined) return fail('option --port is needed');
    const driver = DRIVERS[id.value];
    const decoder = driver.createDecoder();
    const show = (items: readonly Decoded[]): void => {
      for (const item of items) if (item.type === 'reading') console.out(formatDecoded(item));
    };
    let stop = (_reason: string | undefined): void => undefined;
    const over = new Promise<string | undefined>((resolve) => {
      stop = resolve;
    });
    void console.stopped().then(() => stop(undefined));
    const transport = shown(systemPorts.ofConnection(connectionOf(port), driver.manifest.port), console.out);
    let link: Link | undefined;
    let started = switches.has('--listen');
    const session = driver.createSession({
      clock: systemClock,
      visitClock: systemClock,
      visitBeganAt: () => undefined,
      delivered: new Set(),
      write: (bytes) => link?.write(bytes),
      writeFeature: (bytes) => link?.writeFeature?.(bytes),
      emit: (event: SessionEvent) => {
        if (event.type === 'fault') stop(event.failure.code);
        if (event.type === 'failed')
          console.log(`device monitor: ${event.failure.code} ${event.failure.detail ?? ''}`);
        if (event.type === 'identified' && !started) {
          started = true;
          session.startCapture(driver.manifest.measures[0]);
        }
      },
    });
    const opened = await transport.open({
      onClosed: (cause) => stop(cause.code),
      onBytes: (bytes) => {
        show(decoder.push(bytes));
        session.receive(bytes);
      },
    });
    if (!opened.ok) return fail(`${port}: ${opened.failure.code} ${opened.failure.detail ?? ''}`.trim());
    link = opened.value;
    if (!switches.has('--listen')) session.start();
    const reason = await over;
    session.close();
    await opened.value.close();
    show(decoder.end());
    return reason === undefined ? ok(undefined) : fail(`${port}: ${reason}`);
  },
};
