import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import type { PaperDelivery } from '#core/contract/printing.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { EventBody } from '#core/visit/events.ts';
import { mayBePrinted, type Paper } from '#core/visit/papers/papers.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import type { Printer } from './printer.ts';
import type { Sheets } from './sheets.ts';

/** Holds the bytes of papers while they may still be printed, in memory alone, and prints them when the visit says so. */
export interface PaperDesk {
  /** Bytes that came over the data channel. `NOT_NOW`: this visit waits for no such paper. */
  deliver(delivery: PaperDelivery): Promise<Result<null, Failure>>;
  /** What has happened in the visit. */
  follow(body: EventBody): void;
  /** The visit is over: every byte goes, and whatever waits at the printer. */
  forget(): void;
  /** How many papers are held. */
  held(): number;
}

interface PaperDeskOptions {
  readonly keeper: Pick<VisitKeeper, 'visit' | 'bring'>;
  readonly printer: Printer;
  readonly sheets: Pick<Sheets, 'look'>;
  /** Hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
}

export const createPaperDesk = ({ keeper, printer, sheets, sha256 }: PaperDeskOptions): PaperDesk => {
  /** Of the visit that goes on. */
  const held = new Map<string, Uint8Array<ArrayBuffer>>();
  let printing: Promise<void> = Promise.resolve();

  const paperOf = (paperId: string): Paper | undefined =>
    keeper.visit().papers.list.find((paper) => paper.paperId === paperId);
  const drop = (paperId: string): void => {
    // Whoever still has a view of it sees nothing.
    held.get(paperId)?.fill(0);
    held.delete(paperId);
  };

  /** Why these bytes are not what was announced, or nothing that can be printed. */
  const faultOf = async (
    { byteLength, sha256: announced, pages }: Paper,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<ErrorCode | undefined> => {
    if (bytes.length !== byteLength || sha256(bytes) !== announced) return 'PAPER_DIFFERS';
    const looked = await sheets.look(bytes);
    if (!looked.ok) return looked.failure.code;
    return looked.value.pages === pages ? undefined : 'PAPER_DIFFERS';
  };

  const print = async (paperId: string, epoch: number): Promise<void> => {
    const bytes = held.get(paperId);
    if (keeper.visit().epoch !== epoch) return;
    const outcome =
      bytes === undefined ? fail(failure('PRINT_FAILED', 'not held')) : await printer.print(bytes);
    if (keeper.visit().epoch !== epoch) return;
    keeper.bring(
      outcome.ok
        ? { type: 'note-paper-printed', paperId }
        : { type: 'note-paper-failed', paperId, code: outcome.failure.code },
    );
  };

  return {
    deliver: async ({ paperId, bytes }) => {
      const { epoch } = keeper.visit();
      const paper = paperOf(paperId);
      if (paper?.state.state !== 'on-the-way' || held.has(paperId)) return fail(failure('NOT_NOW'));
      held.set(paperId, bytes);
      const code = await faultOf(paper, bytes);
      // It was taken back, or the visit is over, while it was looked at.
      if (keeper.visit().epoch !== epoch || held.get(paperId) !== bytes) return fail(failure('NOT_NOW'));
      keeper.bring(
        code === undefined
          ? { type: 'note-paper-arrived', paperId }
          : { type: 'refuse-paper', paperId, code },
      );
      return code === undefined ? ok(null) : fail(failure(code));
    },
    follow: (body) => {
      const { epoch, papers, ended } = keeper.visit();
      for (const paperId of held.keys()) {
        const paper = papers.list.find((one) => one.paperId === paperId);
        if (ended !== undefined || paper === undefined || !mayBePrinted(paper)) drop(paperId);
      }
      if (body.type !== 'paper-printing') return;
      const { paperId } = body;
      printing = printing.then(() => print(paperId, epoch));
    },
    forget: () => {
      if (held.size > 0) void printer.purge();
      for (const paperId of held.keys()) drop(paperId);
    },
    held: () => held.size,
  };
};
