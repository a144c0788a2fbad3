import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { PAPER_LIMITS, type PaperHead } from '#core/visit/papers/papers.ts';
import { sha256 } from '#renderer/call/bulk/sha256.ts';
import { openPdf } from '#renderer/papers/open-pdf.ts';

/** A document that was read and can be sent, before anybody has said what it is. */
export interface ReadPaper extends Pick<PaperHead, 'name' | 'pages' | 'byteLength' | 'sha256'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const LONGEST_NAME = 120;

/** Reads a file of the physician's and looks whether the cabin would print it; the codes are those of `openPdf`. */
export const readPaper = async (
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
): Promise<Result<ReadPaper, Failure>> => {
  if (file.size > PAPER_LIMITS.bytes) return fail(failure('PAPER_TOO_LARGE'));
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
  // Moved or deleted since it was chosen.
  if (bytes === undefined) return fail(failure('PAPER_UNREADABLE'));
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  await opened.value.close();
  return ok({
    name: file.name.slice(-LONGEST_NAME),
    pages: opened.value.pages,
    byteLength: bytes.length,
    sha256: await sha256(bytes),
    bytes,
  });
};
