import { createInterface } from 'node:readline';

/**
 * Waits for the first line that `pick` recognises, and hands every other line on, also afterwards.
 * @template T
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => T | undefined} pick
 * @param {(line: string) => void} onOther
 * @returns {Promise<T | undefined>} undefined when the stream ended without it
 */
export const awaitLine = (stream, pick, onOther) =>
  new Promise((settle) => {
    const lines = createInterface({ input: stream });
    let found = false;
    lines.on('line', (line) => {
      const picked = found ? undefined : pick(line);
      if (picked === undefined) onOther(line);
      else {
        found = true;
        settle(picked);
      }
    });
    lines.once('close', () => settle(undefined));
  });
