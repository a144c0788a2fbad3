import { canonicalJson } from '#core/call/content-hash.ts';
import { type CallLevels, nothingFor } from '#core/call/ledger.ts';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import { cameraFaultIn, loudspeakerFaultIn, microphoneFaultIn } from '#core/contract/media-faults.ts';
import type { Level } from '#core/contract/quality.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { faultsOf, isMuted } from './call-faults.ts';
import type { CallSnapshot } from './call-snapshot.ts';

type Direction = CallLevels['outgoing'];

/** What a rung shows of a person; before the first look, a picture that is sent counts as one. */
const ofRung = (rung: Level['rung']): 'video' | 'stills' | 'audio' =>
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
    // The fault of the camera itself is known beside the level.
    case 'camera':
    case 'camera-off':
    case 'off':
    case 'forced':
    case 'starting':
    case undefined:
      return undefined;
  }
};

/** What goes of a picture, and of a voice: whether it does, and if not why, as far as that is known. */
interface Part<Got> {
  readonly got: Got;
  readonly cause: ErrorCode | undefined;
}
type Picture = Part<'video' | 'stills' | undefined>;
type Voice = Part<boolean>;

const pictureOf = (level: Level, cameraFault: ErrorCode | undefined): Picture => {
  if (cameraFault !== undefined) return { got: undefined, cause: cameraFault };
  if (level.reason === 'off' || level.reason === 'camera-off') return { got: undefined, cause: undefined };
  const got = ofRung(level.rung);
  const cause = got === 'video' ? undefined : causeOf(level);
  return got === 'audio' ? { got: undefined, cause } : { got, cause };
};

const directionOf = (picture: Picture, voice: Voice): Direction => {
  const withCause = (level: Direction['level'], cause: ErrorCode | undefined): Direction => ({
    level,
    ...(cause !== undefined && { cause }),
  });
  if (voice.got) return withCause(picture.got ?? 'audio', picture.cause);
  return picture.got === undefined
    ? withCause('nothing', voice.cause ?? picture.cause)
    : withCause('picture', voice.cause);
};

const outgoingOf = (call: CallSnapshot): Direction => {
  const { media, quality, otherFaults } = call;
  const own = faultsOf(call);
  const cameraFault = cameraFaultIn(own);
  const microphoneFault = microphoneFaultIn(own);
  const isSent = media.local === 'sending';
  const unheard = (['SOUND_LOST', 'SOUND_HELD'] as const).find((fault) => otherFaults.includes(fault));
  const cause = microphoneFault ?? unheard;
  const sent: Picture =
    isSent && media.sends.picture
      ? pictureOf(quality.outgoing, cameraFault)
      : { got: undefined, cause: cameraFault };
  // What goes out is not what is got: the physician's page says when it stands still there.
  const isFrozen = sent.got === 'video' && otherFaults.includes('PICTURE_FROZEN');
  return directionOf(isFrozen ? { got: undefined, cause: 'PICTURE_FROZEN' } : sent, {
    got: isSent && media.sends.sound && cause === undefined,
    cause,
  });
};

const incomingOf = (call: CallSnapshot): Direction => {
  const { media, frozen, quality, sound, soundHeld, otherFaults } = call;
  const unheard = loudspeakerFaultIn(faultsOf(call)) ?? (soundHeld ? 'SOUND_HELD' : undefined);
  const microphoneFault = microphoneFaultIn(otherFaults) ?? unheard;
  const isClosed = isMuted(quality.incoming);
  const voice: Voice = {
    // A voice that has not come yet is taken to be on its way while a picture comes.
    got: microphoneFault === undefined && sound.voice !== 'lost' && !isClosed,
    cause: microphoneFault ?? (sound.voice === 'lost' && !isClosed ? 'SOUND_LOST' : undefined),
  };
  const picture = pictureOf(quality.incoming, cameraFaultIn(otherFaults));
  if (picture.got !== 'video') return directionOf(picture, voice);
  if (media.remote === 'none')
    return directionOf(
      { got: undefined, cause: undefined },
      { ...voice, got: voice.got && sound.voice === 'live' },
    );
  return directionOf(frozen ? { got: undefined, cause: 'PICTURE_FROZEN' } : picture, voice);
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
