import { assertNever } from '../../result.ts';
import type { Instant } from '../../time.ts';
import type { Visit } from '../visit.ts';
import type { RelevanceEvent } from './events.ts';

/** The visit after an event at `at`. Pure. */
export const evolveRelevance = (visit: Visit, body: RelevanceEvent, at: Instant): Visit => {
  const { exclusions } = visit;
  switch (body.type) {
    case 'pathway-chosen':
      return {
        ...visit,
        pathway: body.pathway,
        exclusions: exclusions.map((noted) => ({ ...noted, weighed: true })),
      };
    case 'exclusion-noted': {
      const { exclusion, by, name } = body;
      return { ...visit, exclusions: [...exclusions, { exclusion, by, name, at, weighed: false }] };
    }
    case 'exclusion-withdrawn':
      return { ...visit, exclusions: exclusions.filter(({ exclusion }) => exclusion !== body.exclusion) };
    default:
      return assertNever(body);
  }
};
