import { readInsDatamatrix } from '#core/identity/datamatrix-ins.ts';
import type { InsField } from '#core/identity/ins-traits.ts';
import { readNir } from '#core/identity/nir.ts';
import { insSystemOf, NUMBER_OIDS } from '#core/identity/number-systems.ts';

/** The keys of the answer, which name the field of a refusal too. */
const KEYS: Readonly<Record<InsField, string>> = {
  S1: 'matricule',
  S2: 'oid',
  S3: 'prenoms',
  S4: 'nom',
  S5: 'sexe',
  S6: 'naissance',
  S7: 'cog',
};

/** A number that someone typed is one of billing, and nobody has seen a document. */
const nirAnswer = (typed: string): object => {
  const read = readNir(typed);
  if (!read.ok) return { ok: false, ...read.failure };
  return {
    ok: true,
    nir: read.value,
    key: read.value.slice(13),
    system: 'NSS-NIR',
    oid: NUMBER_OIDS['NSS-NIR'],
    status: 'provisional',
  };
};

/** A birth after `today` (ISO date) is one that cannot be. */
const datamatrixAnswer = (scanned: string, today: string): object => {
  const read = readInsDatamatrix(scanned);
  if (!read.ok) {
    const { reason, field } = read.failure;
    return { ok: false, reason, ...(field === undefined ? {} : { field: KEYS[field] }) };
  }
  const { ins, separators } = read.value;
  if (ins.birthDate > today) return { ok: false, reason: 'date', field: KEYS.S6 };
  return {
    ok: true,
    matricule: ins.matricule,
    oid: ins.oid,
    prenoms: ins.birthGivenNames,
    nom: ins.birthName,
    sexe: ins.sex === 'female' ? 'F' : 'M',
    naissance: ins.birthDate,
    cog: ins.birthPlace,
    system: insSystemOf(ins.oid),
    status: 'provisional',
    separators,
  };
};

/** What can be asked for, and whether it is a number or a code. */
export type Subject = 'nir' | 'datamatrix';

/** Whether a word of the command line names a subject. */
export const isSubject = (word: string | undefined): word is Subject =>
  word === 'nir' || word === 'datamatrix';

/** The answer to a number or a code, as one line of JSON without its end. `today` is an ISO date. */
export const identityAnswer = (subject: Subject, input: string, today: string): string =>
  JSON.stringify(subject === 'nir' ? nirAnswer(input) : datamatrixAnswer(input, today));
