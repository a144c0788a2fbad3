import { createHash } from 'node:crypto';
import type { PrinterInfo } from 'electron';
import { failure } from '#core/contract/error-codes.ts';
import type { SimulatedPrinterView } from '#core/contract/printing.ts';
import { fail, ok } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import { createPaperDesk, type PaperDesk } from './paper-desk.ts';
import { purgeQueue } from './purge-queue.ts';
import { createSheets, PRINT_OPTIONS, type Sheets } from './sheets.ts';
import { createSimulatedPrinter } from './simulated-printer.ts';
import { createSystemPrinter } from './system-printer.ts';

interface PrintingOptions {
  readonly clock: Clock;
  readonly keeper: VisitKeeper;
  readonly rendererRoot: string;
  /** A cabin of simulators plays its printer too, unless the profile names a real one. */
  readonly simulation: boolean;
  /** Name of the printer in the profile. */
  readonly printer: string | undefined;
  readonly printers: () => Promise<readonly PrinterInfo[]> | undefined;
  readonly onChange: () => void;
}

/** The printer of the cabin and the papers that wait for it. */
export interface Printing {
  readonly desk: PaperDesk;
  /** Of a played printer: how it does, and what came out of it. */
  simulated(): SimulatedPrinterView | undefined;
  /** Puts a played printer into a state; false when the printer is real. */
  play(state: SimulatedPrinterView['state']): boolean;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A page in a PDF that Chromium wrote, which packs none of its objects. */
const PAGE_OF_PDF = /\/Type\s*\/Page\b/g;

const playedPrinter = (sheets: Sheets, { clock, onChange }: PrintingOptions) =>
  createSimulatedPrinter({
    // As for a real one, up to the last step: the window gives a PDF of what it would have printed, which is thrown away.
    draw: (document) =>
      sheets.draw(document, async (window, pages) => {
        const printed = await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true });
        const sheets = printed.toString('latin1').match(PAGE_OF_PDF)?.length ?? 0;
        return sheets === pages ? ok(sheets) : fail(failure('PRINT_FAILED', `${sheets} sheets`));
      }),
    sha256,
    now: clock.now,
    onChange,
  });

const realPrinter = (sheets: Sheets, { clock, printer, printers }: PrintingOptions) =>
  createSystemPrinter({
    clock,
    name: printer,
    printers,
    spool: (document, deviceName) =>
      sheets.draw(
        document,
        (window) =>
          new Promise((resolve) =>
            window.webContents.print(
              { ...PRINT_OPTIONS, ...(deviceName !== undefined && { deviceName }) },
              (done, reason) => resolve(done ? ok(null) : fail(failure('PRINT_FAILED', reason))),
            ),
          ),
      ),
    purge: (name) => purgeQueue(name),
  });

export const openPrinting = (options: PrintingOptions): Printing => {
  const { clock, keeper, simulation, printer } = options;
  const sheets = createSheets(clock, options.rendererRoot);
  const played = simulation && printer === undefined ? playedPrinter(sheets, options) : undefined;
  const desk = createPaperDesk({
    keeper,
    printer: played ?? realPrinter(sheets, options),
    sheets,
    sha256,
  });
  keeper.onEvent(({ body }) => desk.follow(body));
  return {
    desk,
    simulated: () => played && { state: played.present(), out: [...played.out()] },
    play: (state) => {
      played?.put(state);
      return played !== undefined;
    },
  };
};
