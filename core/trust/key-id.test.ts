import { generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { expect, it } from 'vitest';
import { publicKeySchema } from '../contract/identity.ts';
import { keyId } from './key-id.ts';

it('is the thumbprint that the gateway names its key by', async () => {
  for (let count = 0; count < 20; count += 1) {
    const key = publicKeySchema.parse(
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
    );
    expect(keyId(key)).toBe(await calculateJwkThumbprint(key));
  }
});
