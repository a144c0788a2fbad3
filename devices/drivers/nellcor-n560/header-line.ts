import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import { manifest } from './manifest.ts';

/** A header line; the first one of three says which device it is. */
export interface HeaderLine {
  readonly identity?: DeviceIdentity;
}

/** `N-560    VERSION 1.61.00    CRC:XXXX  SpO2 Limit: 95-100%    PR Limit: 59-148BPM`; what follows the version varies and is not read. */
const DEVICE = /^(N(?:PB)?-\d{3}) +VERSION (\d+(?:\.\d+)+)(?: [ -~]*)?$/;
/** `ADULT           25SAT-S`; N-595 adds the response mode. */
const SETTINGS = /^ +[A-Z]+ +\d{1,3}SAT-S(?: [ -~]*)?$/;
/** `TIME                 %SpO2   BPM     PA     Status`. */
const TITLES = /^ *TIME +%S[pP]O2 +BPM +PA +Status *$/;

/** Reads a line of the header, which comes again every twenty lines and when a setting changes; undefined for any other line. */
export const readHeaderLine = (text: string): HeaderLine | undefined => {
  const [device, model, firmware] = DEVICE.exec(text) ?? [];
  if (device !== undefined && model !== undefined && firmware !== undefined) {
    return { identity: { ...manifest.identity, model, firmware } };
  }
  return SETTINGS.test(text) || TITLES.test(text) ? {} : undefined;
};
