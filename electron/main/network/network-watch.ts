import type { NetworkInterfaceInfo } from 'node:os';
import type { Clock } from '#core/time.ts';

/** Node has no event for it; reading the interfaces takes a tenth of a millisecond. */
const LOOK_MS = 500;

export type ReadInterfaces = () => Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Addresses by which other machines may reach this one. Link-local ones come and go with cables and carry no call. */
const reachable = (interfaces: ReturnType<ReadInterfaces>): string =>
  Object.entries(interfaces)
    .flatMap(([name, addresses]) =>
      (addresses ?? [])
        .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
        .map(({ address }) => `${name} ${address}`),
    )
    .sort()
    .join();

/**
 * Calls `changed` when the machine's network addresses are others than before: another network, a cable, a failover to mobile. The
 * browser itself notices such a change only when packets fail. Returns what ends it.
 */
export const watchNetwork = (read: ReadInterfaces, clock: Clock, changed: () => void): (() => void) => {
  let known = reachable(read());
  let cancel = (): void => {};
  const look = (): void => {
    cancel = clock.after(LOOK_MS, look);
    const now = reachable(read());
    if (now === known) return;
    known = now;
    changed();
  };
  cancel = clock.after(LOOK_MS, look);
  return () => cancel();
};
