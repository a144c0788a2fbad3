import { fail, ok, type Result } from '#core/result.ts';
import { fromHex, toHex } from './bytes.ts';

export const PROVENANCES = ['recorded', 'vendor-document', 'constructed'] as const;
/** Where the bytes of a capture file come from. */
export type Provenance = (typeof PROVENANCES)[number];

/** One line of traffic: a chunk for serial devices, one report for HID, one APDU for PHDC. */
export interface CaptureChunk {
  readonly direction: 'from-device' | 'to-device';
  readonly bytes: Uint8Array;
  /** Milliseconds since the recording began, when the file says. */
  readonly at?: number;
}

/** Recorded traffic between a host and a device (`.cap`, UTF-8 text). */
export interface CaptureFile {
  readonly comments: readonly string[];
  /** Named in the first comment lines; undefined when they do not say. */
  readonly provenance: Provenance | undefined;
  readonly chunks: readonly CaptureChunk[];
}

/** A line that is neither comment, blank nor traffic; lines count from 1. */
export interface CaptureFileFailure {
  readonly line: number;
  readonly message: string;
}

const TRAFFIC = /^(?:@(\d+(?:\.\d+)?)\s*)?([<>])\s*(.*)$/;
const HEX_BYTES = /^[0-9a-fA-F]{2}(?:\s+[0-9a-fA-F]{2})*$/;

const parseTraffic = (text: string): Result<CaptureChunk, string> => {
  const match = TRAFFIC.exec(text);
  if (match === null) return fail('expected "#", "<" or ">", optionally after "@milliseconds"');
  const [, at, arrow, hex = ''] = match;
  const bytes = HEX_BYTES.test(hex) ? fromHex(hex) : undefined;
  if (bytes === undefined) return fail('expected bytes as pairs of hex digits separated by spaces');
  return ok({
    direction: arrow === '<' ? 'from-device' : 'to-device',
    bytes,
    ...(at === undefined ? {} : { at: Number(at) }),
  });
};

const findProvenance = (comments: readonly string[]): Provenance | undefined => {
  const words = comments.join(' ').toLowerCase();
  return PROVENANCES.map((provenance) => ({ provenance, at: words.search(`\\b${provenance}\\b`) }))
    .filter(({ at }) => at >= 0)
    .sort((first, second) => first.at - second.at)
    .at(0)?.provenance;
};

/** Reads the text of a capture file. Blank lines, a byte-order mark and CR LF line ends are accepted. */
export const parseCaptureFile = (text: string): Result<CaptureFile, CaptureFileFailure> => {
  const comments: string[] = [];
  const leading: string[] = [];
  const chunks: CaptureChunk[] = [];
  for (const [index, whole] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = whole.trim();
    if (line === '') continue;
    if (line.startsWith('#')) {
      const comment = line.slice(1).trim();
      comments.push(comment);
      if (chunks.length === 0) leading.push(comment);
      continue;
    }
    const chunk = parseTraffic(line);
    if (!chunk.ok) return fail({ line: index + 1, message: chunk.failure });
    chunks.push(chunk.value);
  }
  return ok({ comments, provenance: findProvenance(leading), chunks });
};

const formatChunk = ({ direction, bytes, at }: CaptureChunk): string =>
  `${at === undefined ? '' : `@${at} `}${direction === 'from-device' ? '<' : '>'} ${toHex(bytes)}`;

/** The text of a capture file; its first comment names the provenance and the source. */
export const formatCaptureFile = (
  provenance: Provenance,
  comments: readonly string[],
  chunks: readonly CaptureChunk[],
): string => {
  const [source = '', ...others] = comments;
  const head = [`# ${provenance}: ${source}`, ...others.map((comment) => `# ${comment}`)];
  return `${[...head, ...chunks.filter(({ bytes }) => bytes.length > 0).map(formatChunk)].join('\n')}\n`;
};
