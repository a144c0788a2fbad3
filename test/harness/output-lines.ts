import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The first line of `stream` for which `pick` returns something; rejects when the stream ends without one. */
export const firstLine = <Value>(
  stream: Readable,
  pick: (line: string) => Value | undefined,
): Promise<Value> =>
  new Promise((resolve, reject) => {
    const lines = createInterface({ input: stream });
    const seen: string[] = [];
    lines.on('line', (line) => {
      const value = pick(line);
      if (value !== undefined) resolve(value);
      else seen.push(line);
    });
    lines.on('close', () =>
      reject(new Error(`The awaited line never came; the last ones: ${seen.slice(-5).join(' | ')}`)),
    );
  });
