import { access } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import type { LineSettings } from '#core/contract/devices.ts';
import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';

import type { Link, LinkListener, Transport } from '../kit/transport.ts';

/** What the bindings of Linux, Windows and macOS say, by what it means; the first match counts. */
const OPEN_FAILURES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/no such file|file not found|no such device|unknown error code (2|3|20|31)\b/i, 'PORT_MISSING'],
  [/cannot lock|temporarily unavailable|resource busy|access (is )?denied/i, 'PORT_BUSY'],
  [/permission denied|operation not permitted/i, 'PORT_PERMISSION'],
];

/** The code of an error that opening a port gave. */
export const openFailure = (message: string): Failure =>
  failure(OPEN_FAILURES.find(([pattern]) => pattern.test(message))?.[1] ?? 'PORT_FAILED', message);

/** A pseudo-terminal has no modem lines and says so; it is there nevertheless. */
const NO_MODEM_LINES = /inappropriate ioctl|invalid argument|not supported/i;

const modemLines = (port: SerialPort): Promise<Result<void, Failure>> =>
  new Promise((resolve) => {
    port.get((error) => {
      if (error === null || NO_MODEM_LINES.test(error.message)) resolve(ok(undefined));
      else resolve(fail(failure('DEVICE_UNPLUGGED', error.message)));
    });
  });

const pathIsThere = async (path: string): Promise<boolean> => {
  if (!path.startsWith('/')) return true;
  return await access(path).then(
    () => true,
    () => false,
  );
};

/** Writes still in the kernel (a stop command) leave before a port closes; a line that no longer takes them is not waited for. */
const LAST_BYTES_MS = 300;

const drained = (port: SerialPort): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, LAST_BYTES_MS);
    port.drain(() => {
      clearTimeout(timer);
      resolve();
    });
  });

const linkOf = (port: SerialPort, path: string, listener: LinkListener): Link => {
  let over = false;
  const broken = (message: string): void => {
    if (over) return;
    over = true;
    listener.onClosed(failure('DEVICE_UNPLUGGED', message));
  };
  port.on('data', (bytes: Buffer) => {
    if (!over) listener.onBytes(new Uint8Array(bytes));
  });
  // `close` comes twice for one unplug now and then, and not at all when the port was idle.
  port.on('close', () => broken('the port closed'));
  port.on('error', (error) => broken(error.message));
  return {
    write: (bytes) => {
      if (!over && port.isOpen) port.write(bytes);
    },
    check: async () => {
      if (!port.isOpen) return fail(failure('DEVICE_UNPLUGGED', 'the port is not open'));
      if (!(await pathIsThere(path))) return fail(failure('DEVICE_UNPLUGGED', 'the path is gone'));
      return await modemLines(port);
    },
    close: async () => {
      over = true;
      if (!port.isOpen) return;
      await drained(port);
      await new Promise<void>((resolve) => port.close(() => resolve()));
    },
  };
};

/** A serial port, locked against a second user. Bytes that waited in it before the opening are thrown away. */
export const createSerialTransport = (path: string, line: LineSettings): Transport => ({
  open: (listener) =>
    new Promise((resolve) => {
      const port = new SerialPort({ path, ...line, lock: true, autoOpen: false });
      port.open((error) => {
        if (error !== null) {
          resolve(fail(openFailure(error.message)));
          return;
        }
        const link = linkOf(port, path, listener);
        port.flush(() => resolve(ok(link)));
      });
    }),
});

/** Opens a port and locks it against every other program, until the returned function is called: what a technician's bench calls a busy port. */
export const holdPort = (path: string): Promise<Result<() => Promise<void>, Failure>> =>
  new Promise((resolve) => {
    const port = new SerialPort({ path, baudRate: 9_600, lock: true, autoOpen: false });
    port.on('error', () => undefined);
    port.open((error) => {
      if (error !== null) resolve(fail(openFailure(error.message)));
      else resolve(ok(() => new Promise((closed) => port.close(() => closed()))));
    });
  });
