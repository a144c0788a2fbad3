import type { Candidate, UsbMark } from '#core/contract/devices.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, type Result } from '#core/result.ts';
import type { DriverManifest } from './driver.ts';
import { candidateOf, markOf, nominate, type PluggedPort, type UsbCriteria } from './nomination.ts';
import type { Link, LinkListener, Transport } from './transport.ts';

/** A port that was found and opened. */
export interface OpenedPort {
  readonly path: string;
  readonly mark: UsbMark;
}

export interface SoughtTransportOptions {
  readonly manifest: DriverManifest;
  /** What the binding says now: a choice of the assistant changes it. */
  criteria(): UsbCriteria;
  /** What is plugged in now. */
  survey(): Promise<readonly PluggedPort[]>;
  transportOf(port: PluggedPort): Transport;
  /** Whether another device of this cabin has the port. */
  isTaken(path: string): boolean;
  /** Whether the device on this port answers as the driver expects; only asked where several fit. */
  confirms(transport: Transport): Promise<boolean>;
  /** Which port is open now, and what tells it from others; undefined when none. */
  onOpened(opened: OpenedPort | undefined): void;
  /** Several fit and nobody may guess; undefined once that is over. */
  onCandidates(candidates: readonly Candidate[] | undefined): void;
}

/** Looks for a binding's device among what is plugged in at each opening: a renumbered port is simply found again. */
export const createSoughtTransport = (options: SoughtTransportOptions): Transport => {
  const { manifest } = options;

  const openPort = async (
    port: PluggedPort,
    alike: boolean,
    listener: LinkListener,
  ): Promise<Result<Link, Failure>> => {
    const opened = await options.transportOf(port).open(listener);
    if (!opened.ok) return opened;
    options.onCandidates(undefined);
    options.onOpened({ path: port.path, mark: markOf(port, alike) });
    return opened;
  };

  const confirmed = async (ports: readonly PluggedPort[]): Promise<PluggedPort[]> => {
    const answering: PluggedPort[] = [];
    // One after the other: twins on one hub answer badly when they are opened at once.
    for (const port of ports) {
      if (await options.confirms(options.transportOf(port))) answering.push(port);
    }
    return answering;
  };

  const refuse = (ports: readonly PluggedPort[], alike: boolean): Result<Link, Failure> => {
    options.onCandidates(ports.map(candidateOf));
    const names = ports.map(({ path }) => path).join(', ');
    return fail(failure(alike ? 'PORT_TWINS' : 'DEVICE_AMBIGUOUS', names));
  };

  return {
    open: async (listener) => {
      options.onOpened(undefined);
      const plugged = await options.survey();
      const free = plugged.filter(({ path }) => !options.isTaken(path));
      const nomination = nominate(manifest, options.criteria(), free);
      if (nomination.type === 'none') {
        options.onCandidates(undefined);
        return fail(failure('PORT_MISSING', 'nothing that fits is plugged in'));
      }
      if (nomination.type === 'one') return await openPort(nomination.port, false, listener);
      const { ports, alike } = nomination;
      // What speaks only once it has measured cannot prove itself here.
      if (manifest.proof === 'listening') return refuse(ports, alike);
      const answering = await confirmed(ports);
      const [only, another] = answering;
      if (only !== undefined && another === undefined) return await openPort(only, alike, listener);
      return refuse(answering.length > 0 ? answering : ports, alike);
    },
  };
};
