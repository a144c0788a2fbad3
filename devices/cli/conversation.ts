import type { Failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { systemClock } from '../kit/clock.ts';
import type { Driver, DriverSession, SessionEvent } from '../kit/driver.ts';
import type { Link, Transport } from '../kit/transport.ts';

export interface ConversationOptions {
  readonly driver: Driver;
  readonly transport: Transport;
  /** As it is shown when something fails. */
  readonly port: string;
  /** Only listens: nothing is ever written, no measure is started. */
  readonly listen: boolean;
  /** Ends the conversation. */
  readonly stopped: Promise<unknown>;
  onOpened?(): void;
  onTraffic(direction: 'from-device' | 'to-device', bytes: Uint8Array): void;
  onEvent?(event: SessionEvent): void;
}

/** A failure in one line. */
export const failureText = ({ code, detail }: Failure): string =>
  detail === undefined ? code : `${code} (${detail})`;

/** One measure of one device on its port, until stopped or until its line is not well. */
export const converse = async (options: ConversationOptions): Promise<Result<void, string>> => {
  const { driver, listen } = options;
  let stop = (_cause: Failure | undefined): void => undefined;
  const over = new Promise<Failure | undefined>((resolve) => {
    stop = resolve;
  });
  void options.stopped.then(() => stop(undefined));
  let link: Link | undefined;
  let session: DriverSession | undefined;
  let started = false;
  const take = (event: SessionEvent): void => {
    if (event.type === 'fault') stop(event.failure);
    options.onEvent?.(event);
    if (event.type !== 'identified' || started) return;
    started = true;
    session?.startCapture((event.measures ?? driver.manifest.measures)[0]);
  };
  const send = (bytes: Uint8Array, way: 'write' | 'writeFeature'): void => {
    options.onTraffic('to-device', bytes);
    link?.[way]?.(bytes);
  };
  const opened = await options.transport.open({
    onClosed: stop,
    onBytes: (bytes) => {
      options.onTraffic('from-device', bytes);
      session?.receive(bytes);
    },
  });
  if (!opened.ok) return fail(`${options.port}: ${failureText(opened.failure)}`);
  link = opened.value;
  options.onOpened?.();
  if (!listen) {
    session = driver.createSession({
      clock: systemClock,
      visitClock: systemClock,
      visitBeganAt: () => undefined,
      delivered: new Set(),
      write: (bytes) => send(bytes, 'write'),
      writeFeature: (bytes) => send(bytes, 'writeFeature'),
      emit: take,
    });
    session.start();
  }
  const cause = await over;
  session?.close();
  await link.close();
  return cause === undefined ? ok(undefined) : fail(`${options.port}: ${failureText(cause)}`);
};
