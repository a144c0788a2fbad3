import type { ValidReading } from '../vitals/decoded.ts';
import type { Measure } from '../vitals/kinds.ts';
import type { CabinCommand } from './cabin-commands.ts';
import type { Command } from './commands.ts';
import { decide, decideForCabin } from './decide/decide.ts';
import type { EventBody } from './events.ts';
import { evolve } from './evolve.ts';
import { emptyVisit, type Visit } from './visit.ts';
import type { Actor, Assistant, PhysicianCard, Role } from './words.ts';

/** For tests: a visit that is played by commands, with time and ids under the test's hand. */
export class FakeVisit {
  visit: Visit = emptyVisit('6f1c2f0e-6d0f-4a53-9d3c-7a8f1f2f9c11', 1, 'fr');
  nowMs = 0;
  readonly events: EventBody[] = [];
  /** Who is signed in. */
  onDuty: Assistant | undefined = AWA;
  private ids = 0;

  /** The code of the refusal, or undefined when the command was taken. */
  ask(by: Role, command: Command): string | undefined {
    return this.apply(decide(this.visit, command, this.context(by)), by);
  }

  bring(command: CabinCommand): string | undefined {
    return this.apply(decideForCabin(this.visit, command, this.context('assistant')), 'cabin');
  }

  /** Answers the device that is being asked now. */
  deliver(reading: ValidReading, change: { captureId?: string; run?: number } = {}): string | undefined {
    const { capture } = this.visit;
    return this.bring({
      type: 'deliver-reading',
      captureId: capture?.captureId ?? 'none',
      run: capture?.run ?? 0,
      deviceId: 'device',
      origin: 'simulator',
      reading,
      rawHash: 'a'.repeat(64),
      ...change,
    });
  }

  failOnce(): string | undefined {
    const { capture } = this.visit;
    return this.bring({
      type: 'fail-capture',
      captureId: capture?.captureId ?? 'none',
      run: capture?.run ?? 0,
      code: 'CAPTURE_MOVED',
    });
  }

  /** Plays from the welcome screen to the measures. */
  reachMeasures(): this {
    this.ask('patient', { type: 'start-visit' });
    this.ask('patient', { type: 'answer-red-flags', flags: [] });
    this.ask('patient', { type: 'acknowledge-capabilities' });
    this.ask('assistant', { type: 'enter-identity', identity: MADELEINE });
    this.ask('patient', {
      type: 'give-consents',
      consents: {
        teleconsultation: true,
        'assistant-present': true,
        'report-to-doctor': false,
        'report-to-shared-record': false,
      },
    });
    this.ask('patient', { type: 'give-reason', reason: { pictures: ['cough-fever'], text: '' } });
    return this;
  }

  reachWaiting(): this {
    this.reachMeasures();
    this.ask('patient', { type: 'finish-measures' });
    return this;
  }

  claim(physicianId = 'benali'): this {
    this.bring({ type: 'grant-claim', physicianId, card: BENALI });
    return this;
  }

  /** Plays on to the call with a physician. */
  reachCall(): this {
    this.reachWaiting().claim();
    this.ask('patient', { type: 'acknowledge-physician' });
    return this;
  }

  /** The physician decides for remote care and closes. */
  close(change: Partial<Extract<Command, { type: 'close-consultation' }>> = {}): string | undefined {
    this.ask('physician', { type: 'choose-pathway', pathway: 'remote' });
    return this.ask('physician', {
      type: 'close-consultation',
      report: 'no-doctor',
      advice: '',
      notes: '',
      ...change,
    });
  }

  private context(by: Role) {
    this.ids += 1;
    const prefix = `id-${this.ids}`;
    let counter = 0;
    return {
      now: '2026-03-02T09:41:05.120+01:00',
      nowMs: this.nowMs,
      newId: () => {
        counter += 1;
        return `${prefix}-${counter}`;
      },
      by,
      assistant: this.onDuty,
    };
  }

  private apply(decision: ReturnType<typeof decide>, by: Actor): string | undefined {
    if (!decision.ok) return decision.failure.code;
    for (const body of decision.value) {
      this.events.push(body);
      this.visit = evolve(this.visit, {
        sequence: this.events.length,
        at: '2026-03-02T09:41:05.120+01:00',
        atMs: this.nowMs,
        by,
        body,
      });
    }
    return undefined;
  }
}

export const AWA: Assistant = { name: 'Awa Diallo', givenName: 'Awa', profession: 'nurse' };

export const MADELEINE = {
  familyName: 'Riou',
  givenName: 'Madeleine',
  birthDate: '1947-11-30',
  sex: 'female',
} as const;

export const BENALI: PhysicianCard = {
  name: 'Dr Karim Benali',
  specialty: 'Médecine générale',
  rpps: '00000000017',
  place: 'Le Mans',
};

const DEVICE = { maker: 'Test', model: 'T-1' };

export const pressure = (systolic: number, diastolic: number): ValidReading => ({
  kind: 'blood-pressure',
  status: 'valid',
  values: {
    systolic: { value: systolic, unit: 'mm[Hg]' },
    diastolic: { value: diastolic, unit: 'mm[Hg]' },
  },
  flags: [],
  device: DEVICE,
  frames: 1,
});

export const reading = (measure: Exclude<Measure, 'blood-pressure'>, value: number): ValidReading => ({
  kind: measure,
  status: 'valid',
  values:
    measure === 'oximetry'
      ? { spo2: { value, unit: '%' }, 'pulse-rate': { value: 72, unit: '/min' } }
      : { weight: { value, unit: 'kg' } },
  flags: [],
  device: DEVICE,
  frames: 1,
});
