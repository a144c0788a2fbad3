import * as z from 'zod';

const insScanSchema = z.discriminatedUnion('status', [
  z.strictObject({
    code: z.literal('ins'),
    status: z.literal('valid'),
    ins: z.strictObject({
      /** Matricule INS, 15 characters. */
      matricule: z.string().length(15),
      /** OID of the authority that assigned it: NIR, NIA, test or demonstration. */
      oid: z.string(),
      birthGivenNames: z.string(),
      birthName: z.string(),
      sex: z.enum(['female', 'male']),
      /** `YYYY-MM-DD`. */
      birthDate: z.iso.date(),
      /** INSEE code of the place of birth, 5 characters. */
      birthPlace: z.string(),
    }),
    /** False when the scanner dropped the separators (keyboard wedges do): the fields were told apart by their letters. */
    separators: z.boolean(),
  }),
  z.strictObject({
    code: z.literal('ins'),
    status: z.literal('invalid'),
    reason: z.enum(['structure', 'checksum', 'out-of-range']),
    /** The field that is wrong, `S1` to `S7`; never its content. */
    detail: z.string().optional(),
  }),
]);

/**
 * What a 2D scanner read. `ins` holds the fields of a Datamatrix INS (ANS, "Format datamatrix INS" v2.2): an unsigned copy of an
 * identity, to be compared with a document before it is believed. `other` is any other code: its length is told, its text is not.
 */
export const decodedScanSchema = z.discriminatedUnion('code', [
  insScanSchema,
  z.strictObject({ code: z.literal('other'), status: z.literal('valid'), length: z.int().positive() }),
]);
export type DecodedScan = z.infer<typeof decodedScanSchema>;
