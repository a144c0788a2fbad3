/** Identifiers of the fields of a Datamatrix INS (ANS, "Format datamatrix INS" v2.2, §5), in the order of its table. */
export const INS_FIELDS = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7'] as const;
export type InsField = (typeof INS_FIELDS)[number];

/** A matricule INS and the five traits without which it may not be passed on. */
export interface InsIdentity {
  /** S1: matricule INS, 15 characters. */
  readonly matricule: string;
  /** S2: OID of the authority that assigned it: NIR, NIA, test or demonstration. */
  readonly oid: string;
  /** S3: all given names of the birth certificate, parted by blanks. */
  readonly birthGivenNames: string;
  /** S4. */
  readonly birthName: string;
  /** S5. */
  readonly sex: 'female' | 'male';
  /** S6, as `YYYY-MM-DD`. */
  readonly birthDate: string;
  /** S7: INSEE code (COG) of the commune of birth or, from 99 on, of the country; 5 characters. */
  readonly birthPlace: string;
}

/** Why a code is refused; the list is closed. docs/identity.md tells when each is given. */
export const INS_REASONS = [
  'header',
  'field',
  'missing-field',
  'length',
  'character',
  'key',
  'date',
] as const;
export type InsReason = (typeof INS_REASONS)[number];

/** A refusal names the field and never its content. */
export interface InsRefusal {
  readonly reason: InsReason;
  /** Absent when the fault is in no known field. */
  readonly field?: InsField;
}
