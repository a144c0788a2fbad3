import type { CallFault } from '#core/contract/media-faults.ts';
import type { FailureWords } from '../fr/errors.ts';

const unseen = 'The doctor’s picture does not come: you can talk to them.';
const unheard = 'The doctor’s voice does not come: they can write to you.';
const byVoice = 'The consultation goes on by voice.';
const inWriting = 'They can write or telephone.';
const speak = 'The assistant has been told. Go on by voice.';
const write = 'The assistant has been told. Write (M) or telephone.';

/** What was found at the other end of the call, in English; see the French. */
export const otherEnd: Readonly<Record<CallFault | 'PICTURE_FROZEN' | 'COMPUTER_BUSY', FailureWords>> = {
  CAMERA_REFUSED: {
    patient: unseen,
    assistant: `The physician’s browser refuses their camera. ${byVoice}`,
    physician: `The cabin’s camera is refused to its window, a technician is needed. ${speak}`,
  },
  CAMERA_MISSING: {
    patient: unseen,
    assistant: `The physician has no camera. ${byVoice}`,
    physician: `The cabin does not find its camera. ${speak}`,
  },
  CAMERA_BUSY: {
    patient: unseen,
    assistant: `Another program holds the physician’s camera. ${byVoice}`,
    physician: `Another program holds the cabin’s camera. ${speak}`,
  },
  CAMERA_UNPLUGGED: {
    patient: unseen,
    assistant: `The physician’s camera is unplugged. ${byVoice}`,
    physician: `The cabin’s camera is unplugged. ${speak}`,
  },
  CAMERA_BLACK: {
    patient: 'The doctor’s picture is black: you can talk to them.',
    assistant: `The physician’s camera shows a black picture. ${byVoice}`,
    physician: `The cabin’s picture is black: a closed cover, or no light. ${speak}`,
  },
  CAMERA_FROZEN: {
    patient: unseen,
    assistant: `The physician’s camera yields no picture any more. ${byVoice}`,
    physician: `The cabin’s camera yields no picture any more, it has to be plugged in again. ${speak}`,
  },
  MICROPHONE_REFUSED: {
    patient: unheard,
    assistant: `The physician’s browser refuses their microphone. ${inWriting}`,
    physician: `The cabin’s microphone is refused to its window, a technician is needed. ${write}`,
  },
  MICROPHONE_MISSING: {
    patient: unheard,
    assistant: `The physician has no microphone. ${inWriting}`,
    physician: `The cabin does not find its microphone. ${write}`,
  },
  MICROPHONE_BUSY: {
    patient: unheard,
    assistant: `Another program holds the physician’s microphone. ${inWriting}`,
    physician: `Another program holds the cabin’s microphone. ${write}`,
  },
  MICROPHONE_UNPLUGGED: {
    patient: unheard,
    assistant: `The physician’s microphone is unplugged. ${inWriting}`,
    physician: `The cabin’s microphone is unplugged. ${write}`,
  },
  MICROPHONE_SILENT: {
    patient: unheard,
    assistant: `The physician’s microphone is muted. ${inWriting}`,
    physician: `The cabin’s microphone is muted: no sound comes from it. ${write}`,
  },
  LOUDSPEAKER_MISSING: {
    patient: 'The doctor does not hear you. Write to them.',
    assistant: `The physician has no loudspeaker: they do not hear the cabin. ${inWriting}`,
    physician: `The cabin has no loudspeaker: no voice is heard there. ${write}`,
  },
  LOUDSPEAKER_UNPLUGGED: {
    patient: 'The doctor does not hear you any more. Write to them.',
    assistant: `The physician’s loudspeaker is unplugged: they do not hear the cabin. ${inWriting}`,
    physician: `The cabin’s loudspeaker is unplugged: no voice is heard there any more. ${write}`,
  },
  SOUND_HELD: {
    patient: 'The physician does not hear you yet.',
    assistant: 'The physician’s browser holds the sound back: they have to click in their page.',
    physician: 'The cabin plays no sound yet: nothing is heard there.',
  },
  SOUND_LOST: {
    patient: 'The doctor does not hear you any more. The sound comes back, or write to them.',
    assistant:
      'The physician does not hear the cabin any more. If the sound does not come back, write or telephone.',
    physician:
      'The cabin does not hear you any more. If the sound does not come back, write (M) or telephone.',
  },
  PICTURE_FROZEN: {
    patient: 'The doctor does not see you moving any more. The sound goes on.',
    assistant: 'The cabin’s picture has stopped at the physician’s. It comes back by itself.',
    physician: 'Your picture has stopped in the cabin. It comes back by itself.',
  },
  COMPUTER_BUSY: {
    patient: 'The sound goes before the picture.',
    assistant: 'The physician’s computer is too busy for the picture.',
    physician: 'The cabin’s computer is too busy for the picture.',
  },
};
