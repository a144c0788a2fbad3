import type { Connection, DeviceBinding, UsbMark } from '#core/contract/devices.ts';
import type { SelfTestReport } from '#core/contract/self-test.ts';
import { assertNever } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { runSelfTest } from '#devices/bench/self-test.ts';
import { createBoundTransport, type PortAccess } from '#devices/kit/bound-transport.ts';
import type { Driver } from '#devices/kit/driver.ts';

/** A device of the cabin whose port nobody holds now. */
export interface FreeDevice {
  readonly binding: DeviceBinding;
  readonly driver: Driver;
  readonly mark: UsbMark | undefined;
}

const hexId = (id: number | undefined): string => (id === undefined ? '*' : id.toString(16).padStart(4, '0'));

/** How a device is reached, as the report says it. */
const portOf = (connection: Connection): string => {
  switch (connection.transport) {
    case 'serial':
      return connection.path;
    case 'tcp':
      return `${connection.host}:${connection.port}`;
    case 'usb':
      return `usb ${hexId(connection.vendorId)}:${hexId(connection.productId)}`;
    default:
      return assertNever(connection);
  }
};

/** Tests every device at once, and tells the reports, in the order of the devices, each time that one is done. */
export const testAll = async (
  devices: readonly FreeDevice[],
  ports: PortAccess,
  clock: Clock,
  onReport: (reports: SelfTestReport[]) => void,
): Promise<SelfTestReport[]> => {
  const taken = new Map<string, string>();
  const done = new Map<string, SelfTestReport>();
  const reports = (): SelfTestReport[] => devices.flatMap(({ binding }) => done.get(binding.id) ?? []);
  await Promise.all(
    devices.map(async ({ binding, driver, mark }) => {
      const transport = createBoundTransport({
        binding,
        driver,
        ports,
        clock,
        mark: () => mark,
        isTaken: (path) => taken.has(path) && taken.get(path) !== binding.id,
        onOpened: (opened) => {
          if (opened !== undefined) taken.set(opened.path, binding.id);
        },
        onCandidates: () => undefined,
      });
      const report = await runSelfTest(
        { id: binding.id, driver, transport, port: portOf(binding.connection), simulated: binding.simulated },
        { clock },
      );
      done.set(binding.id, report);
      onReport(reports());
    }),
  );
  return reports();
};
