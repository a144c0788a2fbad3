import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportVisit } from '#scripts/export/export-visit.ts';
import { brokenRules, type JsonObject } from './handover-rules.ts';

const sample = (): string => {
  const exported = exportVisit(readFileSync(new URL('../samples/visit.json', import.meta.url)));
  if (!exported.ok) throw new Error(exported.failure);
  return exported.value;
};

/** The sample's bundle with one thing spoilt, by a replacement in its JSON. */
const spoilt = (pattern: string | RegExp, replacement: string): JsonObject => {
  const whole = JSON.stringify(JSON.parse(sample()));
  const changed = whole.replace(pattern, replacement);
  expect(changed).not.toBe(whole);
  return JSON.parse(changed);
};

const firstSpo2 = '"valueQuantity":{"value":96,"unit":"%","system":"http://unitsofmeasure.org","code":"%"}';

describe('the rules of the handover', () => {
  it('find nothing wrong with the sample', () => {
    expect(brokenRules(JSON.parse(sample()))).toEqual([]);
  });

  it.each([
    ['another unit', firstSpo2, firstSpo2.replace('"code":"%"', '"code":"1"')],
    ['a number as text', '"value":96,', '"value":"96",'],
    ['no value and no reason', `${firstSpo2}`, '"valueString":"96"'],
    ['a unit that is not UCUM', '"code":"mm[Hg]"', '"code":"mmHg"'],
    ['two values', firstSpo2, `${firstSpo2},"valueString":"96"`],
    ['value and reason for none', firstSpo2, `${firstSpo2},"dataAbsentReason":{"text":"x"}`],
    [
      'a time without its zone',
      '"effectiveDateTime":"2026-03-02T09:48:12.400+01:00"',
      '"effectiveDateTime":"2026-03-02T09:48:12"',
    ],
    [
      'a time to the day',
      '"effectiveDateTime":"2026-03-02T09:48:12.400+01:00"',
      '"effectiveDateTime":"2026-03-02"',
    ],
    ['another category', '"code":"vital-signs"', '"code":"laboratory"'],
    ['another status', '"status":"final"', '"status":"ok"'],
    ['no diastolic pressure', '"code":"8462-4"', '"code":"8480-6"'],
    ['a judgement', '"status":"final"', '"status":"final","interpretation":[{"text":"high"}]'],
    [
      'a reference that leads nowhere',
      /"subject":\{"reference":"urn:uuid:[^"]+"/,
      '"subject":{"reference":"Patient/1"',
    ],
    ['a fullUrl of another form', /"fullUrl":"urn:uuid:[^"]+"/, '"fullUrl":"Patient/1"'],
    ['a patient created twice', /,"ifNoneExist":"identifier=urn:ietf:rfc:3986\|urn:uuid:[^"]+"/g, ''],
    ['a conditional Observation', '"url":"Observation"', '"url":"Observation","ifNoneExist":"identifier=x"'],
    ['an identity said to be verified', '"code":"PROV"', '"code":"VALI"'],
    ['a national number', '"system":"urn:ietf:rfc:3986"', '"system":"urn:oid:1.2.250.1.213.1.4.8"'],
    ['an empty object', '"status":"final"', '"status":"final","method":{}'],
    ['a no-break space', 'Odette', 'O\u00a0dette'],
    ['another bundle type', '"type":"transaction"', '"type":"batch"'],
  ])('find %s', (_, pattern, replacement) => {
    expect(brokenRules(spoilt(pattern, replacement))).not.toEqual([]);
  });
});
