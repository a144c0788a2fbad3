import { fail, ok, type Result } from '../result.ts';
import { ageInYears, type Identity } from './identity.ts';
import type { InsIdentity } from './ins-traits.ts';
import { type InsSystem, insSystemOf, type NumberSystem } from './number-systems.ts';

/**
 * How far an identity may be believed: the four statuses of the national reference of identity vigilance (RNIV, part 1, "statuts de
 * confiance"). `provisional`: no one has checked anything. `retrieved`: INSi gave it, no document was seen. `validated`: a professional
 * compared it with a document, INSi did not give it. `qualified`: both.
 */
export type IdentityStatus = 'provisional' | 'retrieved' | 'validated' | 'qualified';

/** Where the traits came from, and the number that may come from there. */
export type Collected =
  | { readonly source: 'typed' | 'card' /** NIR of 15 characters. */; readonly nir?: string }
  | { readonly source: 'datamatrix' | 'insi'; readonly ins: InsIdentity };

/**
 * Documents of high confidence (RNIV, part 1), and their codes in FR Core `fr-core-cs-mode-validation-identity`. A carte Vitale, a
 * driving licence, a prescription and a Datamatrix are none.
 */
export const DOCUMENT_CODES = {
  passport: 'PA',
  'identity-card': 'CN',
  'residence-permit': 'CS',
  'birth-certificate': 'AN',
  'family-booklet': 'LE',
} as const;
export type IdentityDocument = keyof typeof DOCUMENT_CODES;

/** Certificates bear no picture: they serve for a minor, beside a parent's own document. */
const FOR_MINORS: readonly IdentityDocument[] = ['birth-certificate', 'family-booklet'];
const MAJORITY_YEARS = 18;

/** A professional's word that a document was seen, is of the person who is there, and bears the same traits. */
export interface DocumentCheck {
  readonly document: IdentityDocument;
  /** Name of the professional, as in the record. */
  readonly by: string;
  /** ISO date-time with its offset. */
  readonly at: string;
}

/** Traits, where they came from, and who checked them. No status is kept: it follows from the other two. */
export interface KnownIdentity {
  readonly traits: Identity;
  readonly collected: Collected;
  readonly check?: DocumentCheck;
}

/** Traits that someone typed. */
export const typedIdentity = (traits: Identity, nir?: string): KnownIdentity => ({
  traits,
  collected: { source: 'typed', ...(nir === undefined ? {} : { nir }) },
});

/** Traits that a card holds; its number may be the one of a parent. */
export const cardIdentity = (traits: Identity, nir: string): KnownIdentity => ({
  traits,
  collected: { source: 'card', nir },
});

/** The first of the given names of birth is the one that a patient is called by until they say otherwise (RNIV, part 1). */
const traitsOf = (ins: InsIdentity): Identity => ({
  familyName: ins.birthName,
  givenName: ins.birthGivenNames.trim().split(' ', 1)[0] ?? ins.birthGivenNames,
  birthDate: ins.birthDate,
  sex: ins.sex,
});

/** Traits of a Datamatrix INS. It bears no signature: whatever it says is provisional. */
export const scannedIdentity = (ins: InsIdentity): KnownIdentity => ({
  traits: traitsOf(ins),
  collected: { source: 'datamatrix', ins },
});

/** Traits that the INSi service gave. */
export const retrievedIdentity = (ins: InsIdentity): KnownIdentity => ({
  traits: traitsOf(ins),
  collected: { source: 'insi', ins },
});

/** How far it may be believed. */
export const statusOf = ({ collected, check }: KnownIdentity): IdentityStatus => {
  if (collected.source === 'insi') return check === undefined ? 'retrieved' : 'qualified';
  return check === undefined ? 'provisional' : 'validated';
};

/** A number and whose it is: `INS-…` from a Datamatrix or from INSi alone, `NSS-NIR` from anywhere else. */
export interface NationalNumber {
  readonly system: NumberSystem;
  readonly value: string;
}

/** The number that came with the identity, if any. */
export const numberOf = ({ collected }: KnownIdentity): NationalNumber | undefined => {
  if ('ins' in collected) {
    const system = insSystemOf(collected.ins.oid);
    return system === undefined ? undefined : { system, value: collected.ins.matricule };
  }
  return collected.nir === undefined ? undefined : { system: 'NSS-NIR', value: collected.nir };
};

/** INS of tests and of demonstrations: of no one. */
const FICTITIOUS: readonly NumberSystem[] = ['INS-NIR-TEST', 'INS-NIR-DEMO'] satisfies readonly InsSystem[];

/** Whether the number says of itself that it is of no one. */
export const isFictitious = (identity: KnownIdentity): boolean => {
  const number = numberOf(identity);
  return number !== undefined && FICTITIOUS.includes(number.system);
};

/** Why a check of a document is not taken. */
export type CheckFault =
  /** A made-up person stays provisional (implementation guide of the INS, EXI ID 26). */
  | 'fictitious'
  /** A certificate alone is no document of an adult. */
  | 'document-for-minors'
  /** The check would have been before the birth. */
  | 'born-later'
  | 'professional-unnamed';

/** The identity after a professional confirmed it by a document: validated, or qualified when INSi gave it. */
export const confirmByDocument = (
  identity: KnownIdentity,
  check: DocumentCheck,
): Result<KnownIdentity, CheckFault> => {
  if (isFictitious(identity)) return fail('fictitious');
  if (check.by.trim() === '') return fail('professional-unnamed');
  const age = ageInYears(identity.traits.birthDate, check.at.slice(0, 10));
  if (age === undefined) return fail('born-later');
  if (age >= MAJORITY_YEARS && FOR_MINORS.includes(check.document)) return fail('document-for-minors');
  return ok({ ...identity, check });
};

/**
 * The identity with other traits, which nobody has compared with anything: provisional again. An INS does not outlive its traits; a
 * billing number does, since it never belonged to them.
 */
export const correctTraits = ({ collected }: KnownIdentity, traits: Identity): KnownIdentity =>
  typedIdentity(traits, 'nir' in collected ? collected.nir : undefined);

/** How FR Core tells all this (`fr-core-identity-reliability`, 2.2.0). */
export interface Reliability {
  readonly identityStatus: 'PROV' | 'VALI';
  readonly methodCollection: 'SM' | 'CV' | 'CB' | 'INSI';
  /** With VALI only. */
  readonly validationMode?: (typeof DOCUMENT_CODES)[IdentityDocument];
  /** ISO date-time, with VALI only. */
  readonly validationDate?: string;
}

const METHODS: Readonly<Record<Collected['source'], Reliability['methodCollection']>> = {
  typed: 'SM',
  card: 'CV',
  datamatrix: 'CB',
  insi: 'INSI',
};

/** The codes of FR Core for an identity. What INSi gave without a document is provisional there too. */
export const reliabilityOf = ({ collected, check }: KnownIdentity): Reliability => ({
  identityStatus: check === undefined ? 'PROV' : 'VALI',
  methodCollection: METHODS[collected.source],
  ...(check === undefined
    ? {}
    : { validationMode: DOCUMENT_CODES[check.document], validationDate: check.at }),
});
