import { describe, expect, it } from 'vitest';
import { parseIdentity } from './identity-draft.ts';

const TODAY = '2026-03-02';
const draft = { familyName: ' Le  Goff ', givenName: 'Madeleine', birthDate: '11/02/1948' } as const;

describe('a typed identity', () => {
  it('is kept without stray spaces', () => {
    expect(parseIdentity({ ...draft, sex: 'female' }, TODAY)).toEqual({
      ok: true,
      value: { familyName: 'Le Goff', givenName: 'Madeleine', birthDate: '1948-02-11', sex: 'female' },
    });
  });

  it('names every field that is wrong at once', () => {
    expect(parseIdentity({ familyName: ' ', givenName: '', birthDate: '31/02/1948' }, TODAY)).toEqual({
      ok: false,
      failure: {
        familyName: 'name-empty',
        givenName: 'name-empty',
        birthDate: 'no-such-day',
        sex: 'sex-empty',
      },
    });
  });

  it('does not take a sex for granted', () => {
    expect(parseIdentity(draft, TODAY)).toEqual({ ok: false, failure: { sex: 'sex-empty' } });
  });
});
