import { join } from 'node:path';
import * as z from 'zod';
import { type PublicKey, publicKeySchema } from '#core/contract/identity.ts';
import { tabletNameSchema } from '#core/contract/tablet.ts';
import { type Clock, type Instant, instantSchema, toInstant } from '#core/time.ts';
import { keyId } from '#core/trust/key-id.ts';
import { readOwnFile, writeOwnFile } from '../own-file.ts';

/** Tablets of one cabin: more than anybody has in hand; the longest unused is forgotten for another. */
const MOST_PAIRINGS = 8;
const DAY_MS = 86_400_000;

const pairingSchema = z.strictObject({
  key: publicKeySchema,
  name: tabletNameSchema,
  pairedAt: instantSchema,
  until: instantSchema,
  lastSeenAt: instantSchema,
});
const fileSchema = z.strictObject({ version: z.literal(1), pairings: z.array(pairingSchema) });
export type Pairing = z.infer<typeof pairingSchema> & { readonly id: string };

/** Which tablets the cabin knows, by their public keys, over restarts. */
export interface Pairings {
  all(): readonly Pairing[];
  /** Undefined: unknown, ended, or its days are over. */
  find(id: string): Pairing | undefined;
  add(key: PublicKey, name: string): Pairing;
  seen(id: string): void;
  /** False: there is no such pairing. */
  end(id: string): boolean;
  /** Resolves once the file holds what is known. */
  settled(): Promise<void>;
}

interface PairingsOptions {
  readonly folder: string;
  readonly days: number;
  readonly clock: Clock;
}

export const openPairings = async ({ folder, days, clock }: PairingsOptions): Promise<Pairings> => {
  const path = join(folder, 'pairings.json');
  const file = await readOwnFile(path, fileSchema);
  const known = new Map((file?.pairings ?? []).map((pairing) => [keyId(pairing.key), pairing]));
  let writing: Promise<void> = Promise.resolve();

  const write = (): void => {
    writing = writing.then(() => writeOwnFile(path, { version: 1, pairings: [...known.values()] }));
  };
  const isOver = ({ until }: { readonly until: Instant }): boolean =>
    Date.parse(until) <= Date.parse(clock.now());
  const find: Pairings['find'] = (id) => {
    const pairing = known.get(id);
    return pairing === undefined || isOver(pairing) ? undefined : { ...pairing, id };
  };
  return {
    all: () => [...known].flatMap(([id, pairing]) => (isOver(pairing) ? [] : [{ ...pairing, id }])),
    find,
    add: (key, name) => {
      const now = clock.now();
      const id = keyId(key);
      const until = toInstant(new Date(Date.parse(now) + days * DAY_MS));
      const pairing = { key, name, pairedAt: now, until, lastSeenAt: now };
      known.delete(id);
      known.set(id, pairing);
      const oldest = [...known].toSorted(
        ([, a], [, b]) => Date.parse(a.lastSeenAt) - Date.parse(b.lastSeenAt),
      )[0];
      if (known.size > MOST_PAIRINGS && oldest !== undefined) known.delete(oldest[0]);
      write();
      return { ...pairing, id };
    },
    seen: (id) => {
      const pairing = known.get(id);
      if (pairing === undefined) return;
      known.set(id, { ...pairing, lastSeenAt: clock.now() });
      write();
    },
    end: (id) => {
      const found = known.delete(id);
      if (found) write();
      return found;
    },
    settled: () => writing,
  };
};
