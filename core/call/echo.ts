import * as z from 'zod';
import type { Reading } from '../vitals/reading.ts';
import { contentHash, contentHashSchema } from './content-hash.ts';

const readingIdSchema = z.string().min(1).max(100);

/** What the physician's page shows, said back to the cabin: the hash of each reading as the page renders it. */
export const readingEchoesSchema = z
  .array(z.strictObject({ id: readingIdSchema, hash: contentHashSchema }))
  .min(1)
  .max(500);
export type ReadingEchoes = z.infer<typeof readingEchoesSchema>;

/** The cabin's judgement on echoes, by ids of readings. */
export const echoVerdictSchema = z.strictObject({
  same: z.array(readingIdSchema),
  /** The page shows another value than the record holds, or a reading that the record does not hold. */
  differing: z.array(readingIdSchema),
});
export type EchoVerdict = z.infer<typeof echoVerdictSchema>;

/** Compares what the page shows with the record of the visit. */
export const judgeEchoes = (record: readonly Reading[], echoes: ReadingEchoes): EchoVerdict => {
  const isSame = ({ id, hash }: ReadingEchoes[number]): boolean => {
    const reading = record.find((candidate) => candidate.id === id);
    return reading !== undefined && contentHash(reading) === hash;
  };
  return {
    same: echoes.filter(isSame).map(({ id }) => id),
    differing: echoes.filter((echo) => !isSame(echo)).map(({ id }) => id),
  };
};
