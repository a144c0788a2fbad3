import type { CallFault } from '#core/contract/media-faults.ts';
import type { FailureWords } from './errors.ts';

const unseen = 'L’image du médecin ne vient pas : vous pouvez lui parler.';
const unheard = 'Le son du médecin ne vient pas : il peut vous écrire.';
const byVoice = 'La consultation continue à la voix.';
const inWriting = 'Il peut écrire ou téléphoner.';
const speak = 'L’accompagnant est prévenu. Continuez à la voix.';
const write = 'L’accompagnant est prévenu. Écrivez (M) ou téléphonez.';

/**
 * What was found at the other end of the call, in French: to patient and assistant of the physician's page, to the physician of the cabin.
 * What is found at one's own end is in `errors`.
 */
export const otherEnd: Readonly<Record<CallFault | 'PICTURE_FROZEN' | 'COMPUTER_BUSY', FailureWords>> = {
  CAMERA_REFUSED: {
    patient: unseen,
    assistant: `Le navigateur du médecin refuse sa caméra. ${byVoice}`,
    physician: `La caméra de la cabine est refusée à sa fenêtre, il faut un technicien. ${speak}`,
  },
  CAMERA_MISSING: {
    patient: unseen,
    assistant: `Le médecin n’a pas de caméra. ${byVoice}`,
    physician: `La cabine ne trouve pas sa caméra. ${speak}`,
  },
  CAMERA_BUSY: {
    patient: unseen,
    assistant: `La caméra du médecin est prise par un autre programme. ${byVoice}`,
    physician: `La caméra de la cabine est prise par un autre programme. ${speak}`,
  },
  CAMERA_UNPLUGGED: {
    patient: unseen,
    assistant: `La caméra du médecin est débranchée. ${byVoice}`,
    physician: `La caméra de la cabine est débranchée. ${speak}`,
  },
  CAMERA_BLACK: {
    patient: 'L’image du médecin est noire : vous pouvez lui parler.',
    assistant: `La caméra du médecin montre une image noire. ${byVoice}`,
    physician: `L’image de la cabine est noire : cache fermé ou lumière éteinte. ${speak}`,
  },
  CAMERA_FROZEN: {
    patient: unseen,
    assistant: `La caméra du médecin ne donne plus d’image. ${byVoice}`,
    physician: `La caméra de la cabine ne donne plus d’image, il faut la rebrancher. ${speak}`,
  },
  MICROPHONE_REFUSED: {
    patient: unheard,
    assistant: `Le navigateur du médecin refuse son micro. ${inWriting}`,
    physician: `Le micro de la cabine est refusé à sa fenêtre, il faut un technicien. ${write}`,
  },
  MICROPHONE_MISSING: {
    patient: unheard,
    assistant: `Le médecin n’a pas de micro. ${inWriting}`,
    physician: `La cabine ne trouve pas son micro. ${write}`,
  },
  MICROPHONE_BUSY: {
    patient: unheard,
    assistant: `Le micro du médecin est pris par un autre programme. ${inWriting}`,
    physician: `Le micro de la cabine est pris par un autre programme. ${write}`,
  },
  MICROPHONE_UNPLUGGED: {
    patient: unheard,
    assistant: `Le micro du médecin est débranché. ${inWriting}`,
    physician: `Le micro de la cabine est débranché. ${write}`,
  },
  MICROPHONE_SILENT: {
    patient: unheard,
    assistant: `Le micro du médecin est coupé. ${inWriting}`,
    physician: `Le micro de la cabine est coupé : aucun son n’en vient. ${write}`,
  },
  LOUDSPEAKER_MISSING: {
    patient: 'Le médecin ne vous entend pas. Écrivez-lui.',
    assistant: `Le médecin n’a pas de haut-parleur : il n’entend pas la cabine. ${inWriting}`,
    physician: `La cabine n’a pas de haut-parleur : on ne vous y entend pas. ${write}`,
  },
  LOUDSPEAKER_UNPLUGGED: {
    patient: 'Le médecin ne vous entend plus. Écrivez-lui.',
    assistant: `Le haut-parleur du médecin est débranché : il n’entend plus la cabine. ${inWriting}`,
    physician: `Le haut-parleur de la cabine est débranché : on ne vous y entend plus. ${write}`,
  },
  SOUND_HELD: {
    patient: 'Le médecin ne vous entend pas encore.',
    assistant: 'Le navigateur du médecin retient le son : il doit cliquer dans sa page.',
    physician: 'La cabine ne rend pas encore le son : on n’y entend rien.',
  },
  SOUND_LOST: {
    patient: 'Le médecin ne vous entend plus. Le son revient, ou écrivez-lui.',
    assistant: 'Le médecin n’entend plus la cabine. Si le son ne revient pas, écrivez ou téléphonez.',
    physician: 'La cabine ne vous entend plus. Si le son ne revient pas, écrivez (M) ou téléphonez.',
  },
  PICTURE_FROZEN: {
    patient: 'Le médecin ne voit plus votre image bouger. Le son continue.',
    assistant: 'L’image de la cabine est arrêtée chez le médecin. Elle revient d’elle-même.',
    physician: 'Votre image est arrêtée dans la cabine. Elle revient d’elle-même.',
  },
  COMPUTER_BUSY: {
    patient: 'Le son passe avant l’image.',
    assistant: 'L’ordinateur du médecin est trop chargé pour l’image.',
    physician: 'L’ordinateur de la cabine est trop chargé pour l’image.',
  },
};
