import { ok } from '#core/result.ts';
import type { Transport } from '../kit/transport.ts';
import { createMemoryWire } from '../transports/memory.ts';
import type { Received, SimulatedWire } from './wire.ts';

/** A line in memory between a simulator and a program of the same process: every fault of a port can be made on it. */
export const createSimulatedMemoryWire = (
  path: string,
  received: Received,
): SimulatedWire & { readonly transport: Transport } => {
  const wire = createMemoryWire();
  wire.onReceived(received);
  return {
    connection: { transport: 'serial', path },
    transport: wire.transport,
    opened: async () => undefined,
    send: wire.send,
    unplug: async () => wire.unplug('quietly'),
    replug: async () => wire.replug(),
    refuse: async (refusal) => {
      wire.refuse(refusal);
      if (refusal !== undefined) {
        wire.unplug('announced');
        wire.replug();
      }
      return ok(undefined);
    },
    close: async () => wire.unplug('quietly'),
  };
};
