import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const observationSchema = z.looseObject({
  resourceType: z.literal('Observation'),
  code: z.looseObject({ coding: z.array(z.looseObject({ code: z.string() })) }),
  meta: z.looseObject({ security: z.array(z.looseObject({ code: z.string() })).optional() }).optional(),
});
const documentSchema = z.looseObject({
  resourceType: z.literal('DocumentReference'),
  content: z.array(z.looseObject({ attachment: z.looseObject({ data: z.base64() }) })),
});
const bundleSchema = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('transaction'),
  entry: z.array(z.looseObject({ resource: z.looseObject({ resourceType: z.string() }) })),
});

/** The one bundle that a visit left in its folder. */
export interface WrittenBundle {
  readonly file: string;
  readonly text: string;
  /** How many resources of a type there are. */
  count(resourceType: string): number;
  /** How many observations carry this code first. */
  observations(code: string): number;
  /** Texts of the attached documents: report, advice. */
  readonly documents: readonly string[];
  /** Observations without the security label of simulated data. */
  readonly unmarked: number;
}

/** Reads the bundle; throws when there is not exactly one, or when it is no transaction. */
export const readBundle = async (folder: string): Promise<WrittenBundle> => {
  const files = await readdir(folder);
  const [name] = files;
  if (name === undefined || files.length > 1) throw new Error(`${files.length} files in ${folder}`);
  const file = join(folder, name);
  const text = await readFile(file, 'utf8');
  const resources = bundleSchema.parse(JSON.parse(text)).entry.map(({ resource }) => resource);
  const ofType = (type: string) => resources.filter(({ resourceType }) => resourceType === type);
  const observations = ofType('Observation').map((resource) => observationSchema.parse(resource));
  const documents = ofType('DocumentReference').flatMap((resource) => documentSchema.parse(resource).content);
  const isMarked = ({ meta }: (typeof observations)[number]): boolean =>
    meta?.security?.some(({ code }) => code === 'HTEST') ?? false;
  return {
    file,
    text,
    count: (type) => ofType(type).length,
    documents: documents.map(({ attachment }) => Buffer.from(attachment.data, 'base64').toString('utf8')),
    observations: (wanted) => observations.filter(({ code }) => code.coding[0]?.code === wanted).length,
    unmarked: observations.filter((one) => !isMarked(one)).length,
  };
};
