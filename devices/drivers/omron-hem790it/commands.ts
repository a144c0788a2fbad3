import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { checksum } from './replies.ts';
import { cutPieces, reportOf, validBytes } from './reports.ts';

/** Commands by their three letters, with the number of data bytes between the letters and the checksum. */
const DATA_LENGTHS = { VER: 1, PRF: 1, SRL: 1, GDC: 4, GME: 4, GMA: 5, GEA: 5, END: 1 } as const;
type CommandName = keyof typeof DATA_LENGTHS;
const NAME_LENGTH = 3;

/** Memory of one user each. A third one is mentioned as "combined, perhaps": it is left alone. */
export const BANKS = [0, 1] as const;
export type Bank = (typeof BANKS)[number];

/**
 * The two bytes of the feature report that say what is about to be asked. The sources do not agree: the protocol notes say these, the
 * header file of the same project 11 11 for information, and the maker's own program, recorded five times, sent 01 01 for information, but
 * 25 2C (twice), 31 2C, B9 2C and 48 D8 for readings. The device answered all of them alike.
 */
export const MODES = {
  information: Uint8Array.of(0x01, 0x01),
  readings: Uint8Array.of(0x74, 0xbc),
} as const;

const command = (name: CommandName, ...data: readonly number[]): Uint8Array[] => {
  const bytes = Uint8Array.from(data);
  const whole = concatBytes([fromLatin1(name), bytes, Uint8Array.of(checksum(bytes))]);
  return cutPieces(whole).map((piece) => reportOf(piece));
};

const DIGIT_ZERO = 0x30;

/** Reports of each question. */
export const ASK = {
  version: () => command('VER', DIGIT_ZERO),
  serial: () => command('SRL', DIGIT_ZERO),
  count: (bank: Bank) => command('GDC', 0, bank, 0, 0),
  /** The record so many places behind the newest, which is 0. */
  record: (bank: Bank, place: number) => command('GME', 0, bank, 0, place),
  end: () => command('END', 0xff),
} as const;

const CLEARING = [7, 7, 7, 7, 2] as const;
/** Four times seven zeros and two: the device answers OK once it is ready. */
export const clearingBlock = (): Uint8Array[] => CLEARING.map((count) => reportOf(new Uint8Array(count)));

/** What a host sends. */
export type HostEvent = { readonly reports: readonly Uint8Array[] } & (
  | {
      readonly type: 'command';
      readonly name: CommandName;
      readonly data: Uint8Array;
      readonly sound: boolean;
    }
  /** A piece of a clearing block; the last one is shorter. */
  | { readonly type: 'clearing'; readonly last: boolean }
  | { readonly type: 'unknown' }
);

const nameOf = (bytes: Uint8Array): CommandName | undefined => {
  const name = toLatin1(bytes.slice(0, NAME_LENGTH));
  return name in DATA_LENGTHS ? (name as CommandName) : undefined;
};

/** Puts a host's commands together from its reports. */
export const createHostReader = (): { push(report: Uint8Array): readonly HostEvent[] } => {
  let reports: Uint8Array[] = [];
  let bytes: Uint8Array = new Uint8Array();

  const finish = (make: (taken: readonly Uint8Array[]) => HostEvent): HostEvent[] => {
    const taken = reports;
    reports = [];
    bytes = new Uint8Array();
    return [make(taken)];
  };

  return {
    push: (report) => {
      const valid = validBytes(report) ?? new Uint8Array();
      reports.push(report);
      bytes = concatBytes([bytes, valid]);
      if (bytes.length > 0 && bytes.every((byte) => byte === 0)) {
        const last = bytes.length === CLEARING.at(-1);
        return finish((taken) => ({ type: 'clearing', last, reports: taken }));
      }
      const name = nameOf(bytes);
      if (name === undefined) return finish((taken) => ({ type: 'unknown', reports: taken }));
      const whole = NAME_LENGTH + DATA_LENGTHS[name] + 1;
      if (bytes.length < whole) return [];
      const data = bytes.slice(NAME_LENGTH, whole - 1);
      const sound = bytes.length === whole && checksum(bytes.slice(NAME_LENGTH)) === 0;
      return finish((taken) => ({ type: 'command', name, data, sound, reports: taken }));
    },
  };
};
