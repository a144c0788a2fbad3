import { expect, it } from 'vitest';
import { isNodeRecentEnough } from './enter.mjs';

it.each([
  ['18.20.4', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.0.0', true],
  ['24.1.0', true],
])('Node %s recent enough: %s', (version, enough) => {
  expect(isNodeRecentEnough(version)).toBe(enough);
});
