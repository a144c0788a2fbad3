import type { LineSettings } from '#core/contract/devices.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';

import type { Link, Transport } from '../kit/transport.ts';

/** Feature reports (Silicon Labs AN434, "CP2110/4 Interface Specification"). */
const FEATURES = { uartEnable: 0x41, purgeFifos: 0x43, uartConfig: 0x50 } as const;
const ENABLED = 0x01;
const BOTH_FIFOS = 0x03;
const NO_PARITY = 0x00;
const NO_FLOW_CONTROL = 0x00;
/** AN434 revision 0.4 prints 5 to 8 for the data bits; the chip wants 0 to 3 (OpenBSD uslhcom, pySerial, cp211x_uart agree). */
const DATA_BITS = { 7: 0x02, 8: 0x03 } as const;
/** "Short" is one stop bit, "long" two with six to eight data bits. */
const STOP_BITS = { 1: 0x00, 2: 0x01 } as const;

/** Report numbers 1 to 63 carry as many bytes of the line as their number says, in both directions (AN434). */
const LONGEST_DATA = 63;

/** The feature report that sets the line, or undefined for a setting of which the sources disagree: which value is odd and which even. */
export const uartConfig = ({
  baudRate,
  dataBits,
  parity,
  stopBits,
}: LineSettings): Uint8Array | undefined => {
  if (parity !== 'none') return undefined;
  const report = new Uint8Array(9);
  report[0] = FEATURES.uartConfig;
  new DataView(report.buffer).setUint32(1, baudRate);
  report.set([NO_PARITY, NO_FLOW_CONTROL, DATA_BITS[dataBits], STOP_BITS[stopBits]], 5);
  return report;
};

/** The bytes of the line in a report; whatever follows them is padding. Undefined for a report that carries none, or fewer than it says. */
export const lineBytes = (report: Uint8Array): Uint8Array | undefined => {
  const [length = 0] = report;
  return length >= 1 && length <= LONGEST_DATA && report.length > length
    ? report.slice(1, 1 + length)
    : undefined;
};

/** Bytes for the line as the reports that carry them. */
export const dataReports = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / LONGEST_DATA) }, (_, index) => {
    const part = bytes.slice(index * LONGEST_DATA, (index + 1) * LONGEST_DATA);
    return Uint8Array.from([part.length, ...part]);
  });

const uartLink = (hid: Link): Link => ({
  write: (bytes) => {
    for (const report of dataReports(bytes)) hid.write(report);
  },
  check: () => hid.check(),
  close: () => hid.close(),
});

/** The serial line behind a CP2110, opened over `hid`, a HID transport with numbered reports. Old bytes in the bridge are thrown away. */
export const createCp2110Transport = (hid: Transport, line: LineSettings): Transport => ({
  open: async (listener): Promise<Result<Link, Failure>> => {
    const config = uartConfig(line);
    if (config === undefined) return fail(failure('PORT_FAILED', `parity ${line.parity} over a CP2110`));
    const opened = await hid.open({
      onBytes: (report) => {
        const bytes = lineBytes(report);
        if (bytes !== undefined) listener.onBytes(bytes);
      },
      onClosed: (cause) => listener.onClosed(cause),
    });
    if (!opened.ok) return opened;
    opened.value.writeFeature?.(config);
    opened.value.writeFeature?.(Uint8Array.of(FEATURES.uartEnable, ENABLED));
    opened.value.writeFeature?.(Uint8Array.of(FEATURES.purgeFifos, BOTH_FIFOS));
    return ok(uartLink(opened.value));
  },
});
