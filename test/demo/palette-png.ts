import { crc32, deflateSync } from 'node:zlib';

/** Pixels in rows from the top, four bytes each: red, green, blue, and one that is not looked at. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** A small cube of similar colours: five bits a channel. */
interface Bin {
  readonly key: number;
  count: number;
  readonly sums: [number, number, number];
}

const PALETTE_SIZE = 256;
const CHANNELS = [0, 1, 2] as const;
type Channel = (typeof CHANNELS)[number];

const keyAt = (rgba: Uint8Array, at: number): number =>
  ((rgba[at] ?? 0) >> 3) * 1024 + ((rgba[at + 1] ?? 0) >> 3) * 32 + ((rgba[at + 2] ?? 0) >> 3);

const binsOf = ({ rgba }: Pixels): readonly Bin[] => {
  const bins = new Map<number, Bin>();
  for (let at = 0; at < rgba.length; at += 4) {
    const key = keyAt(rgba, at);
    const bin = bins.get(key) ?? { key, count: 0, sums: [0, 0, 0] };
    bin.count += 1;
    for (const channel of CHANNELS) bin.sums[channel] += rgba[at + channel] ?? 0;
    bins.set(key, bin);
  }
  return [...bins.values()];
};

const mean = ({ sums, count }: Bin, channel: Channel): number => sums[channel] / count;
const spread = (box: readonly Bin[], channel: Channel): number => {
  const values = box.map((bin) => mean(bin, channel));
  return Math.max(...values) - Math.min(...values);
};
const total = (box: readonly Bin[]): number => box.reduce((sum, { count }) => sum + count, 0);

/** Cuts a box in two along its longest side, with about as many bins in each. */
const cut = (box: readonly Bin[]): readonly (readonly Bin[])[] => {
  const longest = CHANNELS.reduce((best, channel) =>
    spread(box, channel) > spread(box, best) ? channel : best,
  );
  const sorted = box.toSorted((one, other) => mean(one, longest) - mean(other, longest));
  const middle = Math.ceil(sorted.length / 2);
  return [sorted.slice(0, middle), sorted.slice(middle)];
};

/** The colours that stand for all others (median cut, large and varied boxes first). */
const boxesOf = (bins: readonly Bin[]): readonly (readonly Bin[])[] => {
  const weight = (box: readonly Bin[]): number =>
    box.length < 2 ? 0 : Math.sqrt(total(box)) * Math.max(...CHANNELS.map((channel) => spread(box, channel)));
  const boxes = [{ box: bins, weight: weight(bins) }];
  while (boxes.length < PALETTE_SIZE) {
    boxes.sort((one, other) => one.weight - other.weight);
    const largest = boxes.pop();
    if (largest === undefined || largest.weight === 0)
      return [...boxes, ...(largest ? [largest] : [])].map(({ box }) => box);
    boxes.push(...cut(largest.box).map((box) => ({ box, weight: weight(box) })));
  }
  return boxes.map(({ box }) => box);
};

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
};

/** A PNG with a palette of 256 colours (ISO/IEC 15948, colour type 3): a drawn screen takes a third of the room. */
export const palettePng = (pixels: Pixels): Buffer => {
  const { width, height, rgba } = pixels;
  const boxes = boxesOf(binsOf(pixels));
  const indexOf = new Map(boxes.flatMap((box, index) => box.map(({ key }) => [key, index] as const)));
  const palette = boxes.flatMap((box) =>
    CHANNELS.map((channel) => Math.round(box.reduce((sum, { sums }) => sum + sums[channel], 0) / total(box))),
  );
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + 1 + x] = indexOf.get(keyAt(rgba, (y * width + x) * 4)) ?? 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
};
