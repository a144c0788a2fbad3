import { scrypt, timingSafeEqual } from 'node:crypto';

/** `scrypt$N$r$p$salt$key`, salt and key in base64url, as `npm run pin` prints it. */
export const PIN_HASH = /^scrypt\$(\d{1,7})\$(\d{1,3})\$(\d{1,3})\$([\w-]{16,})\$([\w-]{43,})$/;

/** Enough for every cost that the pattern lets through to fail rather than to eat the machine. */
const MOST_MEMORY = 256 * 1_024 * 1_024;

/** Whether a code is the one that was hashed; false too for a hash that cannot be computed. Takes about a tenth of a second. */
export const isPin = (pin: string, hash: string): Promise<boolean> =>
  new Promise((resolve) => {
    const [, cost, blockSize, parallel, salt = '', key = ''] = PIN_HASH.exec(hash) ?? [];
    const expected = Buffer.from(key, 'base64url');
    const options = { N: Number(cost), r: Number(blockSize), p: Number(parallel), maxmem: MOST_MEMORY };
    try {
      scrypt(pin, Buffer.from(salt, 'base64url'), expected.length, options, (error, derived) =>
        resolve(error === null && timingSafeEqual(derived, expected)),
      );
    } catch {
      resolve(false);
    }
  });
