import { fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { LAYOUTS } from './layouts.ts';
import { type Message, matchLayout } from './match.ts';

/** What a stretch of the stream is; together the stretches are the stream. */
export type StreamEvent =
  | { readonly type: 'message'; readonly message: Message; readonly raw: Uint8Array }
  /** Line ends between messages. */
  | { readonly type: 'line-end'; readonly raw: Uint8Array }
  /** Bytes that are no message; `short` ones are a glitch of the line. */
  | { readonly type: 'damage'; readonly raw: Uint8Array; readonly short: boolean };

/** Cuts a stream into messages. Incremental: how the bytes are cut into chunks changes nothing. */
interface MessageReader {
  push(bytes: Uint8Array): readonly StreamEvent[];
  /** The bytes ended, or paused: what was still open is closed. */
  end(): readonly StreamEvent[];
}

/** The shortest message has 26 bytes: fewer than these are too few to be one, even damaged. */
const SHORTEST_DAMAGE = 16;
/** Damage that goes on is told in pieces of this many bytes: something else than this device may be streaming. */
const LONGEST_DAMAGE = 256;

const LINE_ENDS = /^[\r\n]+/;
const STX = '\x02';
const ETX = '\x03';

/** Where damage ends, as after it a message may begin: behind a line end or ETX, or before STX; undefined when it goes on. */
const boundaryIn = (text: string): number | undefined => {
  const at = [...text].findIndex((character) => `\r\n${STX}${ETX}`.includes(character));
  if (at < 0) return undefined;
  return text.charAt(at) === STX ? at : at + 1;
};

const findMessage = (text: string): Message | 'begun' | 'different' =>
  LAYOUTS.map((layout) => matchLayout(text, layout)).find((match) => match !== 'different') ?? 'different';

/** No checksum stands behind a message, so it has to stand alone: one in the middle of other bytes is damage like them. */
export const createMessageReader = (): MessageReader => {
  let pending = '';
  let damage = '';
  /** The damage goes on to the next boundary. */
  let broken = false;

  const take = (length: number): string => {
    const taken = pending.slice(0, length);
    pending = pending.slice(length);
    return taken;
  };

  const closeDamage = (): StreamEvent[] => {
    const raw = fromLatin1(damage);
    damage = '';
    return raw.length === 0 ? [] : [{ type: 'damage', raw, short: raw.length < SHORTEST_DAMAGE }];
  };

  const addDamage = (length: number): StreamEvent[] => {
    damage += take(length);
    return damage.length < LONGEST_DAMAGE ? [] : closeDamage();
  };

  /** Passes what is broken, at least one byte unless a boundary is here. */
  const passBroken = (): StreamEvent[] => {
    const room = LONGEST_DAMAGE - damage.length;
    const boundary = boundaryIn(pending.slice(0, room));
    broken = boundary === undefined;
    return addDamage(boundary ?? Math.min(pending.length, room));
  };

  /** Moves one stretch out of what is pending; undefined when more bytes are needed. */
  const step = (): StreamEvent[] | undefined => {
    if (broken) return passBroken();
    const lineEnds = LINE_ENDS.exec(pending)?.[0].length ?? 0;
    if (lineEnds > 0 && damage === '') return [{ type: 'line-end', raw: fromLatin1(take(lineEnds)) }];
    if (lineEnds > 0) return addDamage(1);
    const found = findMessage(pending);
    if (found === 'begun') return undefined;
    if (found !== 'different') {
      return [...closeDamage(), { type: 'message', message: found, raw: fromLatin1(take(found.length)) }];
    }
    broken = !pending.startsWith(ETX);
    return addDamage(1);
  };

  return {
    push: (bytes) => {
      pending += toLatin1(bytes);
      const events: StreamEvent[] = [];
      while (pending !== '') {
        const next = step();
        if (next === undefined) break;
        events.push(...next);
      }
      return events;
    },
    end: () => {
      damage += take(pending.length);
      broken = false;
      return closeDamage();
    },
  };
};
