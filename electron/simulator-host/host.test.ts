import { describe, expect, test } from 'vitest';
import { DRIVER_IDS } from '#core/contract/devices.ts';
import { type FromSimulatorHost, fromSimulatorHostSchema } from '#core/contract/simulator-host.ts';
import { createRecorder } from '#devices/bench/recorder.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import type { Transport } from '#devices/kit/transport.ts';
import { DRIVERS } from '#devices/registry.ts';
import { createSimulatedMemoryWire } from '#devices/simulation/memory-wire.ts';
import { createSimulatorHost } from './host.ts';

const createBench = async () => {
  const clock = createFakeClock();
  const messages: FromSimulatorHost[] = [];
  const lines = new Map<string, Transport>();
  let tell = (_message: unknown): void => undefined;
  let shutDowns = 0;
  createSimulatorHost({
    clock,
    openLine: async (id, received) => {
      const wire = createSimulatedMemoryWire(`/memory/${id}`, received);
      lines.set(id, wire.transport);
      return wire;
    },
    onShutDown: () => {
      shutDowns += 1;
    },
    port: {
      // As the real port does, a message crosses as data and has to hold to the contract.
      post: (message) => messages.push(fromSimulatorHostSchema.parse(structuredClone(message))),
      onMessage: (listener) => {
        tell = listener;
      },
    },
  });
  let number = 0;
  /** Gives an order, and what it was refused with. */
  const order = async (content: object): Promise<string | undefined> => {
    number += 1;
    const mine = number;
    tell({ ...content, number: mine });
    await clock.advance(0);
    const done = messages.find((message) => message.type === 'done' && message.number === mine);
    if (done?.type !== 'done') throw new Error('not answered');
    return done.refused;
  };
  const simulators = () => {
    const told = messages.findLast((message) => message.type === 'simulators');
    return told?.type === 'simulators' ? told.simulators : [];
  };
  /** What comes over the line of a simulator within so many milliseconds, after `say` was written to it. */
  const hear = async (id: string, milliseconds: number, say?: Uint8Array): Promise<Uint8Array[]> => {
    const heard: Uint8Array[] = [];
    const opened = await lines
      .get(id)
      ?.open({ onBytes: (bytes) => heard.push(bytes), onClosed: () => undefined });
    if (opened?.ok !== true) throw new Error('not opened');
    if (say !== undefined) opened.value.write(say);
    await clock.advance(milliseconds);
    await opened.value.close();
    return heard;
  };
  tell({ type: 'settings', clockRate: 10 });
  return {
    clock,
    messages,
    order,
    simulators,
    hear,
    tell: (message: unknown) => tell(message),
    shutDowns: () => shutDowns,
  };
};

const oximeter = {
  type: 'start',
  id: 'one',
  driver: 'contec-cms50',
  scenario: 'hypoxic-adult',
  seed: 4,
} as const;

