import { ok } from '#core/result.ts';
import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import type { Driver, SessionEvent } from '../kit/driver.ts';
import type { Link, Transport } from '../kit/transport.ts';

/** What was seen of a device until now. */
export interface DeviceFacts {
  readonly opened: boolean;
  readonly identity: DeviceIdentity | undefined;
  readonly battery: 'low' | 'good' | undefined;
  /** What its clock showed as it was asked, local, without offset. */
  readonly deviceTime: string | undefined;
  /** How many times its idle port was found well. */
  readonly checks: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** The closing of its port, once it began. */
  readonly closing: Promise<void> | undefined;
}

/** A driver and a transport that work as before, and let be seen what they do. */
export interface Observation {
  readonly driver: Driver;
  readonly transport: Transport;
  traffic(direction: 'from-device' | 'to-device', bytes: Uint8Array): void;
  facts(): DeviceFacts;
}

/** Watches one device; `changed` is called whenever there is something new. */
export const createObservation = (driver: Driver, transport: Transport, changed: () => void): Observation => {
  let facts: DeviceFacts = {
    opened: false,
    identity: undefined,
    battery: undefined,
    deviceTime: undefined,
    checks: 0,
    bytesIn: 0,
    bytesOut: 0,
    closing: undefined,
  };
  const note = (news: Partial<DeviceFacts>): void => {
    facts = { ...facts, ...news };
    changed();
  };

  const hear = (event: SessionEvent): void => {
    if (event.type === 'identified') note({ identity: event.identity });
    if (event.type === 'battery') note({ battery: event.battery });
    if (event.type === 'clock') note({ deviceTime: event.deviceTime });
  };

  const watched = (link: Link): Link => ({
    ...link,
    check: async () => {
      const found = await link.check();
      if (found.ok) note({ checks: facts.checks + 1 });
      return found;
    },
    close: () => {
      const closing = link.close();
      note({ closing });
      return closing;
    },
  });

  return {
    driver: {
      ...driver,
      createSession: (context) =>
        driver.createSession({
          ...context,
          emit: (event) => {
            hear(event);
            context.emit(event);
          },
        }),
    },
    transport: {
      open: async (listener) => {
        const opened = await transport.open(listener);
        if (!opened.ok) return opened;
        note({ opened: true });
        return ok(watched(opened.value));
      },
    },
    traffic: (direction, bytes) =>
      note(
        direction === 'from-device'
          ? { bytesIn: facts.bytesIn + bytes.length }
          : { bytesOut: facts.bytesOut + bytes.length },
      ),
    facts: () => facts,
  };
};
