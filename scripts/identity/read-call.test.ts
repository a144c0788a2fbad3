import { expect, test } from 'vitest';
import { readCall } from './read-call.ts';

test.each([
  [['nir', '269054958815780'], { type: 'answer', subject: 'nir', input: '269054958815780' }],
  [['nir', '2', '69', '05'], { type: 'answer', subject: 'nir', input: '2 69 05' }],
  [['--lang', 'en', 'nir', ''], { type: 'answer', subject: 'nir', input: '' }],
  [['--lang=fr', 'datamatrix', 'IS01', 'S3'], { type: 'answer', subject: 'datamatrix', input: 'IS01 S3' }],
  [['nir', '-1'], { type: 'answer', subject: 'nir', input: '-1' }],
  [['nir', '--help'], { type: 'help', language: 'fr' }],
  [['--help'], { type: 'help', language: 'fr' }],
  [['-h', '--lang', 'en'], { type: 'help', language: 'en' }],
  [['--lang=en'], { type: 'wrong', language: 'en' }],
  [[], { type: 'wrong', language: 'fr' }],
  [['nir'], { type: 'wrong', language: 'fr' }],
  [['iban', 'FR76'], { type: 'wrong', language: 'fr' }],
])('%j', (words, call) => {
  expect(readCall(words)).toEqual(call);
});