describe('the simulator host', () => {
  test('says first what it can play', async () => {
    const { messages } = await createBench();
    expect(messages[0]).toMatchObject({ type: 'ready' });
    const [ready] = messages;
    expect(ready?.type === 'ready' && ready.catalogue.map(({ driver }) => driver)).toEqual([...DRIVER_IDS]);
  });

  test('starts a simulator, tells where it is, and stops it', async () => {
    const { order, simulators } = await createBench();
    expect(await order(oximeter)).toBeUndefined();
    expect(simulators()).toMatchObject([
      {
        id: 'one',
        driver: 'contec-cms50',
        connection: { transport: 'serial', path: '/memory/one' },
        plays: { source: 'patient', scenario: 'hypoxic-adult', seed: 4 },
        active: [],
      },
    ]);
    // Nobody can forbid our own terminals to ourselves.
    expect(simulators()[0]?.possible).toEqual(expect.arrayContaining(['unplug', 'motion', 'port-busy']));
    expect(simulators()[0]?.possible).not.toContain('permission-denied');
    expect(await order({ type: 'stop', id: 'one' })).toBeUndefined();
    expect(simulators()).toEqual([]);
  });

  test('switches faults, mends them, and says what it cannot do', async () => {
    const { order, simulators } = await createBench();
    await order(oximeter);
    await order({ type: 'fault', id: 'one', fault: 'motion', on: true });
    await order({ type: 'fault', id: 'one', fault: 'silence', on: true });
    expect(simulators()[0]?.active).toEqual(['motion', 'silence']);
    await order({ type: 'fault', id: 'one', fault: 'motion', on: false });
    expect(simulators()[0]?.active).toEqual(['silence']);
    expect(await order({ type: 'mend', id: 'one' })).toBeUndefined();
    expect(simulators()[0]?.active).toEqual([]);
    expect(await order({ type: 'fault', id: 'one', fault: 'clock-off', on: true })).toContain(
      'does not apply',
    );
    expect(await order({ type: 'stop', id: 'two' })).toBe('there is no simulator two');
  });

  test('another patient takes the place of the one before, under the same id', async () => {
    const { order, simulators } = await createBench();
    await order(oximeter);
    await order({ type: 'fault', id: 'one', fault: 'motion', on: true });
    await order({ ...oximeter, scenario: 'febrile-child', seed: 5 });
    expect(simulators()).toMatchObject([{ plays: { scenario: 'febrile-child', seed: 5 }, active: [] }]);
  });

  test('ignores what is no order, and closes everything at the end', async () => {
    const { order, tell, clock, shutDowns, messages } = await createBench();
    await order(oximeter);
    const before = messages.length;
    for (const message of [null, 'stop', { type: 'stop' }, { ...oximeter, number: 9, seed: -1 }])
      tell(message);
    await clock.advance(0);
    expect(messages).toHaveLength(before);
    tell({ type: 'shut-down' });
    await clock.advance(0);
    expect(shutDowns()).toBe(1);
  });
});

describe('a recording', () => {
  const QUESTION = Uint8Array.of(0x52, 0x42);
  const ANSWER = Uint8Array.of(1, 2, 3, 4);
  const recorded = async (): Promise<string> => {
    const clock = createFakeClock();
    const recorder = createRecorder(DRIVERS['contec-cms50'], clock);
    recorder.note('to-device', QUESTION);
    await clock.advance(1_000);
    recorder.note('from-device', ANSWER);
    return recorder.finish();
  };

  test('plays the device of its driver: what was an answer waits for a question', async () => {
    const { order, simulators, hear } = await createBench();
    const text = await recorded();
    expect(await order({ type: 'replay', id: 'tape', name: 'a.cap', text, speed: 10 })).toBeUndefined();
    expect(simulators()).toMatchObject([
      { driver: 'contec-cms50', plays: { source: 'recording', name: 'a.cap', speed: 10 }, possible: [] },
    ]);
    expect(await hear('tape', 5_000)).toEqual([]);
    expect(await hear('tape', 200, QUESTION)).toEqual([ANSWER]);
    expect(await order({ type: 'fault', id: 'tape', fault: 'unplug', on: true })).toContain('no unplug');
  });

  test('that cannot be read, or does not say whose it is, is refused with the reason', async () => {
    const { order, simulators } = await createBench();
    const replay = { type: 'replay', id: 'tape', name: 'a.cap', speed: 1 } as const;
    expect(await order({ ...replay, text: '# recorded\nnonsense' })).toMatch(/a\.cap, line 2/);
    expect(await order({ ...replay, text: '# recorded\n< 01' })).toContain('of which driver');
    expect(await order({ ...replay, text: '# recorded\n> 01', driver: 'nonin' })).toContain('says nothing');
    expect(simulators()).toEqual([]);
    expect(await order({ ...replay, text: '# recorded\n< 01', driver: 'nonin' })).toBeUndefined();
  });
});
