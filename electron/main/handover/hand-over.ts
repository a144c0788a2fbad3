import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { VisitRecord } from '#core/handover/record.ts';
import { fail, type Result } from '#core/result.ts';
import { toVisitRecord } from '#core/visit/to-record.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import { writeBundle } from './write-bundle.ts';

interface HandoverOptions {
  readonly keeper: Pick<VisitKeeper, 'visit' | 'bring'>;
  readonly folder: string;
  readonly facts: () => Parameters<typeof toVisitRecord>[1];
  /** Makes the FHIR bundle of a record. */
  readonly toBundle: (record: VisitRecord) => unknown;
}

/**
 * Writes the record of the closed consultation as it is at each call, one after the other under one name, and tells the visit how the last
 * one went. The file bears no name of a person.
 */
export const createHandover = ({
  keeper,
  folder,
  facts,
  toBundle,
}: HandoverOptions): (() => Promise<void>) => {
  let writing = Promise.resolve();
  let latest = 0;

  const write = async (record: Result<VisitRecord, Failure>): Promise<Result<string, Failure>> => {
    if (!record.ok) return record;
    try {
      return await writeBundle(folder, record.value.visitId, toBundle(record.value));
    } catch (error) {
      return fail(failure('HANDOVER_FAILED', error instanceof Error ? error.name : 'unknown'));
    }
  };

  return () => {
    latest += 1;
    const mine = latest;
    // Before the visit goes on, or is over.
    const record = toVisitRecord(keeper.visit(), facts());
    writing = writing.then(async () => {
      const written = await write(record);
      if (mine !== latest) return;
      keeper.bring(
        written.ok ? { type: 'handover-written' } : { type: 'handover-failed', code: written.failure.code },
      );
    });
    return writing;
  };
};
