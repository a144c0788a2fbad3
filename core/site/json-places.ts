import { fail, ok, type Result } from '../result.ts';

/** Where something stands in a text, both from 1; columns count UTF-16 units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Place of the character at `offset` of a text. */
const placeAt = (text: string, offset: number): Place => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** A key twice in one object: JSON allows it, readers silently keep the last. */
export type JsonFault = 'syntax' | 'repeated-key';
/** A text that cannot be read. */
export interface JsonRefusal {
  readonly fault: JsonFault;
  readonly place: Place;
}

/** Keys and indices from the root. */
export type JsonPath = readonly PropertyKey[];
/** A JSON text as read. */
export interface PlacedJson {
  readonly value: unknown;
  /** Place of the member's key (or of the item) at a path; where there is none, that of the nearest thing around it. */
  placeOf(path: JsonPath): Place;
}

const BLANK = /[ \t\n\r]*/y;
const SCALAR = /"(?:[^"\\\n\r]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y;
const pointer = (path: JsonPath): string => JSON.stringify(path.map(String));

class Unreadable extends Error {
  readonly fault: JsonFault;
  readonly offset: number;
  constructor(fault: JsonFault, offset: number) {
    super(fault);
    this.fault = fault;
    this.offset = offset;
  }
}

/** Walks a text once: its grammar is RFC 8259, its scalars are left to the platform's reader. */
class Walk {
  readonly offsets = new Map<string, number>();
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  whole(): unknown {
    this.blank();
    this.offsets.set(pointer([]), this.at);
    const value = this.value([]);
    this.blank();
    if (this.at < this.text.length) throw new Unreadable('syntax', this.at);
    return value;
  }

  private blank(): void {
    BLANK.lastIndex = this.at;
    BLANK.exec(this.text);
    this.at = BLANK.lastIndex;
  }

  private skips(character: string): boolean {
    this.blank();
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    this.blank();
    return true;
  }

  private needs(character: string): void {
    if (!this.skips(character)) throw new Unreadable('syntax', this.at);
  }

  private scalar(): unknown {
    SCALAR.lastIndex = this.at;
    const [found] = SCALAR.exec(this.text) ?? [];
    if (found === undefined) throw new Unreadable('syntax', this.at);
    try {
      const value: unknown = JSON.parse(found);
      this.at += found.length;
      return value;
    } catch {
      throw new Unreadable('syntax', this.at);
    }
  }

  private value(path: JsonPath): unknown {
    if (this.skips('{')) return this.members(path);
    if (this.skips('[')) return this.items(path);
    return this.scalar();
  }

  private members(path: JsonPath): unknown {
    const members = new Map<string, unknown>();
    if (this.skips('}')) return {};
    do {
      const begins = this.at;
      const key = this.text[begins] === '"' ? this.scalar() : undefined;
      if (typeof key !== 'string') throw new Unreadable('syntax', begins);
      if (members.has(key)) throw new Unreadable('repeated-key', begins);
      this.offsets.set(pointer([...path, key]), begins);
      this.needs(':');
      members.set(key, this.value([...path, key]));
    } while (this.skips(','));
    this.needs('}');
    return Object.fromEntries(members);
  }

  private items(path: JsonPath): unknown {
    const items: unknown[] = [];
    if (this.skips(']')) return items;
    do {
      const item = [...path, items.length];
      this.offsets.set(pointer(item), this.at);
      items.push(this.value(item));
    } while (this.skips(','));
    this.needs(']');
    return items;
  }
}

/** Reads a JSON text and keeps where everything stands: a mistake in a file is told with its line. */
export const readPlacedJson = (text: string): Result<PlacedJson, JsonRefusal> => {
  const walk = new Walk(text);
  try {
    const value = walk.whole();
    const offsetOf = (path: JsonPath): number =>
      walk.offsets.get(pointer(path)) ?? (path.length === 0 ? 0 : offsetOf(path.slice(0, -1)));
    return ok({ value, placeOf: (path) => placeAt(text, offsetOf(path)) });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail({ fault: error.fault, place: placeAt(text, error.offset) });
  }
};
