/**
 * Which authority stands behind a national number (FR Core 2.2.0, fr-core-patient and fr-core-patient-ins). A number that someone
 * typed or that a card holds is one of billing, NSS-NIR, also when its digits are those of the INS: parents' numbers are on the cards
 * of their children. Whether it is still a waiting one (NIA) its digits do not tell. INS-NIR-TEST and INS-NIR-DEMO are of no one.
 */
export const NUMBER_OIDS = {
  'NSS-NIR': '1.2.250.1.213.1.4.13',
  'INS-NIR': '1.2.250.1.213.1.4.8',
  'INS-NIA': '1.2.250.1.213.1.4.9',
  'INS-NIR-TEST': '1.2.250.1.213.1.4.10',
  'INS-NIR-DEMO': '1.2.250.1.213.1.4.11',
} as const;

export type NumberSystem = keyof typeof NUMBER_OIDS;
export type InsSystem = Exclude<NumberSystem, 'NSS-NIR'>;

const INS_SYSTEMS: readonly InsSystem[] = ['INS-NIR', 'INS-NIA', 'INS-NIR-TEST', 'INS-NIR-DEMO'];

/** The system of a matricule INS by its OID; undefined when the OID is of no INS. */
export const insSystemOf = (oid: string): InsSystem | undefined =>
  INS_SYSTEMS.find((system) => NUMBER_OIDS[system] === oid);
