import { scrypt, timingSafeEqual } from 'node:crypto';
import { CODE_HASH } from '#core/opening/people.ts';

/** Enough for every cost that the pattern lets through to fail rather than to eat the machine. */
const MOST_MEMORY = 256 * 1_024 * 1_024;

/** Whether a code is the one that was hashed; false too for a hash that cannot be computed. Takes about a tenth of a second. */
export const isCode = (code: string, hash: string): Promise<boolean> =>
  new Promise((resolve) => {
    const [, cost, blockSize, parallel, salt = '', key = ''] = CODE_HASH.exec(hash) ?? [];
    const expected = Buffer.from(key, 'base64url');
    const options = { N: Number(cost), r: Number(blockSize), p: Number(parallel), maxmem: MOST_MEMORY };
    try {
      scrypt(code, Buffer.from(salt, 'base64url'), expected.length, options, (error, derived) =>
        resolve(error === null && timingSafeEqual(derived, expected)),
      );
    } catch {
      resolve(false);
    }
  });
