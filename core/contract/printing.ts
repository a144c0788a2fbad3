import * as z from 'zod';
import { instantSchema } from '../time.ts';
import { PAPER_LIMITS } from '../visit/papers/papers.ts';

/** The bytes of a paper on their way from the patient's window, where they came, to the main process, which holds them. */
export const paperDeliverySchema = z.strictObject({
  paperId: z.string().max(64),
  bytes: z
    .instanceof(Uint8Array<ArrayBuffer>)
    .refine(({ length }) => length > 0 && length <= PAPER_LIMITS.bytes),
});
export type PaperDelivery = z.infer<typeof paperDeliverySchema>;

/** States that a played printer can be put into. */
export const PRINTER_STATES = ['ready', 'paper-out', 'jammed', 'offline'] as const;
export const printerStateSchema = z.enum(PRINTER_STATES);

/** What came out of a played printer; the hash is of the document that was printed, of which nothing else is kept. */
export const simulatedPrintSchema = z.strictObject({
  at: instantSchema,
  sheets: z.int().positive(),
  sha256: z.string(),
});
export type SimulatedPrint = z.infer<typeof simulatedPrintSchema>;

/** The printer on the technician's bench, while it is played. */
export const simulatedPrinterSchema = z.strictObject({
  state: printerStateSchema,
  out: z.array(simulatedPrintSchema),
});
export type SimulatedPrinterView = z.infer<typeof simulatedPrinterSchema>;
