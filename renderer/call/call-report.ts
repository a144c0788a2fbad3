import { canonicalJson } from '#core/call/content-hash.ts';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { CabinCallReport } from '#core/contract/quality.ts';
import { faultsOf } from './call-faults.ts';
import type { CallSnapshot } from './call-snapshot.ts';

interface CallReporterOptions {
  /** Each new state of the call, for the windows of the visit. */
  readonly tell: (report: CabinCallReport) => void;
  /** A fault that begins, for the record. */
  readonly note: (code: ErrorCode) => void;
}

/** Tells the cabin what its window finds of the call: each change once, each fault when it begins. */
export const createCallReporter = ({ tell, note }: CallReporterOptions) => {
  let told = '';
  let before: readonly ErrorCode[] = [];
  return (call: CallSnapshot): void => {
    const faults = faultsOf(call);
    for (const code of faults) if (!before.includes(code)) note(code);
    before = faults;
    const report: CabinCallReport = { ...call.quality, faults: [...faults] };
    const text = canonicalJson(report);
    if (text === told) return;
    told = text;
    tell(report);
  };
};
