import type { EarlierPart } from './earlier-part.ts';
import type { Visit } from './visit.ts';
import { without } from './without.ts';

const blank = (visit: Visit): Visit => ({
  ...without(without(visit, 'notesSavedAt'), 'pathway'),
  notes: '',
  // Whoever comes next has decided nothing yet.
  exclusions: visit.exclusions.map((noted) => ({ ...noted, weighed: false })),
});

/** The claim ends: what its physician wrote is set aside under their name, unless they had closed. */
export const setAside = (visit: Visit): Visit => {
  const { claim, closing, notes, notesSavedAt, pathway, earlier } = visit;
  if (claim === undefined || closing !== undefined) return visit;
  if (notes.trim() === '' && pathway === undefined) return blank(visit);
  const part: EarlierPart = {
    physician: claim.card,
    notes,
    ...(notesSavedAt === undefined ? {} : { notesSavedAt }),
    ...(pathway === undefined ? {} : { pathway }),
  };
  return { ...blank(visit), earlier: [...earlier, { physicianId: claim.physicianId, part }] };
};

/** A physician who comes back goes on with what they had written. */
export const takeUp = (visit: Visit, physicianId: string): Visit => {
  const own = visit.earlier.find((one) => one.physicianId === physicianId)?.part;
  if (own === undefined) return visit;
  return {
    ...visit,
    earlier: visit.earlier.filter((one) => one.physicianId !== physicianId),
    notes: own.notes,
    ...(own.notesSavedAt === undefined ? {} : { notesSavedAt: own.notesSavedAt }),
    ...(own.pathway === undefined ? {} : { pathway: own.pathway }),
  };
};
