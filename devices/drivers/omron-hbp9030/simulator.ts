import { localDateTime, type Milliseconds } from '#core/time.ts';
import { fromLatin1 } from '../../kit/bytes.ts';
import { every } from '../../kit/clock.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { CreateSimulator, SimulatedPatient } from '../../kit/simulator.ts';
import { type Form, type Said, writeMessage } from './write-message.ts';

/** What a tester does to the arm and to the device's settings. */
export interface ArmInControl {
  /** Measures now, and sends the result. */
  measure(): void;
  /** Lets the person measure again and again without being asked, or not. */
  byItself(enabled: boolean): void;
  /** What the device is set to send. */
  form(form: Form): void;
  /** The next measurements end with this error, 1 to 9; 0 measures again. */
  fail(error: number): void;
  /** Movements that the next results count, 0 to 9. */
  movements(count: number): void;
}

/** A person who is not told measures again after this time of the body. */
const AGAIN_MS: Milliseconds = 15_000;
const DAY_MS: Milliseconds = 86_400_000;
/** How long before a result the device sends what it holds of somebody else, and how old that is. */
const STORED = { before: 3_000, age: 3_600_000 } as const;
/** IDs as a card or a keyboard enters them. */
const IDS = { present: '00000000000000004711', previous: '00000000000000000815' } as const;

/** An HBP-9030 whose person presses its key. */
export const createSimulator: CreateSimulator<ArmInControl> = (context) => {
  const { clock, bodyClock, patient, previousPatient, send } = context;
  const began = clock.monotonic();
  const measured = createMeasured();
  let count = 0;
  let form: Form = 'format-5';
  let error = 0;
  let movements = 0;
  let byItself = true;
  let clockBehind: Milliseconds = 0;
  let replaysStored = false;
  let cancels: (() => void)[] = [];

  const resultOf = (body: SimulatedPatient, age: Milliseconds): Said => ({
    at: localDateTime(new Date(new Date(clock.now()).getTime() - clockBehind - age)),
    patient: age === 0 ? IDS.present : IDS.previous,
    ...body.bloodPressure(count),
    pulse: body.pulseRate(clock.monotonic() - began),
    error,
    movements,
  });

  const say = (said: Said): void => send(fromLatin1(writeMessage(form, said)));

  const measure = (): void => {
    const said = resultOf(patient, 0);
    count += 1;
    if (error === 0) {
      measured.note({
        systolic: { value: said.systolic, unit: 'mm[Hg]' },
        diastolic: { value: said.diastolic, unit: 'mm[Hg]' },
        mean: { value: said.mean, unit: 'mm[Hg]' },
        'pulse-rate': { value: said.pulse, unit: '/min' },
      });
    }
    say(said);
  };

  const again = (): void => {
    if (!byItself) return;
    if (replaysStored) say(resultOf(previousPatient, STORED.age));
    cancels[1] = bodyClock.after(STORED.before, measure);
  };
  cancels[0] = every(bodyClock, AGAIN_MS, again);

  return {
    // The device listens to nothing.
    receive: () => undefined,
    faults: {
      motion: (on) => {
        movements = on ? 2 : 0;
      },
      'error-code': (on) => {
        error = on ? 2 : 0;
      },
      'clock-off': (on) => {
        clockBehind = on ? DAY_MS : 0;
      },
      'stored-reading': (on) => {
        replaysStored = on;
      },
    },
    measured: measured.all,
    control: {
      measure,
      byItself: (enabled) => {
        byItself = enabled;
      },
      form: (chosen) => {
        form = chosen;
      },
      fail: (digit) => {
        error = digit;
      },
      movements: (counted) => {
        movements = counted;
      },
    },
    close: () => {
      for (const cancel of cancels) cancel();
      cancels = [];
    },
  };
};
