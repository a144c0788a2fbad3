/** A report has 8 bytes: how many of the others are valid, then those; the rest is whatever the buffer held before. */
export const REPORT_BYTES = 8;
const LARGEST_COUNT = REPORT_BYTES - 1;

/** The reports in what arrived, one or several; bytes that are no whole number of reports are none of them. */
export const cutReports = (bytes: Uint8Array): Uint8Array[] =>
  bytes.length % REPORT_BYTES !== 0
    ? [bytes]
    : Array.from({ length: bytes.length / REPORT_BYTES }, (_, index) =>
        bytes.slice(index * REPORT_BYTES, (index + 1) * REPORT_BYTES),
      );

/** The valid bytes of a report; undefined when it is no whole report, or counts more than it can hold. */
export const validBytes = (report: Uint8Array): Uint8Array | undefined => {
  const count = report[0] ?? Number.POSITIVE_INFINITY;
  return report.length === REPORT_BYTES && count <= LARGEST_COUNT ? report.slice(1, 1 + count) : undefined;
};

/** One report of these valid bytes, at most 7; `rest` is what stands behind them. */
export const reportOf = (valid: Uint8Array, rest: Uint8Array = new Uint8Array(LARGEST_COUNT)): Uint8Array => {
  const report = new Uint8Array(REPORT_BYTES);
  report.set(rest.slice(0, LARGEST_COUNT), 1);
  report.set(valid, 1);
  report[0] = valid.length;
  return report;
};

/** Bytes as pieces that fit into a report each. */
export const cutPieces = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / LARGEST_COUNT) }, (_, index) =>
    bytes.slice(index * LARGEST_COUNT, (index + 1) * LARGEST_COUNT),
  );

/** Whether a report is full, so that more may follow. */
export const isFull = (valid: Uint8Array): boolean => valid.length === LARGEST_COUNT;
