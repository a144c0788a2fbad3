import type { PatientWords } from '../patient-words.ts';
import { toPatient } from '../to-patient.ts';

const unseen = 'صورة الطبيب لا تصل: يمكنكم التحدث إليه.';
const unheard = 'صوت الطبيب لا يصل: يمكنه أن يكتب إليكم.';

/** What was found at the physician's end of the call, as the patient reads it in Arabic. */
export const otherEnd: PatientWords['other-end'] = toPatient({
  CAMERA_REFUSED: unseen,
  CAMERA_MISSING: unseen,
  CAMERA_BUSY: unseen,
  CAMERA_UNPLUGGED: unseen,
  CAMERA_BLACK: 'صورة الطبيب سوداء: يمكنكم التحدث إليه.',
  CAMERA_FROZEN: unseen,
  MICROPHONE_REFUSED: unheard,
  MICROPHONE_MISSING: unheard,
  MICROPHONE_BUSY: unheard,
  MICROPHONE_UNPLUGGED: unheard,
  MICROPHONE_SILENT: unheard,
  LOUDSPEAKER_MISSING: 'الطبيب لا يسمعكم. اكتبوا إليه.',
  LOUDSPEAKER_UNPLUGGED: 'لم يعد الطبيب يسمعكم. اكتبوا إليه.',
  SOUND_HELD: 'الطبيب لا يسمعكم بعد.',
  SOUND_LOST: 'لم يعد الطبيب يسمعكم. سيعود الصوت، أو اكتبوا إليه.',
  PICTURE_FROZEN: 'لم يعد الطبيب يرى صورتكم تتحرك. الصوت مستمر.',
  COMPUTER_BUSY: 'الأولوية للصوت قبل الصورة.',
});
