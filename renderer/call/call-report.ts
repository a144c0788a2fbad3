import { canonicalJson } from '#core/call/content-hash.ts';
import type { CallEnd, CallFault } from '#core/contract/media-faults.ts';
import type { CabinCallReport } from '#core/contract/quality.ts';
import { faultsOf } from './call-faults.ts';
import type { CallSnapshot } from './call-snapshot.ts';

interface CallReporterOptions {
  /** Each new state of the call, for the windows of the visit. */
  readonly tell: (report: CabinCallReport) => void;
  /** A fault that begins, for the record: at which end it was found. */
  readonly note: (code: CallFault, end: CallEnd) => void;
}

/** Tells the cabin what its window finds of the call: each change once, each fault when it begins. */
export const createCallReporter = ({ tell, note }: CallReporterOptions) => {
  let told = '';
  const before: Record<CallEnd, readonly CallFault[]> = { cabin: [], physician: [] };
  const follow = (end: CallEnd, faults: readonly CallFault[]): CallFault[] => {
    for (const code of faults) if (!before[end].includes(code)) note(code, end);
    before[end] = faults;
    return [...faults];
  };
  return (call: CallSnapshot): void => {
    const report: CabinCallReport = {
      ...call.quality,
      faults: follow('cabin', faultsOf(call)),
      physicianFaults: follow('physician', call.otherFaults),
    };
    const text = canonicalJson(report);
    if (text === told) return;
    told = text;
    tell(report);
  };
};
