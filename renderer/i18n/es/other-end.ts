import type { PatientWords } from '../patient-words.ts';
import { toPatient } from '../to-patient.ts';

const unseen = 'La imagen del médico no llega: puede hablarle.';
const unheard = 'El sonido del médico no llega: puede escribirle.';

/** What was found at the physician's end of the call, as the patient reads it in Spanish. */
export const otherEnd: PatientWords['other-end'] = toPatient({
  CAMERA_REFUSED: unseen,
  CAMERA_MISSING: unseen,
  CAMERA_BUSY: unseen,
  CAMERA_UNPLUGGED: unseen,
  CAMERA_BLACK: 'La imagen del médico está negra: puede hablarle.',
  CAMERA_FROZEN: unseen,
  MICROPHONE_REFUSED: unheard,
  MICROPHONE_MISSING: unheard,
  MICROPHONE_BUSY: unheard,
  MICROPHONE_UNPLUGGED: unheard,
  MICROPHONE_SILENT: unheard,
  LOUDSPEAKER_MISSING: 'El médico no le oye. Escríbale.',
  LOUDSPEAKER_UNPLUGGED: 'El médico ya no le oye. Escríbale.',
  SOUND_HELD: 'El médico aún no le oye.',
  SOUND_LOST: 'El médico ya no le oye. El sonido vuelve, o escríbale.',
  PICTURE_FROZEN: 'El médico ya no ve moverse su imagen. El sonido sigue.',
  COMPUTER_BUSY: 'El sonido va antes que la imagen.',
});
