import type { Visit } from '../visit.ts';
import type { Ending } from '../words.ts';

const endedInEmergency = ({ emergency, emergencies }: Visit): boolean =>
  emergency !== undefined || emergencies.some(({ ending }) => ending.ending === 'handed-over');

/** They were asked, and there is no agreement to the teleconsultation now. */
const saidNo = ({ consents, consentsGivenAt }: Visit): boolean =>
  consentsGivenAt !== undefined && !consents.teleconsultation;

/** A physician and the patient had begun, and nobody has closed since. */
const hadBegun = ({ claim, interruptions }: Visit): boolean =>
  claim?.acknowledged === true || interruptions.length > 0;

/** What a visit that is left now has come to; its consultation is not closed. Danger counts first, then the patient's will. */
export const endingOf = (visit: Visit): Exclude<Ending, 'completed' | 'in-person'> => {
  if (endedInEmergency(visit)) return 'emergency';
  if (saidNo(visit)) return 'consent-withdrawn';
  return hadBegun(visit) ? 'interrupted' : 'abandoned';
};

/** What a visit has come to whose consultation is closed and whose record has left. */
export const closedEndingOf = ({ pathway }: Visit): 'completed' | 'in-person' =>
  pathway === 'in-person' ? 'in-person' : 'completed';
