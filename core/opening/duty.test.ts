import { describe, expect, it } from 'vitest';
import { candidatesOf, dutyObstacle, trainingEndsSoon } from './duty.ts';
import { peopleSchema, type SitePerson } from './people.ts';

const HASH = `scrypt$32768$8$1$${'a'.repeat(22)}$${'b'.repeat(43)}`;
const person = (change: Partial<SitePerson> = {}): SitePerson => ({
  id: 'awa-diallo',
  name: 'Awa Diallo',
  givenName: 'Awa',
  profession: 'nurse',
  codeHash: HASH,
  trainedUntil: '2026-03-02',
  manager: false,
  ...change,
});
const TOWN_HALL = { kind: 'town-hall' } as const;
const PHARMACY = { kind: 'pharmacy' } as const;

describe('the duty', () => {
  it('is anybody’s whose training holds, up to its last day', () => {
    expect(dutyObstacle(person(), TOWN_HALL, '2026-03-02')).toBeUndefined();
    expect(dutyObstacle(person(), TOWN_HALL, '2026-03-03')).toBe('training-expired');
  });

  it('of a pharmacy is no nurse’s, whatever their training', () => {
    expect(dutyObstacle(person(), PHARMACY, '2026-03-02')).toBe('premises');
    expect(dutyObstacle(person(), PHARMACY, '2026-03-03')).toBe('training-expired');
    for (const profession of ['pharmacist', 'pharmacy-technician', 'site-agent'] as const)
      expect(dutyObstacle(person({ profession }), PHARMACY, '2026-03-02')).toBeUndefined();
  });
});

it('a training that ends within a month is told, in days', () => {
  expect(trainingEndsSoon(person(), '2026-01-30')).toBeUndefined();
  expect(trainingEndsSoon(person(), '2026-01-31')).toBe(30);
  expect(trainingEndsSoon(person(), '2026-03-02')).toBe(0);
  expect(trainingEndsSoon(person(), '2026-03-03')).toBeUndefined();
});

it('whoever may sign in is shown without anything of their code', () => {
  const shown = candidatesOf([person()], PHARMACY, '2026-03-01', false);
  expect(shown).toEqual([
    {
      id: 'awa-diallo',
      name: 'Awa Diallo',
      givenName: 'Awa',
      profession: 'nurse',
      manager: false,
      obstacle: 'premises',
      trainingEndsInDays: 1,
    },
  ]);
});

describe('the people of a profile', () => {
  const messages = (people: unknown) => {
    const parsed = peopleSchema.safeParse(people);
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };
  it('are at least one, each under an id of their own', () => {
    expect(messages([])).toEqual([': at least one person who may open the cabin']);
    expect(messages([person(), person()])).toEqual([': two people have the same id']);
  });
  it('have a code’s hash, never a code, and a date that exists', () => {
    expect(messages([{ ...person(), codeHash: '1357' }])).toEqual([
      '0.codeHash: the hash that `npm run pin` prints',
    ]);
    expect(messages([{ ...person(), trainedUntil: '2026-02-30' }])).toHaveLength(1);
  });
});
