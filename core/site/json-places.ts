import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
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

/** Nothing beyond RFC 8259: what the editor of a technician forgives, the cabin would read otherwise. */
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false } as const;

/** The key of the first member whose key stands in its object already. */
const repeatedKey = (node: Node): Node | undefined => {
  const keys = new Set<unknown>();
  for (const child of node.children ?? []) {
    const [key] = node.type === 'object' ? (child.children ?? []) : [];
    if (key !== undefined && keys.has(key.value)) return key;
    keys.add(key?.value);
    const within = repeatedKey(child);
    if (within !== undefined) return within;
  }
  return undefined;
};

/** A member is found by its key, an item by itself. */
const offsetOf = (root: Node, path: JsonPath): number => {
  const found = findNodeAtLocation(
    root,
    path.map((key) => (typeof key === 'number' ? key : String(key))),
  );
  if (found !== undefined) return found.parent?.type === 'property' ? found.parent.offset : found.offset;
  return path.length === 0 ? root.offset : offsetOf(root, path.slice(0, -1));
};

/** Reads a JSON text and keeps where everything stands: a mistake in a file is told with its line. */
export const readPlacedJson = (text: string): Result<PlacedJson, JsonRefusal> => {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  const [error] = errors;
  const syntax = (offset: number) => fail({ fault: 'syntax' as const, place: placeAt(text, offset) });
  if (error !== undefined || root === undefined) return syntax(error?.offset ?? 0);
  const repeated = repeatedKey(root);
  if (repeated !== undefined) return fail({ fault: 'repeated-key', place: placeAt(text, repeated.offset) });
  try {
    return ok({ value: JSON.parse(text), placeOf: (path) => placeAt(text, offsetOf(root, path)) });
  } catch {
    return syntax(root.offset);
  }
};
