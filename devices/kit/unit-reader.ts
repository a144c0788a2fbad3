import { flatMapBytes } from './bytes.ts';

/** What bytes begin with: a whole unit (a frame, an answer), the beginning of one, or none. */
export type Verdict<Unit> =
  | { readonly unit: Unit; readonly length: number }
  | 'more'
  | 'structure'
  | 'checksum';

/** A unit, or a stretch of bytes that none explains. */
export type ReadUnit<Unit> =
  | { readonly type: 'unit'; readonly unit: Unit }
  | { readonly type: 'damage'; readonly reason: 'structure' | 'checksum'; readonly raw: Uint8Array };

interface UnitReaderOptions<Unit> {
  /** What these bytes, one at least, begin with. In damage less may be believed. */
  unitAt(bytes: readonly number[], isInDamage: boolean): Verdict<Unit>;
  /** A byte was given up: what was known of the stream is no longer sure. */
  onLost?(): void;
  /** A recording may begin within a unit: so many bytes before the first one are no damage. */
  readonly firstCut: number;
  /** A stretch of damage is told in pieces of this many bytes, however long it lasts. */
  readonly longestDamage: number;
}

/** Cuts a byte stream into units; where none begins, byte after byte is given up until one does. */
export interface UnitReader<Unit> {
  push(bytes: Uint8Array): readonly ReadUnit<Unit>[];
  /** The bytes ended; what is cut off at the end is no damage. */
  end(): readonly ReadUnit<Unit>[];
}

/** What most bytes yield, at no cost. */
const NOTHING: never[] = [];

/** A reader that has read nothing. */
export const createUnitReader = <Unit>(options: UnitReaderOptions<Unit>): UnitReader<Unit> => {
  let pending: number[] = [];
  let hasBegun = false;
  let damage: { reason: 'structure' | 'checksum'; bytes: number[] } | undefined;

  const endOfDamage = (): ReadUnit<Unit>[] => {
    if (damage === undefined) return [];
    const { reason, bytes } = damage;
    damage = undefined;
    const isFirstCut = !hasBegun && reason === 'structure' && bytes.length <= options.firstCut;
    // A long stretch may have been told to its last byte.
    return isFirstCut || bytes.length === 0 ? [] : [{ type: 'damage', reason, raw: Uint8Array.from(bytes) }];
  };

  const giveUp = (reason: 'structure' | 'checksum'): ReadUnit<Unit>[] => {
    damage ??= { reason, bytes: [] };
    damage.bytes.push(...pending.splice(0, 1));
    options.onLost?.();
    if (damage.bytes.length < options.longestDamage) return [];
    const told = endOfDamage();
    damage = { reason: 'structure', bytes: [] };
    return told;
  };

  const takeByte = (byte: number): readonly ReadUnit<Unit>[] => {
    pending.push(byte);
    let read: ReadUnit<Unit>[] = NOTHING;
    while (pending.length > 0) {
      const verdict = options.unitAt(pending, damage !== undefined);
      if (verdict === 'more') break;
      if (read === NOTHING) read = [];
      if (typeof verdict === 'string') {
        read.push(...giveUp(verdict));
        continue;
      }
      read.push(...endOfDamage(), { type: 'unit', unit: verdict.unit });
      hasBegun = true;
      pending = pending.slice(verdict.length);
    }
    return read;
  };

  return { push: (bytes) => flatMapBytes(bytes, takeByte), end: endOfDamage };
};
