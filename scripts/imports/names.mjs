import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { ownedNames, refusedEverywhere, refusedInCore, rows } from './rules.mjs';

/** @typedef {{ file: string, line: number, message: string }} Misuse */

const tests = new RegExp(rows[0]?.files ?? '');

/**
 * The names a piece of code uses, as the table writes them: `ipcMain`, `window.cabine`, `new Date()`.
 * @param {ts.Node} node
 * @returns {string | undefined}
 */
const nameUsed = (node) => {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const object = node.expression.text === 'globalThis' ? 'window' : node.expression.text;
    return `${object}.${node.name.text}`;
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return node.argumentExpression.text;
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && (node.arguments?.length ?? 0) === 0) {
    return `new ${node.expression.text}()`;
  }
  return ts.isIdentifier(node) ? node.text : undefined;
};

/**
 * Uses of names by those who do not own them.
 * @param {string} file path inside the project, with `/`
 * @param {string} code
 * @returns {Misuse[]}
 */
const findMisuses = (file, code) => {
  if (tests.test(file) || file.startsWith('scripts/')) return [];
  const refusals = new Map(
    ownedNames
      .filter(({ owner }) => !new RegExp(owner).test(file))
      .map(({ thing, shownAs }) => [thing, `${thing} belongs to ${shownAs}`]),
  );
  for (const name of refusedEverywhere) refusals.set(name, `${name}: nothing of a consultation is recorded`);
  if (file.startsWith('core/')) {
    for (const name of refusedInCore)
      refusals.set(name, `core/ may not use ${name}: time and randomness are handed in`);
  }
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, false, kindOf(file));
  /** @type {Misuse[]} */
  const misuses = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const message = refusals.get(nameUsed(node) ?? '');
    if (message !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      misuses.push({ file, line: line + 1, message });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return misuses;
};

/** @param {string} file */
const kindOf = (file) => (file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

/** @param {string} folder the project's @param {readonly string[]} files inside it @returns {Misuse[]} */
export const findMisusesIn = (folder, files) =>
  files.flatMap((file) => findMisuses(file, readFileSync(`${folder}/${file}`, 'utf8')));
