import { expect, test } from 'vitest';
import { checkId, codeNameOf, parseLine } from './answers.ts';

test.each([
  ['9600-8N1', { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 }],
  ['2400-7E1', { baudRate: 2400, dataBits: 7, parity: 'even', stopBits: 1 }],
  ['19200-8O2', { baudRate: 19_200, dataBits: 8, parity: 'odd', stopBits: 2 }],
])('%s is a line', (text, line) => {
  expect(parseLine(text)).toEqual({ ok: true, value: line });
});

test.each(['9600', '9600 8N1', '9600-9N1', 'fast-8N1'])('%s is no line', (text) => {
  expect(parseLine(text).ok).toBe(false);
});

test.each(['Tanita-scale', 'tanita', 'tanita_scale', '../x-y', '-a-b', 'a--b'])('%s is no id', (id) => {
  expect(checkId(id)).toMatchObject({ ok: false });
});

test('an id that is taken is refused', () => {
  expect(checkId('tanita-scale')).toEqual({ ok: false, failure: 'there is a driver tanita-scale already' });
  expect(checkId('maker-model2').ok).toBe(true);
});

test.each([
  ['gtech-gl310', 'gtechGl310'],
  ['contec-cms50-5byte', 'contecCms505byte'],
  ['nonin', 'nonin'],
])('%s is %s in code', (id, name) => {
  expect(codeNameOf(id)).toBe(name);
});
