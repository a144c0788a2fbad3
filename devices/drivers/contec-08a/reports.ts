/** Reports of the Contec 08A: 64 bytes both ways, padded with zeros; published ones come without their padding. */
const REPORT_BYTES = 64;
/** Every report that is neither header nor record is this short, before its padding. */
const SHORT_BYTES = 6;
const LONG_BYTES = 14;

export const USERS = [1, 2, 3] as const;
export type User = (typeof USERS)[number];

/** What the 08A says it is: device type 41 of protocol 13, which the maker's program notes down as 65 and 19. */
export const IDENTITY = { deviceType: 0x41, protocol: 0x13 } as const;

export type Report =
  | { readonly type: 'identity'; readonly deviceType: number; readonly protocol: number }
  /** Answer to a download; the device answers while it is switched off, too. */
  | { readonly type: 'transfer'; readonly isOn: boolean }
  /** How many records of which user follow; nothing marks their end. */
  | { readonly type: 'header'; readonly records: number; readonly user: number }
  /** Fourteen bytes, every one but the third with bit 7 set. */
  | { readonly type: 'record'; readonly data: Uint8Array }
  /** Short, and without a measurement: a command, or an answer that no document describes. */
  | { readonly type: 'other' }
  /** Begins as a report of this device, and is none. */
  | { readonly type: 'damage' }
  /** Nothing that this device sends. */
  | { readonly type: 'foreign' };

/** First bytes of what the device is known to send. */
const HEADS: ReadonlySet<number> = new Set([0x82, 0x46, 0x48, 0x4a]);

const isMarked = (byte: number): boolean => byte >= 0x80;
const areZeros = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);
const startsWith = (report: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, index) => report[index] === byte);

const readLong = (report: Uint8Array): Report | undefined => {
  if (report.length < LONG_BYTES || !areZeros(report.slice(LONG_BYTES))) return undefined;
  const data = report.slice(0, LONG_BYTES);
  if (startsWith(report, 0x46, IDENTITY.deviceType) && data.slice(2).every(isMarked)) {
    return { type: 'header', records: (data[4] ?? 0) & 0x7f, user: (data[13] ?? 0) & 0x03 };
  }
  return data.every((byte, index) => index === 2 || isMarked(byte)) ? { type: 'record', data } : undefined;
};

const readShort = (report: Uint8Array): Report | undefined => {
  if (!areZeros(report.slice(SHORT_BYTES))) return undefined;
  const [, deviceType = 0, third = 0, protocol = 0] = report;
  if (startsWith(report, 0x48)) return { type: 'identity', deviceType, protocol };
  if (startsWith(report, 0x4a, 0x43)) return { type: 'transfer', isOn: third === 1 };
  return { type: 'other' };
};

/** What one report says. */
export const readReport = (report: Uint8Array): Report => {
  const read = report.length > REPORT_BYTES ? undefined : (readLong(report) ?? readShort(report));
  return read ?? { type: HEADS.has(report[0] ?? 0) ? 'damage' : 'foreign' };
};

/** A report of 64 bytes that begins with these. */
export const padded = (...bytes: number[]): Uint8Array => {
  const report = new Uint8Array(REPORT_BYTES);
  report.set(bytes);
  return report;
};

const TAIL = [0x8f, 0xff, 0xfe, 0xfd, 0xfc] as const;
/** What a host may say. No command that erases is known, and none is sent. */
export const COMMANDS = {
  ping: padded(0x40, ...TAIL),
  identify: padded(0x42, ...TAIL),
} as const;

/** The first byte of a download, and what is added to the user's number in its fourth; all users are number 4. */
export const DOWNLOAD = { head: [0x43, IDENTITY.deviceType, 0x01], offset: 0x03, all: 0x07 } as const;

/** Asks for the memory of one user. */
export const downloadCommand = (user: User): Uint8Array =>
  padded(...DOWNLOAD.head, DOWNLOAD.offset + user, 0x02, 0x00);
