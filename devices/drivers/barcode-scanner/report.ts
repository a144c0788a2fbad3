/**
 * A scanned-data report of USB HID POS scanners (usage page 8C), as WebHidBarcodeScanner reads it from Honeywell, Zebra and
 * Datalogic: report number 2, length, symbology identifier of three characters (after one more byte with some makers), data, and last
 * whether more follows.
 */
export const REPORT_NUMBER = 0x02;
/** Report number included. */
export const REPORT_LENGTH = 64;
const LENGTH_AT = 1;
/** Where the symbology identifier may begin. */
const IDENTIFIER_AT = [2, 3] as const;
const IDENTIFIER_LENGTH = 3;
const CONTINUED_AT = REPORT_LENGTH - 1;
/** Data that a report holds at most. */
export const LONGEST_DATA = 56;

export interface ScanReport {
  /** AIM symbology identifier, e.g. `]d1`. */
  readonly identifier: string;
  /** Where its data stands in the report. */
  readonly from: number;
  readonly to: number;
  readonly continued: boolean;
}

const AIM_IDENTIFIER = /^\][A-Za-z][0-9A-Za-z]$/;

const identifierAt = (report: Uint8Array, at: number): string =>
  String.fromCharCode(...report.slice(at, at + IDENTIFIER_LENGTH));

/** What a report holds; undefined when it is not one of scanned data. */
export const readReport = (report: Uint8Array): ScanReport | undefined => {
  const length = report[LENGTH_AT] ?? 0;
  const at = IDENTIFIER_AT.find((place) => AIM_IDENTIFIER.test(identifierAt(report, place)));
  const isReport = report.length === REPORT_LENGTH && report[0] === REPORT_NUMBER && length <= LONGEST_DATA;
  if (!isReport || at === undefined) return undefined;
  const from = at + IDENTIFIER_LENGTH;
  return {
    identifier: identifierAt(report, at),
    from,
    to: from + length,
    continued: report[CONTINUED_AT] !== 0,
  };
};

/** The reports that a scanner sends for a code, as the first of the two layouts. */
export const scanReports = (identifier: string, data: Uint8Array): Uint8Array[] => {
  const count = Math.max(1, Math.ceil(data.length / LONGEST_DATA));
  return Array.from({ length: count }, (_, index) => {
    const part = data.slice(index * LONGEST_DATA, (index + 1) * LONGEST_DATA);
    const report = new Uint8Array(REPORT_LENGTH);
    report.set([REPORT_NUMBER, part.length, ...Array.from(identifier, (letter) => letter.charCodeAt(0))]);
    report.set(part, IDENTIFIER_AT[0] + IDENTIFIER_LENGTH);
    report[CONTINUED_AT] = index + 1 < count ? 1 : 0;
    return report;
  });
};
