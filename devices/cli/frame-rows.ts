import type { SeenFrame } from '../bench/frame-watch.ts';
import { toHex } from '../kit/bytes.ts';
import { wrap } from './help.ts';

const BYTES_PER_ROW = 16;
const HEX_WIDTH = BYTES_PER_ROW * 3 - 1;
const TIME_WIDTH = 9;
const NARROWEST = 24;

/** Room left of what a frame says: time, arrow, bytes. */
const LEFT_WIDTH = TIME_WIDTH + 3 + HEX_WIDTH + 2;

const hexRows = (raw: Uint8Array): string[] =>
  Array.from({ length: Math.ceil(raw.length / BYTES_PER_ROW) }, (_, row) =>
    toHex(raw.slice(row * BYTES_PER_ROW, (row + 1) * BYTES_PER_ROW)),
  );

/** A name or value with the blanks in it kept together when the line is broken. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** A frame as rows of text: its bytes on the left, what they say on the right. */
export const frameRows = ({ at, direction, raw, name, fields }: SeenFrame, columns: number): string[] => {
  const said = [unbroken(name), ...fields.map(([field, value]) => unbroken(`${field} ${value}`))].join('  ');
  const right = wrap(said, Math.max(NARROWEST, columns - LEFT_WIDTH)).map((line) =>
    line.replaceAll('\u00a0', ' '),
  );
  const left = hexRows(raw);
  const time = (at / 1_000).toFixed(3).padStart(TIME_WIDTH);
  const head = `${time} ${direction === 'from-device' ? '<' : '>'} `;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) =>
    `${row === 0 ? head : ' '.repeat(head.length)}${(left[row] ?? '').padEnd(HEX_WIDTH)}  ${right[row] ?? ''}`.trimEnd(),
  );
};

/** A frame as one JSON object. */
export const frameJson = ({ at, direction, raw, name, fields }: SeenFrame): string =>
  JSON.stringify({ type: 'frame', at: Math.round(at), direction, hex: toHex(raw), name, fields });
