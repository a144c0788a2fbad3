import { access } from 'node:fs/promises';
import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Link, LinkListener, Transport } from '../kit/transport.ts';
import { type HidHandle, type HidLibrary, loadHidLibrary, withHidLibrary, wordsOf } from './hid-library.ts';
import { waitAtMost } from './wait-at-most.ts';

/** How a HID device is opened. */
export interface HidOptions {
  /** The device numbers its reports: the first byte of every message is the report number. */
  readonly numbered?: boolean;
  readonly load?: () => Promise<HidLibrary>;
  /** Whether the device is still listed or its node still there. */
  readonly isThere?: (path: string) => Promise<boolean>;
}

/** What hidapi says on Linux, Windows (error numbers, since the words are translated) and macOS; the first match counts. */
const OPEN_FAILURES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/no such (file|device)|0x0000000[23]\b|device not found|not connected/i, 'PORT_MISSING'],
  [/resource busy|0x00000020\b|exclusive access|being used/i, 'PORT_BUSY'],
  [/permission denied|not permitted|0x00000005\b|0xE00002E2/i, 'PORT_PERMISSION'],
];

/** The code of an error that opening a HID device gave. */
export const hidOpenFailure = (words: string): Failure =>
  failure(OPEN_FAILURES.find(([pattern]) => pattern.test(words))?.[1] ?? 'PORT_FAILED', words);

/** A device without numbered reports is written to with a 0 in front, which does not travel. */
const UNNUMBERED = 0;
/** Reports still on their way (a stop command) leave before a device closes; one that no longer takes them is not waited for. */
const LAST_REPORTS_MS = 300;

const isListed = async (path: string, load: () => Promise<HidLibrary>): Promise<boolean> => {
  if (path.startsWith('/dev/')) {
    return await access(path).then(
      () => true,
      () => false,
    );
  }
  const listed = await withHidLibrary(
    load,
    (library) => library.devicesAsync(),
    (words) => failure('PORT_FAILED', words),
  );
  return listed.ok && listed.value.some((device) => device.path === path);
};

interface OpenDevice {
  readonly handle: HidHandle;
  readonly path: string;
  readonly numbered: boolean;
  readonly isThere: (path: string) => Promise<boolean>;
}

const linkOf = ({ handle, path, numbered, isThere }: OpenDevice, listener: LinkListener): Link => {
  let over = false;
  let closing: Promise<void> | undefined;
  let sending: Promise<unknown> = Promise.resolve();

  const broken = (why: Failure): void => {
    if (over) return;
    over = true;
    listener.onClosed(why);
  };
  handle.on('data', (report) => {
    if (!over) listener.onBytes(new Uint8Array(report));
  });
  handle.on('error', (error) => broken(failure('DEVICE_UNPLUGGED', wordsOf(error))));

  const refused = async (error: unknown): Promise<void> => {
    const code = (await isThere(path)) ? 'PORT_FAILED' : 'DEVICE_UNPLUGGED';
    broken(failure(code, wordsOf(error)));
  };

  /** One at a time, in their order: the library's own threads promise none. */
  const send = (bytes: Uint8Array, how: (report: number[]) => Promise<number>): void => {
    if (over) return;
    const report = numbered ? [...bytes] : [UNNUMBERED, ...bytes];
    sending = sending.then(() => (over && closing === undefined ? undefined : how(report))).catch(refused);
  };

  const closeNow = async (): Promise<void> => {
    over = true;
    await waitAtMost(LAST_REPORTS_MS, sending);
    // The library begins to read in the tick after `on`, and throws when the device is closed by then.
    await new Promise((resolve) => setImmediate(resolve));
    await handle.close().catch(() => undefined);
  };

  return {
    write: (bytes) => send(bytes, (report) => handle.write(report)),
    writeFeature: (bytes) => send(bytes, (report) => handle.sendFeatureReport(report)),
    check: async () => {
      if (over) return fail(failure('DEVICE_UNPLUGGED', 'the device is not open'));
      return (await isThere(path)) ? ok(undefined) : fail(failure('DEVICE_UNPLUGGED', 'the device is gone'));
    },
    close: () => {
      closing ??= closeNow();
      return closing;
    },
  };
};

/**
 * A USB HID device by the path that the system gives it; every message is one report. A device that is already open elsewhere is
 * `PORT_BUSY` on Windows and macOS; Linux lets several programs open one.
 */
export const createHidTransport = (path: string, options: HidOptions = {}): Transport => {
  const { numbered = false, load = loadHidLibrary } = options;
  const isThere = options.isThere ?? ((sought: string) => isListed(sought, load));
  return {
    open: async (listener): Promise<Result<Link, Failure>> => {
      const opened = await withHidLibrary(load, (library) => library.HIDAsync.open(path), hidOpenFailure);
      return opened.ok ? ok(linkOf({ handle: opened.value, path, numbered, isThere }, listener)) : opened;
    },
  };
};
