import type { Identity } from '#core/identity/identity.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { type BirthDateProblem, parseBirthDate } from './birth-date.ts';

/** Identity as it is being typed; the birth date as day, month, year. */
export interface IdentityDraft {
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly sex?: Identity['sex'];
}

/** What is wrong, by field. */
export interface IdentityProblems {
  readonly familyName?: 'name-empty';
  readonly givenName?: 'name-empty';
  readonly birthDate?: BirthDateProblem;
  readonly sex?: 'sex-empty';
}

export const NO_IDENTITY_PROBLEM: IdentityProblems = {};

/** A typed identity as the visit keeps it, or everything that is wrong with it at once. `today` is an ISO date. */
export const parseIdentity = (draft: IdentityDraft, today: string): Result<Identity, IdentityProblems> => {
  const familyName = draft.familyName.trim().replaceAll(/\s+/gu, ' ');
  const givenName = draft.givenName.trim().replaceAll(/\s+/gu, ' ');
  const birthDate = parseBirthDate(draft.birthDate, today);
  const { sex } = draft;
  if (familyName !== '' && givenName !== '' && birthDate.ok && sex !== undefined) {
    return ok({ familyName, givenName, birthDate: birthDate.value, sex });
  }
  return fail({
    ...(familyName === '' ? { familyName: 'name-empty' as const } : {}),
    ...(givenName === '' ? { givenName: 'name-empty' as const } : {}),
    ...(birthDate.ok ? {} : { birthDate: birthDate.failure }),
    ...(sex === undefined ? { sex: 'sex-empty' as const } : {}),
  });
};
