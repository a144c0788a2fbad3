import { expect, test } from 'vitest';
import type { Candidate, UsbMark } from '#core/contract/devices.ts';
import { createMemoryWire, type MemoryWire } from '../transports/memory.ts';
import type { DriverManifest } from './driver.ts';
import type { PluggedPort } from './nomination.ts';
import { createSoughtTransport, type OpenedPort } from './sought-transport.ts';

const manifestOf = (proof: DriverManifest['proof']): DriverManifest => ({
  id: 'contec-cms50',
  title: 'a device for tests',
  identity: { maker: 'Maker', model: 'Model' },
  measures: ['oximetry'],
  port: { transport: 'serial', line: { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } },
  usb: [{ vendorId: 1, productId: 2, carrier: 'adapter' }],
  proof,
  identifyWithinMs: 1_000,
  protection: 'checksum',
  evidence: 'unverified',
});

const port = (path: string, own: Partial<PluggedPort> = {}): PluggedPort => ({
  transport: 'serial',
  path,
  vendorId: 1,
  productId: 2,
  ...own,
});

const createBench = (proof: DriverManifest['proof'], plugged: readonly PluggedPort[]) => {
  let ports = plugged;
  let mark: UsbMark | undefined;
  let candidates: readonly Candidate[] | undefined;
  let opened: OpenedPort | undefined;
  const taken = new Set<string>();
  const answering = new Set<string>();
  const wires = new Map<string, MemoryWire>();
  const pathOf = new Map<unknown, string>();
  const transport = createSoughtTransport({
    manifest: manifestOf(proof),
    criteria: () => ({ ...mark }),
    survey: async () => ports,
    transportOf: ({ path }) => {
      const wire = wires.get(path) ?? createMemoryWire();
      wires.set(path, wire);
      pathOf.set(wire.transport, path);
      return wire.transport;
    },
    isTaken: (path) => taken.has(path),
    confirms: async (asked) => answering.has(pathOf.get(asked) ?? ''),
    onOpened: (now) => {
      opened = now;
    },
    onCandidates: (found) => {
      candidates = found;
    },
  });
  return {
    taken,
    answering,
    plug: (now: readonly PluggedPort[]) => {
      ports = now;
    },
    choose: (chosen: UsbMark) => {
      mark = chosen;
    },
    candidates: () => candidates?.map(({ path }) => path),
    opened: () => opened,
    open: () => transport.open({ onBytes: () => undefined, onClosed: () => undefined }),
  };
};

const [first, second] = [port('a', { serialNumber: '1' }), port('b', { serialNumber: '2' })];

test('nothing plugged in is a missing port, and is found once it is there', async () => {
  const bench = createBench('handshake', []);
  expect(await bench.open()).toMatchObject({ failure: { code: 'PORT_MISSING' } });
  bench.plug([first]);
  expect(await bench.open()).toMatchObject({ ok: true });
  expect(bench.opened()).toEqual({ path: 'a', mark: { serialNumber: '1' } });
});

test('of two that fit, the one that answers is taken', async () => {
  const bench = createBench('handshake', [first, second]);
  bench.answering.add('b');
  expect(await bench.open()).toMatchObject({ ok: true });
  expect(bench.opened()?.path).toBe('b');
  expect(bench.candidates()).toBeUndefined();
});

test('two that answer are never guessed between: the assistant chooses', async () => {
  const bench = createBench('handshake', [first, second]);
  bench.answering.add('a').add('b');
  expect(await bench.open()).toMatchObject({ failure: { code: 'DEVICE_AMBIGUOUS' } });
  expect(bench.candidates()).toEqual(['a', 'b']);
  bench.choose({ serialNumber: '2' });
  expect(await bench.open()).toMatchObject({ ok: true });
  expect(bench.opened()?.path).toBe('b');
  expect(bench.candidates()).toBeUndefined();
});

test('two that cannot answer before they measure are never guessed between', async () => {
  const bench = createBench('listening', [first, second]);
  bench.answering.add('a');
  expect(await bench.open()).toMatchObject({ failure: { code: 'DEVICE_AMBIGUOUS' } });
});

test('twin adapters are told by their socket', async () => {
  const bench = createBench('listening', [port('a', { topology: '1-1' }), port('b', { topology: '1-2' })]);
  expect(await bench.open()).toMatchObject({ failure: { code: 'PORT_TWINS' } });
  bench.choose({ topology: '1-1' });
  expect(await bench.open()).toMatchObject({ ok: true });
  // The system renumbers both: the socket still says which is which.
  bench.plug([port('c', { topology: '1-2' }), port('d', { topology: '1-1' })]);
  expect(await bench.open()).toMatchObject({ ok: true });
  expect(bench.opened()?.path).toBe('d');
});

test('a port that another device of the cabin has is not looked at', async () => {
  const bench = createBench('listening', [first, second]);
  bench.taken.add('a');
  expect(await bench.open()).toMatchObject({ ok: true });
  expect(bench.opened()?.path).toBe('b');
});
