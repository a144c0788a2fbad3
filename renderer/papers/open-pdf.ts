/// <reference path="./pdf-worker.d.ts" />
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { PAPER_LIMITS } from '#core/visit/papers/papers.ts';

/** A document that can be printed. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly pages: number;
  close(): Promise<void>;
}

/** Where standard fonts are read that a document names and does not bring; absent: it is not drawn. */
export type ReadFont = (file: string) => Promise<Uint8Array>;

/** Readers look for the header in the first kilobyte (ISO 32000-2, annex on implementation, 7.5.2). */
const HEADER_WITHIN = 1_024;

/** Whether it says of itself that it is a PDF. */
const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_WITHIN)).includes('%PDF-');

/**
 * Opens a document without running anything in it: pdf.js reads scripts of a document as data, and its sandbox for them is not loaded.
 * `PAPER_NOT_PDF`, `PAPER_TOO_LARGE`, `PAPER_TOO_LONG`, `PAPER_ENCRYPTED` when it asks for a password, else `PAPER_UNREADABLE`. One that
 * merely forbids changes opens, and is taken.
 */
export const openPdf = async (
  bytes: Uint8Array<ArrayBuffer>,
  readFont?: ReadFont,
): Promise<Result<OpenPdf, Failure>> => {
  if (bytes.length > PAPER_LIMITS.bytes) return fail(failure('PAPER_TOO_LARGE'));
  if (!isPdf(bytes)) return fail(failure('PAPER_NOT_PDF'));
  const [{ getDocument }, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  // In the page's own thread: ten pages are nothing, and the content policy needs no exception for a worker.
  Object.assign(globalThis, { pdfjsWorker: worker });
  const task = getDocument({
    // The reader takes its bytes away.
    data: bytes.slice(),
    disableFontFace: true,
    enableXfa: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    useWorkerFetch: false,
    verbosity: 0,
    ...(readFont && { BinaryDataFactory: fontsBy(readFont), standardFontDataUrl: 'fonts/' }),
  });
  try {
    const document = await task.promise;
    if (document.numPages > PAPER_LIMITS.pages) {
      await task.destroy();
      return fail(failure('PAPER_TOO_LONG'));
    }
    return ok({ document, pages: document.numPages, close: () => task.destroy() });
  } catch (error) {
    await task.destroy();
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return fail(failure(isLocked ? 'PAPER_ENCRYPTED' : 'PAPER_UNREADABLE'));
  }
};

/** pdf.js asks a factory for its files; nothing but fonts is given. */
const fontsBy = (readFont: ReadFont) =>
  class {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }) {
      if (kind !== 'standardFontDataUrl') throw new Error(`no ${kind} here`);
      return await readFont(filename);
    }
  };
