import * as z from 'zod';
import { INS_REASONS } from './ins-traits.ts';

const insScanSchema = z.discriminatedUnion('status', [
  z.strictObject({
    code: z.literal('ins'),
    status: z.literal('valid'),
    /** See `InsIdentity`. */
    ins: z.strictObject({
      matricule: z.string().length(15),
      oid: z.string(),
      birthGivenNames: z.string(),
      birthName: z.string(),
      sex: z.enum(['female', 'male']),
      birthDate: z.iso.date(),
      birthPlace: z.string(),
    }),
    /** False when the scanner dropped separators (keyboard wedges do): the fields were told apart by their identifiers. */
    separators: z.boolean(),
  }),
  z.strictObject({
    code: z.literal('ins'),
    status: z.literal('invalid'),
    reason: z.enum(INS_REASONS),
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
