import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, 'patient');
/** A curve runs from left to right in every language: its point is placed on the drawing. */
const ON_DRAWINGS = ['.wavebox .dot'];

const PHYSICAL =
  /^(left|right|(margin|padding|border|scroll-margin|scroll-padding)-(left|right)(-\w+)?|border-(top|bottom)-(left|right)-radius)$/u;
const SIDED = /^(text-align|float|clear)$/u;

/** Declarations of a sheet that name a side of the screen rather than a side of the text. */
const physicalIn = (sheet: string): string[] => {
  const plain = sheet.replaceAll(/\/\*[\s\S]*?\*\//gu, '');
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].flatMap(([, selector = '', body = '']) =>
    body.split(';').flatMap((declaration) => {
      const [property = '', value = ''] = declaration.split(':').map((part) => part.trim());
      const sided = PHYSICAL.test(property) || (SIDED.test(property) && /\b(left|right)\b/u.test(value));
      return sided && !ON_DRAWINGS.includes(selector.trim()) ? [`${selector.trim()} { ${property} }`] : [];
    }),
  );
};

describe('the styles of the patient’s screen', () => {
  it('name sides of the text, so that they hold from right to left', () => {
    const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(10);
    expect(sheets.flatMap((name) => physicalIn(readFileSync(join(FOLDER, name), 'utf8')))).toEqual([]);
  });

  it('would be found if they did not', () => {
    expect(physicalIn('.a { left: 0; } @media x { .b { margin-left: 2px; text-align: right } }')).toEqual([
      '.a { left }',
      '.b { margin-left }',
      '.b { text-align }',
    ]);
  });
});
