import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { fail, ok, type Result } from '#core/result.ts';
import { inProject } from '#test/harness/paths.ts';

const openingSchema = z.union([
  z.strictObject({ namespaces: z.record(z.string(), z.string()) }),
  z.strictObject({ refused: z.string() }),
]);
const answerSchema = z.looseObject({ error: z.string().optional() });

/** The program that all packets pass through, `line-emulator.py`. */
export interface EmulatorProcess {
  readonly pid: number;
  /** Path of each node's network namespace while the program runs. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Gives an order, see README.md; resolves once it is carried out. */
  order(order: object): Promise<object>;
  close(): Promise<void>;
}

/** Starts it with one node for each address; fails with the system's own words where networks may not be made. */
export const startEmulator = async (
  addresses: Readonly<Record<string, string>>,
): Promise<Result<EmulatorProcess, string>> => {
  const script = inProject('test', 'harness', 'network', 'line-emulator.py');
  const nodes = Object.entries(addresses).map(([name, address]) => `${name}=${address}`);
  const child = spawn('python3', [script, ...nodes], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close').catch((error: unknown) => [String(error)]);
  const waiting: ((line: string) => void)[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => waiting.shift()?.(line));
  const nextLine = (): Promise<string> =>
    Promise.race([
      new Promise<string>((resolve) => waiting.push(resolve)),
      ended.then(([reason]) => JSON.stringify({ refused: `python3 ended: ${String(reason)}` })),
    ]);
  const opening = openingSchema.parse(JSON.parse(await nextLine()));
  if ('refused' in opening) return fail(opening.refused.trim());
  return ok({
    pid: child.pid ?? 0,
    namespaces: opening.namespaces,
    order: async (order) => {
      const answered = nextLine();
      child.stdin.write(`${JSON.stringify(order)}\n`);
      const answer = answerSchema.parse(JSON.parse(await answered));
      const refusal = answer.error ?? answer['refused'];
      if (refusal !== undefined) throw new Error(`line emulator: ${String(refusal)}`);
      return answer;
    },
    close: async () => {
      child.stdin.end();
      await ended;
    },
  });
};
