import { canonicalJson } from '#core/call/content-hash.ts';
import { type CallLevels, nothingFor } from '#core/call/ledger.ts';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { Level } from '#core/contract/quality.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { CallSnapshot } from './call-snapshot.ts';

type Direction = CallLevels['outgoing'];

/** What a rung shows of a person; before the first look, a picture that is sent counts as one. */
const ofRung = (rung: Level['rung']): Direction['level'] =>
  rung === 'stills' || rung === 'audio' ? rung : 'video';

/** Why a direction is less than video, as the record names it; the physician's own choice is no incident. */
const causeOf = ({ reason }: Level): ErrorCode | undefined => {
  switch (reason) {
    case 'bandwidth':
    case 'loss':
    case 'delay':
    case 'freezes':
      return 'LINE_POOR';
    case 'processor':
      return 'COMPUTER_BUSY';
    case 'forced':
    case 'starting':
    case undefined:
      return undefined;
  }
};

const ofLevel = (level: Level): Direction => {
  const got = ofRung(level.rung);
  const cause = got === 'video' ? undefined : causeOf(level);
  return { level: got, ...(cause !== undefined && { cause }) };
};

const outgoingOf = ({ media, quality }: CallSnapshot): Direction => {
  const cause = media.failure?.code;
  if (media.local !== 'sending') return { level: 'nothing', ...(cause !== undefined && { cause }) };
  if (media.sends.picture) return ofLevel(quality.outgoing);
  return { level: media.sends.sound ? 'audio' : 'nothing', ...(cause !== undefined && { cause }) };
};

const incomingOf = ({ media, frozen, quality }: CallSnapshot): Direction => {
  const direction = ofLevel(quality.incoming);
  if (direction.level !== 'video') return direction;
  if (media.remote === 'none') return { level: 'nothing' };
  return frozen ? { level: 'audio', cause: 'PICTURE_FROZEN' } : { level: 'video' };
};

/** What the people get of one another by this side's account of the call. */
const levelsOf = (call: CallSnapshot): CallLevels => {
  if (call.state !== 'connected')
    return nothingFor(call.failure?.code ?? (call.state === 'connecting' ? 'CALL_NOT_JOINED' : 'CALL_LOST'));
  return {
    outgoing: outgoingOf(call),
    incoming: incomingOf(call),
    ...(call.roundTripMs === undefined ? {} : { roundTripMs: call.roundTripMs }),
  };
};

/** The same levels are told again after this: silence means that the window hangs. Milliseconds. */
const LEVELS_EVERY_MS: Milliseconds = 2_000;

/** Tells the levels of a call at each change, and again while nothing changes. */
export const createLevelTeller = (clock: Clock, tell: (levels: CallLevels) => void) => {
  let told = '';
  let cancel = (): void => {};
  const say = (levels: CallLevels): void => {
    cancel();
    tell(levels);
    cancel = clock.after(LEVELS_EVERY_MS, () => say(levels));
  };
  return {
    follow: (call: CallSnapshot): void => {
      const held = call.state !== 'idle' && call.state !== 'closed';
      const text = held ? canonicalJson(levelsOf(call)) : '';
      if (text === told) return;
      told = text;
      cancel();
      if (held) say(levelsOf(call));
    },
    close: (): void => cancel(),
  };
};
