import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import accepts from 'accepts';
import type { StaticFile } from './static-files.ts';

/** First choice first; browsers take Brotli over HTTPS and from their own machine only. */
const ENCODINGS = ['br', 'gzip'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** A tenth of a second for the largest script; the finest takes three seconds, for 4 % less. */
const BROTLI_QUALITY = 6;

const COMPRESS: Readonly<Record<Encoding, (content: Buffer) => Promise<Buffer>>> = {
  br: (content) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (content) => promisify(gzip)(content),
};

/** Pictures, fonts and sounds are compressed already. */
const isText = (type: string): boolean => /^text\/|^application\/json|^image\/svg/.test(type);

export interface Compressed {
  readonly content: Buffer;
  /** Undefined: as it is. */
  readonly encoding: Encoding | undefined;
}

/**
 * Gives files as small as a browser takes them: over a cabin's own uplink (3G, 384 kbit/s) the page came after 31 s as it is, and each
 * cabin is another origin to the browser, which keeps no file of one for the next.
 */
export const createCompressor = () => {
  /** Of files whose name changes with their content: each is compressed once. */
  const kept = new Map<string, Promise<Buffer>>();
  const compress = (file: StaticFile, encoding: Encoding): Promise<Buffer> => {
    if (!file.immutable) return COMPRESS[encoding](file.content);
    const key = `${encoding} ${file.path}`;
    const known = kept.get(key) ?? COMPRESS[encoding](file.content);
    kept.set(key, known);
    return known;
  };
  return async (request: IncomingMessage, file: StaticFile): Promise<Compressed> => {
    const taken = isText(file.type) ? accepts(request).encodings() : [];
    const encoding = ENCODINGS.find((one) => taken.includes(one));
    return encoding === undefined
      ? { content: file.content, encoding }
      : { content: await compress(file, encoding), encoding };
  };
};
