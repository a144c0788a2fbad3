import * as z from 'zod';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { PhysicianCard } from '#core/visit/words.ts';
import { specialtyOf } from './specialties.ts';

/** `codeProfession` of a physician: TRE_G15, Agence du Numérique en Santé. */
const PHYSICIAN = '10';
/** `codeCategorieProfessionnelle`: civil and military physicians practise, students (`E`) do not by themselves. */
const PRACTISING: ReadonlySet<string> = new Set(['C', 'M']);
/** `SubjectNameID` of a professional with an RPPS number: the digit 8, then the number. */
const RPPS_IDENTIFIER = /^8(\d{11})$/;

/** Absent, empty and blank are one in Pro Santé Connect's answers. */
const text = z.string().trim().max(200).default('');

const activitySchema = z.object({
  raisonSocialeSite: text,
  enseigneCommercialeSite: text,
  /** Postal code and town, e.g. `72000 LE MANS` or `75674 PARIS CEDEX 14`. */
  bureauCedex: text,
});
const practiceSchema = z.object({
  codeProfession: text,
  codeCategorieProfessionnelle: text,
  codeCiviliteDexercice: text,
  nomDexercice: text,
  prenomDexercice: text,
  codeSavoirFaire: text,
  activities: z.array(activitySchema).max(100).default([]),
});
type Practice = z.infer<typeof practiceSchema>;

/** What is read of Pro Santé Connect's userinfo (scope `scope_all`); all else is left unread. */
const userInfoSchema = z.object({
  SubjectNameID: text,
  preferred_username: text,
  given_name: text,
  family_name: text,
  SubjectRefPro: z.object({ exercices: z.array(practiceSchema).max(50) }).optional(),
});
type UserInfo = z.infer<typeof userInfoSchema>;

const rppsOf = ({ SubjectNameID, preferred_username }: UserInfo): string | undefined =>
  RPPS_IDENTIFIER.exec(SubjectNameID)?.[1] ?? RPPS_IDENTIFIER.exec(preferred_username)?.[1];

const TITLES: Readonly<Record<string, string>> = { PR: 'Pr' };
/** `Dr Hélène LEFÈVRE`: the usual names of the practice, else those of the person. */
const nameOf = (practice: Practice, person: UserInfo): string => {
  const title = TITLES[practice.codeCiviliteDexercice] ?? 'Dr';
  const given = practice.prenomDexercice || person.given_name;
  const family = practice.nomDexercice || person.family_name;
  return family === '' ? '' : [title, given, family].filter((part) => part !== '').join(' ');
};

const withoutPostalCode = (town: string): string => town.replace(/^\d{5}\s+/, '');
const placeOf = ({ activities }: Practice): string =>
  activities
    .map((one) => withoutPostalCode(one.bureauCedex) || one.enseigneCommercialeSite || one.raisonSocialeSite)
    .find((place) => place !== '') ?? 'Lieu d’exercice non communiqué';

/** The national identifier of whoever it is, physician or not; undefined when the answer has none. */
export const nationalIdOfUserInfo = (answer: unknown): string | undefined => {
  const { data } = userInfoSchema.safeParse(answer);
  return data && (data.SubjectNameID || data.preferred_username || undefined);
};

/**
 * The card that the patient is shown, from Pro Santé Connect's userinfo. Fails with SIGN_IN_NOT_PHYSICIAN for anybody who does not
 * practise as a physician, and with SIGN_IN_INCOMPLETE when RPPS number or name are missing.
 */
export const cardOfUserInfo = (answer: unknown): Result<PhysicianCard, Failure> => {
  const parsed = userInfoSchema.safeParse(answer);
  if (!parsed.success) return fail(failure('SIGN_IN_INCOMPLETE', parsed.error.issues[0]?.path.join('.')));
  const practices = (parsed.data.SubjectRefPro?.exercices ?? []).filter(
    ({ codeProfession, codeCategorieProfessionnelle }) =>
      codeProfession === PHYSICIAN && PRACTISING.has(codeCategorieProfessionnelle),
  );
  const practice = practices.find(({ activities }) => activities.length > 0) ?? practices[0];
  if (practice === undefined) return fail(failure('SIGN_IN_NOT_PHYSICIAN'));
  const rpps = rppsOf(parsed.data);
  if (rpps === undefined) return fail(failure('SIGN_IN_INCOMPLETE', 'SubjectNameID'));
  const name = nameOf(practice, parsed.data);
  if (name === '') return fail(failure('SIGN_IN_INCOMPLETE', 'nomDexercice'));
  return ok({
    name,
    specialty: specialtyOf(practice.codeSavoirFaire) ?? 'Médecin',
    rpps,
    place: placeOf(practice),
  });
};
