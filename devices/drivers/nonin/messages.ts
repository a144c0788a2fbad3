import { calendarTime } from '../../kit/calendar.ts';

/** What host and device say besides measurements (6470-000-01, "Selecting the Data Format", "Setting / Retrieving Time"). */
export type Message =
  | { readonly type: 'acknowledgement' }
  | { readonly type: 'refusal' }
  | { readonly type: 'select-format'; readonly format: number }
  | { readonly type: 'set-time'; readonly time: string }
  | { readonly type: 'ask-time' }
  /** The device's answer to the question for its time. */
  | { readonly type: 'time'; readonly time: string };

/** A message and how many bytes it takes. */
export interface ReadMessage {
  readonly message: Message;
  readonly length: number;
}

const START = 0x02;
const END = 0x03;
const ACKNOWLEDGED = 0x06;
const REFUSED = 0x15;
const OPERATIONS = { selectFormat: 0x70, time: 0x72, timeAnswer: 0xf2 } as const;
/** Two bytes follow: data type 02 and the format. */
const SELECT_DATA_LENGTH = 2;
const FORMAT_DATA_TYPE = 0x02;
/** Year, month, day, hour, minute, second follow, in binary. */
const TIME_DATA_LENGTH = 6;
const HEADER_LENGTH = 3;

const timeOf = (data: readonly number[]): string | undefined => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = data;
  return year > 99 ? undefined : calendarTime(2000 + year, month, day, hour, minute, second);
};

const messageOf = (operation: number, data: readonly number[]): Message | undefined => {
  if (operation === OPERATIONS.selectFormat && data.length === SELECT_DATA_LENGTH) {
    const [type, format = 0] = data;
    return type === FORMAT_DATA_TYPE ? { type: 'select-format', format } : undefined;
  }
  if (operation === OPERATIONS.time && data.length === 0) return { type: 'ask-time' };
  if (operation !== OPERATIONS.time && operation !== OPERATIONS.timeAnswer) return undefined;
  const time = data.length === TIME_DATA_LENGTH ? timeOf(data) : undefined;
  if (time === undefined) return undefined;
  return { type: operation === OPERATIONS.time ? 'set-time' : 'time', time };
};

/** The message that these bytes begin with; `more` when they may yet become one. */
export const readMessage = (bytes: readonly number[]): ReadMessage | 'more' | 'structure' => {
  const [first, operation, length] = bytes;
  if (first === ACKNOWLEDGED) return { message: { type: 'acknowledgement' }, length: 1 };
  if (first === REFUSED) return { message: { type: 'refusal' }, length: 1 };
  if (first !== START) return 'structure';
  if (operation === undefined || length === undefined) return 'more';
  if (!Object.values<number>(OPERATIONS).includes(operation) || length > TIME_DATA_LENGTH) return 'structure';
  const end = HEADER_LENGTH + length;
  if (bytes.length <= end) return 'more';
  const message = bytes[end] === END ? messageOf(operation, bytes.slice(HEADER_LENGTH, end)) : undefined;
  return message === undefined ? 'structure' : { message, length: end + 1 };
};

/** Asks the device to send in this format. The 9560 obeys within five seconds of its connection, and keeps the choice. */
export const selectFormat = (format: number): Uint8Array =>
  Uint8Array.of(START, OPERATIONS.selectFormat, SELECT_DATA_LENGTH, FORMAT_DATA_TYPE, format, END);

/** The device's answer to a command. */
export const acknowledgement = (accepted: boolean): Uint8Array =>
  Uint8Array.of(accepted ? ACKNOWLEDGED : REFUSED);

/** The device's time, from `YYYY-MM-DDThh:mm:ss`. */
export const timeAnswer = (time: string): Uint8Array => {
  const [year = 0, ...rest] = time.split(/\D/).map(Number);
  return Uint8Array.from([
    START,
    OPERATIONS.timeAnswer,
    TIME_DATA_LENGTH,
    year % 100,
    ...rest.slice(0, TIME_DATA_LENGTH - 1),
    END,
  ]);
};
