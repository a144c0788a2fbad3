import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { VisitRecord } from '#core/handover/record.ts';
import { fail, type Result } from '#core/result.ts';
import { toVisitRecord } from '#core/visit/to-record.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import { writeBundle } from './write-bundle.ts';

interface HandoverOptions {
  readonly keeper: VisitKeeper;
  readonly folder: string;
  readonly facts: () => Parameters<typeof toVisitRecord>[1];
  /** Makes the FHIR bundle of a record. */
  readonly toBundle: (record: VisitRecord) => unknown;
}

/** Writes the record of the closed consultation and tells the visit how it went. The file bears no name of a person. */
export const handOver = async ({ keeper, folder, facts, toBundle }: HandoverOptions): Promise<void> => {
  const written = await makeAndWrite({ keeper, folder, facts, toBundle });
  keeper.bring(
    written.ok ? { type: 'handover-written' } : { type: 'handover-failed', code: written.failure.code },
  );
};

const makeAndWrite = async ({
  keeper,
  folder,
  facts,
  toBundle,
}: HandoverOptions): Promise<Result<string, Failure>> => {
  const record = toVisitRecord(keeper.visit(), facts());
  if (!record.ok) return record;
  try {
    return await writeBundle(folder, record.value.visitId, toBundle(record.value));
  } catch (error) {
    return fail(failure('HANDOVER_FAILED', error instanceof Error ? error.name : 'unknown'));
  }
};
