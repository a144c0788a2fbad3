import { type Failure, failure } from '#core/contract/error-codes.ts';
import {
  type Candidate,
  type CodeTries,
  candidatesOf,
  type DutyObstacle,
  dutyObstacle,
  type SignIn,
} from '#core/opening/duty.ts';
import type { SitePerson } from '#core/opening/people.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { Assistant, Site } from '#core/visit/words.ts';
import { createCodeTries } from './code-tries.ts';

/** Nobody is on duty longer without typing their code again; a visit that is on is not cut short by it. */
export const DUTY_LASTS: Milliseconds = 12 * 3_600_000;

/** Who is responsible for the cabin now. */
export interface Duty {
  /** Undefined while nobody is signed in. */
  onDuty(): Assistant | undefined;
  candidates(): Candidate[];
  tries(): CodeTries;
  /**
   * Takes the duty, or takes it over from whoever has it. `CODE_WRONG`, `CODE_PAUSE` (too many wrong ones), `TRAINING_EXPIRED`,
   * `PREMISES_NOT_ALLOWED` (a manager's code is asked for), `NOT_ALLOWED` (no such person, or no manager).
   */
  signIn(signIn: SignIn): Promise<Result<null, Failure>>;
  /** The same for whoever has confirmed on a device of their own; what stands in the way, if anything. */
  confirmed(personId: string): DutyObstacle | undefined;
  /** `NOT_NOW` while a patient is there: somebody else takes over first. */
  signOut(): Result<null, Failure>;
  /** A visit is over: a duty that has lasted too long ends now. */
  visitOver(): void;
}

interface DutyOptions {
  readonly clock: Clock;
  readonly people: readonly SitePerson[];
  readonly site: Pick<Site, 'kind'>;
  /** Whether people are asked on devices of their own. */
  readonly elsewhere: boolean;
  /** Whether a code is the one of this hash. */
  check(code: string, hash: string): Promise<boolean>;
  visitOn(): boolean;
  /** Another person, nobody, or the tries have changed. */
  onChange(): void;
  /** One line for the log of accesses: who, and what; no code, nothing of a patient. */
  audit(what: string): void;
}

const OBSTACLE_CODES = {
  'training-expired': 'TRAINING_EXPIRED',
  premises: 'PREMISES_NOT_ALLOWED',
} as const satisfies Record<DutyObstacle, string>;

const asAssistant = ({ name, givenName, profession }: SitePerson): Assistant => ({
  name,
  givenName,
  profession,
});

/** Nobody is on duty when the cabin starts. */
export const createDuty = (options: DutyOptions): Duty => {
  const { clock, people, site, check, visitOn, onChange, audit } = options;
  let holder: SitePerson | undefined;
  let cancelEnd: () => void = () => undefined;
  let isOver = false;
  let checking = false;
  const tries = createCodeTries({ clock, audit, onChange });

  const today = (): string => clock.now().slice(0, 10);
  const personOf = (id: string) => people.find((person) => person.id === id);

  const end = (why: string): void => {
    if (holder === undefined) return;
    audit(`${holder.name}: ${why}`);
    holder = undefined;
    isOver = false;
    cancelEnd();
    onChange();
  };
  const expire = (): void => {
    if (visitOn()) isOver = true;
    else end('duty ended by itself');
  };

  const begin = (person: SitePerson, how: string): void => {
    if (holder === undefined) audit(`${person.name}: on duty${how}`);
    else if (holder.id === person.id) audit(`${person.name}: types their code again`);
    else audit(`${person.name}: relieves ${holder.name}${how}`);
    holder = person;
    isOver = false;
    cancelEnd();
    cancelEnd = clock.after(DUTY_LASTS, expire);
    tries.right();
    onChange();
  };

  const isRight = async (person: SitePerson, code: string): Promise<boolean> => {
    if (await check(code, person.codeHash)) return true;
    tries.wrong();
    onChange();
    return false;
  };

  const decide = async ({ personId, code, allowedBy }: SignIn): Promise<Result<null, Failure>> => {
    const person = personOf(personId);
    if (person === undefined) return fail(failure('NOT_ALLOWED', 'nobody of this site'));
    // The obstacle is told to whoever has the right code only.
    if (!(await isRight(person, code))) return fail(failure('CODE_WRONG'));
    const obstacle = dutyObstacle(person, site, today());
    if (obstacle === undefined) {
      begin(person, '');
      return ok(null);
    }
    if (obstacle !== 'premises' || allowedBy === undefined) {
      audit(`${person.name}: refused, ${obstacle}`);
      return fail(failure(OBSTACLE_CODES[obstacle]));
    }
    const manager = personOf(allowedBy.personId);
    if (manager?.manager !== true || manager.id === person.id)
      return fail(failure('NOT_ALLOWED', 'no manager'));
    if (!(await isRight(manager, allowedBy.code))) return fail(failure('CODE_WRONG'));
    begin(person, `, allowed by ${manager.name}: ${allowedBy.reason}`);
    return ok(null);
  };

  return {
    onDuty: () => holder && asAssistant(holder),
    candidates: () => candidatesOf(people, site, today(), options.elsewhere),
    tries: () => {
      const remainingMs = tries.pauseMs();
      return { left: tries.left(), ...(remainingMs !== undefined && { remainingMs }) };
    },
    signIn: async (signIn) => {
      // One at a time: codes that are tried side by side would not be counted.
      if (checking) return fail(failure('NOT_NOW'));
      if (tries.pauseMs() !== undefined) return fail(failure('CODE_PAUSE'));
      checking = true;
      try {
        return await decide(signIn);
      } finally {
        checking = false;
      }
    },
    confirmed: (personId) => {
      const person = personOf(personId);
      const obstacle = person && dutyObstacle(person, site, today());
      if (person && obstacle === undefined) begin(person, ', confirmed on their own device');
      else if (person) audit(`${person.name}: refused, ${obstacle}`);
      return obstacle;
    },
    signOut: () => {
      if (visitOn()) return fail(failure('NOT_NOW', 'visit'));
      end('off duty');
      return ok(null);
    },
    visitOver: () => {
      if (isOver) end('duty ended by itself');
    },
  };
};
