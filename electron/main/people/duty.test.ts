import { describe, expect, it } from 'vitest';
import type { SitePerson } from '#core/opening/people.ts';
import type { Site } from '#core/visit/words.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { FIRST_PAUSE, TRIES } from './code-tries.ts';
import { createDuty, DUTY_LASTS } from './duty.ts';

const person = (id: string, change: Partial<SitePerson> = {}): SitePerson => ({
  id,
  name: id,
  givenName: id,
  profession: 'pharmacist',
  codeHash: `code of ${id}`,
  trainedUntil: '2099-12-31',
  manager: false,
  ...change,
});
const PEOPLE = [
  person('awa', { profession: 'nurse' }),
  person('claire', { manager: true }),
  person('paul', { trainedUntil: '2000-01-01' }),
];

const start = (kind: Site['kind'] = 'town-hall') => {
  const clock = createFakeClock();
  const log: string[] = [];
  let visitOn = false;
  const duty = createDuty({
    clock,
    people: PEOPLE,
    site: { kind },
    elsewhere: true,
    check: async (code, hash) => code === hash.replace('code of ', ''),
    visitOn: () => visitOn,
    onChange: () => undefined,
    audit: (what) => log.push(what),
  });
  const signIn = async (
    personId: string,
    code = personId,
    allowedBy?: { personId: string; code: string },
  ) => {
    const outcome = await duty.signIn({
      personId,
      code,
      ...(allowedBy && { allowedBy: { ...allowedBy, reason: 'nobody else today' } }),
    });
    return outcome.ok ? duty.onDuty()?.name : outcome.failure.code;
  };
  return { clock, log, duty, signIn, visit: (on: boolean) => (visitOn = on) };
};

describe('the duty', () => {
  it('is nobody’s at first, then of whoever typed their own code', async () => {
    const { duty, signIn, log } = start();
    expect(duty.onDuty()).toBeUndefined();
    expect(await signIn('awa', 'claire')).toBe('CODE_WRONG');
    expect(await signIn('nobody')).toBe('NOT_ALLOWED');
    expect(await signIn('awa')).toBe('awa');
    expect(log).toEqual(['wrong code, 1 of 5', 'awa: on duty']);
  });

  it('is left, and not while a patient is there: somebody takes over', async () => {
    const { duty, signIn, visit, log } = start();
    await signIn('awa');
    visit(true);
    expect(duty.signOut()).toMatchObject({ ok: false, failure: { code: 'NOT_NOW' } });
    expect(await signIn('claire')).toBe('claire');
    visit(false);
    expect(duty.signOut().ok).toBe(true);
    expect(duty.onDuty()).toBeUndefined();
    expect(log).toEqual(['awa: on duty', 'claire: relieves awa', 'claire: off duty']);
  });

  it('is refused to an expired training, told only to whoever has the code', async () => {
    const { signIn } = start();
    expect(await signIn('paul', 'wrong')).toBe('CODE_WRONG');
    expect(await signIn('paul')).toBe('TRAINING_EXPIRED');
    expect(await signIn('paul', 'paul', { personId: 'claire', code: 'claire' })).toBe('TRAINING_EXPIRED');
  });

  it('is of whoever confirmed on a device of their own, and of nobody whom a code would not let', () => {
    const { duty, log } = start('pharmacy');
    expect(duty.confirmed('paul')).toBe('training-expired');
    expect(duty.confirmed('awa')).toBe('premises');
    expect(duty.onDuty()).toBeUndefined();
    expect(duty.confirmed('claire')).toBeUndefined();
    expect(duty.onDuty()?.name).toBe('claire');
    expect(log.at(-1)).toBe('claire: on duty, confirmed on their own device');
  });

  it('of a pharmacy is a nurse’s only by another person’s word who is a manager, with a reason that is logged', async () => {
    const { signIn, log } = start('pharmacy');
    expect(await signIn('awa')).toBe('PREMISES_NOT_ALLOWED');
    expect(await signIn('awa', 'awa', { personId: 'awa', code: 'awa' })).toBe('NOT_ALLOWED');
    expect(await signIn('awa', 'awa', { personId: 'paul', code: 'paul' })).toBe('NOT_ALLOWED');
    expect(await signIn('awa', 'awa', { personId: 'claire', code: 'wrong' })).toBe('CODE_WRONG');
    expect(await signIn('awa', 'awa', { personId: 'claire', code: 'claire' })).toBe('awa');
    expect(log.at(-1)).toBe('awa: on duty, allowed by claire: nobody else today');
  });

  it('takes no code for a while after too many wrong ones, of whomever', async () => {
    const { clock, duty, signIn } = start();
    for (let time = 0; time < TRIES; time += 1) await signIn(time % 2 === 0 ? 'awa' : 'claire', 'wrong');
    expect(await signIn('awa')).toBe('CODE_PAUSE');
    expect(duty.tries()).toEqual({ left: 0, remainingMs: FIRST_PAUSE });
    await clock.advance(FIRST_PAUSE);
    expect(await signIn('awa')).toBe('awa');
    expect(duty.tries()).toEqual({ left: TRIES });
  });

  it('ends by itself after half a day, and never under a patient', async () => {
    const { clock, duty, signIn, visit } = start();
    await signIn('awa');
    visit(true);
    await clock.advance(DUTY_LASTS);
    expect(duty.onDuty()?.name).toBe('awa');
    visit(false);
    duty.visitOver();
    expect(duty.onDuty()).toBeUndefined();
    await signIn('claire');
    await clock.advance(DUTY_LASTS);
    expect(duty.onDuty()).toBeUndefined();
  });

  it('two codes at once count as one', async () => {
    const { signIn } = start();
    expect(await Promise.all([signIn('awa', 'wrong'), signIn('awa')])).toEqual(['CODE_WRONG', 'NOT_NOW']);
  });
});
