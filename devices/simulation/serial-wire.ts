import type { LineSettings } from '#core/contract/devices.ts';
import { fail, ok } from '#core/result.ts';
import type { Link } from '../kit/transport.ts';
import { createSerialTransport } from '../transports/serial.ts';
import type { Received, SimulatedWire } from './wire.ts';

/** One end of a null-modem cable: a program, on this machine or another, opens the other end. */
export const createSerialWire = async (
  path: string,
  line: LineSettings,
  received: Received,
): Promise<SimulatedWire> => {
  const transport = createSerialTransport(path, line);
  let link: Link | undefined;

  const replug = async (): Promise<void> => {
    if (link !== undefined) return;
    const opened = await transport.open({
      onBytes: (bytes) => received(bytes, 'data'),
      onClosed: () => {
        link = undefined;
      },
    });
    if (!opened.ok) throw new Error(`${path}: ${opened.failure.code} ${opened.failure.detail ?? ''}`.trim());
    link = opened.value;
  };

  const unplug = async (): Promise<void> => {
    const ending = link;
    link = undefined;
    await ending?.close();
  };

  await replug();
  return {
    connection: { transport: 'serial', path },
    // A cable does not tell whether its other end is open.
    opened: async () => undefined,
    send: (bytes) => link?.write(bytes),
    unplug,
    replug,
    refuse: async (refusal) =>
      refusal === undefined
        ? ok(undefined)
        : fail('the port at the other end of a cable is not ours to refuse'),
    close: unplug,
  };
};
