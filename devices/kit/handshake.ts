import type { Clock } from '#core/time.ts';
import type { Driver, DriverSession } from './driver.ts';
import type { Link, Transport } from './transport.ts';

/** Opens a line, lets the driver identify the device on it, and closes it again: whether it is the one expected. Nothing is measured. */
export const answersAs = async (driver: Driver, transport: Transport, clock: Clock): Promise<boolean> => {
  let session: DriverSession | undefined;
  let settle = (_isExpected: boolean): void => undefined;
  const settled = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  const opened = await transport.open({
    onBytes: (bytes) => session?.receive(bytes),
    onClosed: () => settle(false),
  });
  if (!opened.ok) return false;
  const link: Link = opened.value;
  const cancel = clock.after(driver.manifest.identifyWithinMs, () => settle(false));
  session = driver.createSession({
    clock,
    visitClock: clock,
    visitBeganAt: () => undefined,
    delivered: new Set(),
    write: (bytes) => link.write(bytes),
    writeFeature: (bytes) => link.writeFeature?.(bytes),
    emit: (event) => {
      if (event.type === 'identified') settle(true);
      if (event.type === 'fault') settle(false);
    },
  });
  session.start();
  const isExpected = await settled;
  cancel();
  session.close();
  await link.close();
  return isExpected;
};
