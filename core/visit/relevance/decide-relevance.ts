import { failure } from '../../contract/error-codes.ts';
import { assertNever, fail, ok } from '../../result.ts';
import type { Decision, DecisionContext } from '../decide/context.ts';
import { alarm } from '../emergency/decide-emergency.ts';
import { assistantOf, type Visit } from '../visit.ts';
import type { Pathway, Role } from '../words.ts';
import type { RelevanceCommand } from './commands.ts';
import type { RelevanceEvent } from './events.ts';
import type { Exclusion } from './exclusions.ts';

const notNow = fail(failure('NOT_NOW'));
const nothing: Decision = ok([]);

const choosePathway = (visit: Visit, pathway: Pathway): Decision => {
  if (visit.claim === undefined) return notNow;
  const chosen: RelevanceEvent = { type: 'pathway-chosen', pathway };
  return pathway !== 'emergency' || visit.emergency !== undefined
    ? ok([chosen])
    : ok([chosen, ...alarm(visit)]);
};

/** Who speaks: the physician who holds the patient, or whoever is beside them once they have said who they are. */
const speakerOf = (
  visit: Visit,
  by: Role,
): { readonly by: 'assistant' | 'physician'; readonly name: string } | undefined => {
  if (by === 'physician') return visit.claim && { by, name: visit.claim.card.name };
  const assistant = assistantOf(visit);
  const known = by === 'assistant' && visit.identity !== undefined;
  return assistant !== undefined && known ? { by, name: assistant.name } : undefined;
};

const noteExclusion = (visit: Visit, exclusion: Exclusion, by: Role): Decision => {
  const speaker = speakerOf(visit, by);
  if (speaker === undefined) return notNow;
  return visit.exclusions.some((noted) => noted.exclusion === exclusion)
    ? nothing
    : ok([{ type: 'exclusion-noted', exclusion, ...speaker }]);
};

const withdrawExclusion = (visit: Visit, exclusion: Exclusion, by: Role): Decision => {
  if (speakerOf(visit, by) === undefined) return notNow;
  const noted = visit.exclusions.find((one) => one.exclusion === exclusion);
  if (noted === undefined) return nothing;
  return noted.by === by ? ok([{ type: 'exclusion-withdrawn', exclusion }]) : notNow;
};

/** Decides on what is said of whether remote care is right: nothing of it decides in the physician's place (R.6316-2 CSP). */
export const decideRelevance = (
  visit: Visit,
  command: RelevanceCommand,
  { by }: DecisionContext,
): Decision => {
  if (visit.closing !== undefined) return fail(failure('CONSULTATION_CLOSED'));
  switch (command.type) {
    case 'choose-pathway':
      return choosePathway(visit, command.pathway);
    case 'note-exclusion':
      return noteExclusion(visit, command.exclusion, by);
    case 'withdraw-exclusion':
      return withdrawExclusion(visit, command.exclusion, by);
    default:
      return assertNever(command);
  }
};
