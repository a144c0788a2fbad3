import { readAll } from '../codec/byte-reader.ts';
import { isReport } from '../codec/scan-reports.ts';

/** What an agent answers to a request for data. */
export interface DataResponse {
  /** 0 when it was granted. */
  readonly result: number;
  /** The report in the answer; absent when it has none, or one of another kind. */
  readonly report?: { readonly event: number; readonly information: Uint8Array };
}

/** Reads the answer to a data request; undefined when it contradicts itself. */
export const readDataResponse = (information: Uint8Array): DataResponse | undefined =>
  readAll(information, (reader) => {
    // When it was answered, by the agent's own counter.
    reader.u32();
    const result = reader.u16();
    const event = reader.u16();
    const report = reader.octets();
    return { result, ...(isReport(event) ? { report: { event, information: report } } : {}) };
  });
