import { BrowserWindow, type Session, session, type WebContentsPrintOptions } from 'electron';
import { type ErrorCode, errorCodeSchema, type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { APP_ORIGIN, serveApp } from '../windows/app-protocol.ts';

/** Reads and draws documents in a window that nobody sees and that reaches nothing. One document at a time. */
export interface Sheets {
  /** How many pages it has, if it can be printed. */
  look(document: Uint8Array<ArrayBuffer>): Promise<Result<{ readonly pages: number }, Failure>>;
  /** Draws it and hands the drawn pages to `use`, with the window that holds them. */
  draw<Value>(
    document: Uint8Array<ArrayBuffer>,
    use: (window: BrowserWindow, pages: number) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>>;
}

/** Ten pages at 300 dots per inch take three to eight seconds on a slow machine. */
const DRAWN_WITHIN_MS: Milliseconds = 40_000;
const TITLE = /^sheets ([1-9]\d?)$/;

/** Every page of the cabin on paper: silently, without margins of the browser's own. */
export const PRINT_OPTIONS: WebContentsPrintOptions = {
  silent: true,
  printBackground: true,
  margins: { marginType: 'none' },
  pageSize: 'A4',
  duplexMode: 'simplex',
  copies: 1,
};

const readTitle = (title: string): Result<{ readonly pages: number }, Failure> | undefined => {
  const pages = TITLE.exec(title)?.[1];
  if (pages !== undefined) return ok({ pages: Number(pages) });
  const code: ErrorCode | undefined = errorCodeSchema.safeParse(title).data;
  return code?.startsWith('PAPER_') === true ? fail(failure(code)) : undefined;
};

export const createSheets = (clock: Clock, rendererRoot: string): Sheets => {
  let own: Session | undefined;
  let current: Uint8Array<ArrayBuffer> | undefined;
  let busy: Promise<unknown> = Promise.resolve();

  /** In memory, with this one page and this one document in it. */
  const ownSession = (): Session => {
    if (own !== undefined) return own;
    own = session.fromPartition('sheets', { cache: false });
    serveApp(own, rendererRoot, (path) => (path === '/paper.pdf' ? current : undefined));
    own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
    own.setPermissionCheckHandler(() => false);
    own.on('will-download', (event) => event.preventDefault());
    // Whatever is not the cabin's own page is refused before a name is looked up.
    own.webRequest.onBeforeRequest(({ url }, decide) =>
      decide({ cancel: !url.startsWith(`${APP_ORIGIN}/`) && !url.startsWith(`blob:${APP_ORIGIN}/`) }),
    );
    return own;
  };

  const load = async <Value>(
    document: Uint8Array<ArrayBuffer>,
    how: 'look' | 'draw',
    use: (window: BrowserWindow, pages: number) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> => {
    current = document;
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: ownSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
        backgroundThrottling: false,
      },
    });
    let cancel = (): void => {};
    try {
      const looked = await new Promise<Result<{ readonly pages: number }, Failure>>((resolve) => {
        cancel = clock.after(DRAWN_WITHIN_MS, () => resolve(fail(failure('PAPER_UNREADABLE', 'too slow'))));
        window.webContents.on('page-title-updated', (_event, title) => {
          const read = readTitle(title);
          if (read !== undefined) resolve(read);
        });
        window.webContents.on('render-process-gone', () =>
          resolve(fail(failure('PAPER_UNREADABLE', 'crash'))),
        );
        window
          .loadURL(`${APP_ORIGIN}/sheets.html#${how}`)
          .catch(() => resolve(fail(failure('PRINT_FAILED', 'no page'))));
      });
      return looked.ok ? await use(window, looked.value.pages) : looked;
    } finally {
      cancel();
      current = undefined;
      window.destroy();
    }
  };

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = busy.then(work);
    busy = mine.catch(() => undefined);
    return mine;
  };

  return {
    look: (document) => inTurn(() => load(document, 'look', async (_window, pages) => ok({ pages }))),
    draw: (document, use) => inTurn(() => load(document, 'draw', use)),
  };
};
