import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

const print = (byte: string): string => Array(32).fill(byte).join(':');
const A = print('AB');
const B = print('CD');
const sdp = (...lines: readonly string[]): string =>
  ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', ...lines, 'a=setup:actpass', ''].join('\r\n');

describe('the certificate of a session description', () => {
  it.each([
    ['one', sdp(`a=fingerprint:sha-256 ${A}`), { ok: true, value: A }],
    [
      'the same in every section',
      sdp(`a=fingerprint:sha-256 ${A}`, 'm=audio 9', `a=fingerprint:sha-256 ${A}`),
      { ok: true, value: A },
    ],
    ['none', sdp(), { ok: false, failure: 'missing' }],
    [
      'another in a later section',
      sdp(`a=fingerprint:sha-256 ${A}`, 'm=audio 9', `a=fingerprint:sha-256 ${B}`),
      { ok: false, failure: 'differing' },
    ],
    [
      'a second one by a weaker hash',
      sdp(`a=fingerprint:sha-256 ${A}`, `a=fingerprint:sha-1 ${A.slice(0, 59)}`),
      { ok: false, failure: 'malformed' },
    ],
    [
      'a weaker hash alone',
      sdp(`a=fingerprint:sha-1 ${A.slice(0, 59)}`),
      { ok: false, failure: 'malformed' },
    ],
    [
      'one that is cut short',
      sdp(`a=fingerprint:sha-256 ${A.slice(0, -3)}`),
      { ok: false, failure: 'malformed' },
    ],
    ['something after it', sdp(`a=fingerprint:sha-256 ${A} x`), { ok: false, failure: 'malformed' }],
    [
      'one that only a tolerant parser reads',
      sdp(`a=fingerprint:sha-256 ${A}`, ` A=Fingerprint:sha-256 ${B}`),
      { ok: false, failure: 'malformed' },
    ],
    [
      'one behind a bare carriage return',
      `a=fingerprint:sha-256 ${A}\r\na=mid:0\ra=fingerprint:sha-256 ${B}`,
      { ok: false, failure: 'differing' },
    ],
  ])('%s', (_, text, expected) => {
    expect(fingerprintOf(text)).toEqual(expected);
  });
});
