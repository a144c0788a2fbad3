import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import { manifest } from './manifest.ts';

/** A header line; the first one of three says which device it is. */
export interface HeaderLine {
  readonly identity?: DeviceIdentity;
  /** Whether the lines that follow come out of the memory; undefined where the line does not say. */
  readonly isTrend?: boolean;
}

/**
 * `N-560    VERSION 1.61.00    CRC:XXXX  SpO2 Limit: 95-100%    PR Limit: 59-148BPM`; before a trend, TREND stands in place of the CRC.
 * What else follows the version varies and is not read.
 */
const DEVICE = /^(N(?:PB)?-\d{2,3}[A-Za-z]?) +VERSION (\d+(?:\.\d+)+)( [ -~]*)?$/;
/** `ADULT           25SAT-S`, on an N-395 `0SECS`; N-595 adds the response mode. */
const SETTINGS = /^ +[A-Z]+ +\d{1,3}(?:SAT-S|SECS)(?: [ -~]*)?$/;
/** `TIME                 %SpO2   BPM     PA     Status`; a trend has no status column. */
const TITLES = /^ *TIME +%S[pP]O2 +BPM +PA( +Status)? *$/;
const END_OF_TREND = /^ *Output Complete *$/;

/** Reads a line of the header, which comes again every twenty lines and when a setting changes; undefined for any other line. */
export const readHeaderLine = (text: string): HeaderLine | undefined => {
  const [device, model, firmware, rest = ''] = DEVICE.exec(text) ?? [];
  if (device !== undefined && model !== undefined && firmware !== undefined) {
    return { identity: { ...manifest.identity, model, firmware }, isTrend: / TREND\b/.test(rest) };
  }
  if (END_OF_TREND.test(text)) return { isTrend: false };
  const titles = TITLES.exec(text);
  if (titles !== null) return titles[1] === undefined ? { isTrend: true } : {};
  return SETTINGS.test(text) ? {} : undefined;
};
