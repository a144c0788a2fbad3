import type { Guardian, Particulars } from '#core/identity/particulars.ts';
import { particularsSchema } from '#core/identity/particulars.ts';
import { fail, ok, type Result } from '#core/result.ts';

/** The form as it is being filled in; empty: not asked. */
export interface ParticularsDraft {
  readonly telephone: string;
  readonly locality: string;
  readonly doctor: string;
  readonly hasNoDoctor: boolean;
  readonly treatments: string;
  readonly allergies: string;
  readonly pregnancy: Particulars['pregnancy'];
  readonly guardian: string;
  readonly relation: Guardian['relation'];
  readonly isPresent: boolean;
  readonly companion: string;
}

export const draftOf = (known: Particulars): ParticularsDraft => ({
  telephone: known.telephone ?? '',
  locality: known.locality ?? '',
  doctor: known.treatingDoctor?.state === 'named' ? known.treatingDoctor.name : '',
  hasNoDoctor: known.treatingDoctor?.state === 'none',
  treatments: known.treatments ?? '',
  allergies: known.allergies ?? '',
  pregnancy: known.pregnancy,
  guardian: known.guardian?.name ?? '',
  relation: known.guardian?.relation ?? 'mother',
  isPresent: known.guardian?.present ?? true,
  companion: known.companion ?? '',
});

const filled = <Key extends string>(key: Key, text: string): { [Name in Key]?: string } => {
  const words = text.trim();
  return words === '' ? {} : ({ [key]: words } as { [Name in Key]: string });
};

/** What the visit keeps of a form; the one thing that can be wrong in it is the telephone number. */
export const parseParticulars = (draft: ParticularsDraft): Result<Particulars, 'telephone'> => {
  const doctor = draft.doctor.trim();
  const guardian = draft.guardian.trim();
  const parsed = particularsSchema.safeParse({
    ...filled('telephone', draft.telephone),
    ...filled('locality', draft.locality),
    ...filled('treatments', draft.treatments),
    ...filled('allergies', draft.allergies),
    ...filled('companion', draft.companion),
    ...(draft.pregnancy && { pregnancy: draft.pregnancy }),
    ...(draft.hasNoDoctor
      ? { treatingDoctor: { state: 'none' } }
      : doctor !== '' && { treatingDoctor: { state: 'named', name: doctor } }),
    ...(guardian !== '' && {
      guardian: { name: guardian, relation: draft.relation, present: draft.isPresent },
    }),
  });
  return parsed.success ? ok(parsed.data) : fail('telephone');
};
