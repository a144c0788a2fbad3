import '#renderer/ui/staff/no-eval.ts';
import { drawPage } from '#renderer/papers/draw-page.ts';
import { openPdf, type ReadFont } from '#renderer/papers/open-pdf.ts';

/**
 * The page that draws a paper for the printer, in a window of its own that nobody sees: no bridge, no network, nothing of the cabin. What
 * came of it is told by its title: `sheets <pages>`, or the code of what is wrong.
 */
const FONT_ADDRESSES = import.meta.glob<string>(
  '../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
  {
    query: '?url',
    import: 'default',
    eager: true,
  },
);

const bytesOf = async (address: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fetch(address)).arrayBuffer());

const readFont: ReadFont = async (file) => {
  const [, address] = Object.entries(FONT_ADDRESSES).find(([path]) => path.endsWith(`/${file}`)) ?? [];
  if (address === undefined) throw new Error('no such font');
  return await bytesOf(address);
};

const draw = async (): Promise<string> => {
  const opened = await openPdf(await bytesOf('/paper.pdf'), readFont);
  if (!opened.ok) return opened.failure.code;
  const { document: pdf, pages, close } = opened.value;
  try {
    for (let number = 1; number <= pages; number += 1) {
      const page = await pdf.getPage(number);
      // Looked at only: a page that cannot be opened is found before anybody waits for it.
      if (window.location.hash !== '#look') document.body.append(await drawPage(page));
    }
    return `sheets ${pages}`;
  } finally {
    await close();
  }
};

draw().then(
  (title) => {
    document.title = title;
  },
  () => {
    document.title = 'PAPER_UNREADABLE';
  },
);
