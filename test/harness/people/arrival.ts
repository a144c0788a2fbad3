import type { AssistantHands, TypedIdentity } from './assistant.ts';
import type { PatientHands } from './patient.ts';

/** From the welcome to the list of measures. */
export const arriveAtMeasures = async (
  { patient, assistant }: { readonly patient: PatientHands; readonly assistant: AssistantHands },
  identity: TypedIdentity,
): Promise<void> => {
  await patient.begin();
  await patient.hasNoRedFlag();
  await patient.understands();
  await assistant.typesIdentity(identity);
  await patient.agrees('Awa');
  await patient.comesFor('cough-fever');
};
