import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const RENDERER = join(import.meta.dirname, '..');
/** Attributes whose value a person reads or hears. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
  'label',
];
/** Digits and signs are the same in every language; `…` stands for a number that is not there yet. */
const isWord = (text: string): boolean => /\p{L}{2,}/u.test(text);

type Literal = { readonly file: string; readonly line: number; readonly text: string };

/** Words that stand in the markup itself: text between tags, string children, and attributes that are read out. */
const literalsOf = (file: string, source: string): Literal[] => {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Literal[] = [];
  const note = (node: ts.Node, text: string) => {
    if (!isWord(text)) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push({ file, line: line + 1, text: text.trim() });
  };
  const noteStrings = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) note(node, node.text);
    else if (ts.isTemplateExpression(node)) note(node, node.head.text);
    else if (ts.isConditionalExpression(node)) {
      noteStrings(node.whenTrue);
      noteStrings(node.whenFalse);
    }
  };
  const walk = (node: ts.Node) => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      noteStrings(node.expression);
    }
    if (ts.isJsxAttribute(node) && SPOKEN.includes(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) note(node, node.initializer.text);
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression) {
        noteStrings(node.initializer.expression);
      }
    }
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return found;
};

const screens = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.tsx') && !path.endsWith('.test.tsx'),
);

describe('every word on screen', () => {
  it('comes from the translations', () => {
    const literals = screens.flatMap((path) => {
      const file = join(RENDERER, path);
      return literalsOf(relative(RENDERER, file), readFileSync(file, 'utf8'));
    });
    expect(screens.length).toBeGreaterThan(20);
    expect(literals).toEqual([]);
  });

  it('would be found if it did not', () => {
    const source = `const A = () => <p aria-label="Fermer"><b>Bonjour</b>{late ? 'Encore' : t('now')} 12 % …</p>;`;
    expect(literalsOf('a.tsx', source).map(({ text }) => text)).toEqual(['Fermer', 'Bonjour', 'Encore']);
  });
});
