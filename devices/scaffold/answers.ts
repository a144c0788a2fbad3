import { DRIVER_IDS, type LineSettings } from '#core/contract/devices.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';

/** What a new driver begins with. */
export interface Answers {
  /** `maker-model`, in small letters. */
  readonly id: string;
  readonly maker: string;
  readonly model: string;
  /** The first one is what the device is bought for. */
  readonly measures: readonly [ReadingKind, ...ReadingKind[]];
  readonly line: LineSettings;
  /** Folder of published bytes that it reads. */
  readonly vectors?: string;
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
const LINE = /^(\d{3,6})-([78])([NEO])([12])$/;
const PARITIES: Readonly<Record<string, LineSettings['parity']>> = { N: 'none', E: 'even', O: 'odd' };

/** The id, or what is wrong with it. */
export const checkId = (id: string): Result<string, string> => {
  // Before its form: some drivers are older than the rule for their ids.
  if ((DRIVER_IDS as readonly string[]).includes(id)) return fail(`there is a driver ${id} already`);
  return ID.test(id)
    ? ok(id)
    : fail(`"${id}" is no driver id: maker-model in small letters, as in tanita-scale`);
};

/** A line such as `9600-8N1`. */
export const parseLine = (text: string): Result<LineSettings, string> => {
  const match = LINE.exec(text);
  if (match === null) return fail(`"${text}" is no line: speed and settings, as in 9600-8N1`);
  const [, baud = '', dataBits, parity = '', stopBits] = match;
  return ok({
    baudRate: Number(baud),
    dataBits: dataBits === '7' ? 7 : 8,
    parity: PARITIES[parity] ?? 'none',
    stopBits: stopBits === '2' ? 2 : 1,
  });
};

/** A name for code: `gtech-gl310` is `gtechGl310`. */
export const codeNameOf = (id: string): string =>
  id.replace(/-([a-z0-9])/g, (_, character: string) => character.toUpperCase());
