import type { Page } from 'playwright';
import { spanishWords } from '#renderer/i18n/es/index.ts';
import { frenchWords } from '#renderer/i18n/fr/index.ts';

const phrases = (tree: object): readonly string[] =>
  Object.values(tree).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : phrases(value as object),
  );
/** Spaces of any kind count as one: French sets its own before high punctuation. */
const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

const { trust, ...sentences } = frenchWords;
const kept = new Set(phrases(spanishWords).map(plain));
/** Phrases that are French and nothing else; the blanks match anything. */
const FRENCH = [...phrases(sentences), trust.patient]
  .map(plain)
  .filter((phrase) => /\p{L}{4}/u.test(phrase.replaceAll(/\{\{\w+\}\}/gu, '')) && !kept.has(phrase))
  .map((phrase) => {
    const escaped = phrase.replaceAll(/[.*+?^$()|[\]\\]/gu, String.raw`\$&`);
    return new RegExp(`^${escaped.replaceAll(/\{\{\w+\}\}/gu, '.+')}$`, 'u');
  });

/** All that a page says, written or read out. */
const saidOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const said: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      // What a person wrote, or who they are, is theirs.
      if (node.parentElement?.closest('bdi, [dir="auto"], [lang]:not(html)') !== null) continue;
      said.push(node.textContent ?? '');
    }
    const labelled = [...document.querySelectorAll('[aria-label]')];
    return [...said, ...labelled.map((element) => element.getAttribute('aria-label') ?? '')];
  });

/** Sentences that a page still says in French; each is a word that its language lacks. */
export const frenchLeftOn = async (page: Page): Promise<readonly string[]> => {
  const said = (await saidOn(page)).map(plain);
  return said.filter((text) => FRENCH.some((phrase) => phrase.test(text)));
};
