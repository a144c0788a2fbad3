import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import * as z from 'zod';
import { ok, type Result } from '#core/result.ts';
import { startEmulator } from './emulator-process.ts';
import { type Direction, PROFILES, type Profile } from './profiles.ts';

const countSchema = z.strictObject({
  packets: z.int(),
  bytes: z.int(),
  lost: z.int(),
  /** While cut, or UDP that does not pass. */
  refused: z.int(),
  /** Fell out of a full queue. */
  overflowed: z.int(),
});
const countsSchema = z.strictObject({ up: countSchema, down: countSchema });

/** Places joined by emulated lines; nothing of it is left in the system when the process that made it is gone. */
export interface Network<Node extends string> {
  setLine(node: Node, profile: Profile): Promise<void>;
  /** Nothing comes in or goes out any more; neither end is told. */
  cut(node: Node): Promise<void>;
  restore(node: Node): Promise<void>;
  /** Leaves its address; without one it is reached by nobody until it `moves`. */
  leave(node: Node): Promise<void>;
  move(node: Node, address: string): Promise<void>;
  counts(node: Node): Promise<z.infer<typeof countsSchema>>;
  /** Words that let `nsenter` start a program at this place. */
  enter(node: Node): readonly string[];
  spawn(node: Node, program: string, args: readonly string[], options: SpawnOptions): ChildProcess;
  close(): Promise<void>;
}

/** Makes the places, each with its address and a perfect line; fails with the reason where the system does not permit it. */
export const createNetwork = async <Node extends string>(
  addresses: Readonly<Record<Node, string>>,
): Promise<Result<Network<Node>, string>> => {
  const started = await startEmulator(addresses);
  if (!started.ok) return started;
  const emulator = started.value;
  const asRoot = process.getuid?.() === 0;

  const set = async (node: Node, name: 'up' | 'down', line: Partial<Direction & { up: boolean }>) =>
    void (await emulator.order({ order: 'set', node, direction: name, line }));
  const setLine = async (node: Node, { up, down }: Profile): Promise<void> => {
    await set(node, 'up', up);
    await set(node, 'down', down);
  };
  const connect = async (node: Node, up: boolean): Promise<void> => {
    await set(node, 'up', { up });
    await set(node, 'down', { up });
  };
  const enter = (node: Node): readonly string[] => [
    ...(asRoot ? [] : [`--user=/proc/${emulator.pid}/ns/user`, '--preserve-credentials']),
    `--net=${emulator.namespaces[node]}`,
  ];

  for (const node of Object.keys(addresses) as Node[]) await setLine(node, PROFILES.lan);
  return ok({
    setLine,
    cut: (node) => connect(node, false),
    restore: (node) => connect(node, true),
    leave: async (node) => void (await emulator.order({ order: 'leave', node })),
    move: async (node, address) => void (await emulator.order({ order: 'move', node, address })),
    counts: async (node) => countsSchema.parse(await emulator.order({ order: 'count', node })),
    enter,
    spawn: (node, program, args, options) => spawn('nsenter', [...enter(node), program, ...args], options),
    close: emulator.close,
  });
};
