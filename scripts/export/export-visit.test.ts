import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportVisit } from './export-visit.ts';

const sample = readFileSync(new URL('../../test/samples/visit.json', import.meta.url));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the export of a saved visit', () => {
  it('always gives the same bundle, at the time the visit ended', () => {
    const exported = exportVisit(sample);
    expect(exportVisit(sample)).toEqual(exported);
    expect(exported.ok && JSON.parse(exported.value)).toMatchObject({
      type: 'transaction',
      timestamp: '2026-03-02T10:16:48.300+01:00',
    });
  });

  it.each([
    ['no JSON', bytes('{'), /^not a JSON document$/],
    ['bytes that are no text', Uint8Array.of(0x7b, 0xff, 0x7d), /^not UTF-8 text$/],
    ['another document', bytes('[]'), /^the document: /],
    [
      'a wrong unit',
      bytes(sample.toString().replace('"mm[Hg]"', '"mmHg"')),
      /^readings\.1\.values\.systolic\.unit: /,
    ],
    ['a missing field', bytes(sample.toString().replace('"endedAt"', '"ended"')), /^endedAt: /],
  ])('refuses %s and names the wrong field', (_, input, message) => {
    const exported = exportVisit(input);
    expect(exported.ok ? '' : exported.failure).toMatch(message);
  });
});
