/** OIDs of the authority that assigned a matricule INS (ANS); the last two are for tests and demonstrations, never for care. */
const INS_OIDS = {
  nir: '1.2.250.1.213.1.4.8',
  nia: '1.2.250.1.213.1.4.9',
  test: '1.2.250.1.213.1.4.10',
  demonstration: '1.2.250.1.213.1.4.11',
} as const;

/** Whether an OID is one of a matricule INS. */
export const isInsOid = (oid: string): boolean => Object.values<string>(INS_OIDS).includes(oid);
