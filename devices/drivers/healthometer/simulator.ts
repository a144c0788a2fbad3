import type { Milliseconds } from '#core/time.ts';
import { fromLatin1 } from '../../kit/bytes.ts';
import { convertPrinted, KILOGRAMS_PER_POUND } from '../../kit/convert.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';

/** How the scale writes its packets: 500KL; 1100 with "L" in its serial number; 2595KL at 2400 baud. */
export type PacketForm = 'escape' | 'escape-l' | 'short';

/** What a tester does on and to the scale. */
export interface HealthometerControl {
  /** The patient steps on; packets come once the weight is locked, until the patient steps off. */
  stepOn(): void;
  /** Lets the patient step on again and again without being asked, or not. */
  byItself(enabled: boolean): void;
  units(units: 'metric' | 'imperial'): void;
  form(form: PacketForm): void;
}

/** Times of the body's clock: until the weight locks, between two packets, on the platform, and from one weighing to the next. */
const LOCKING_MS: Milliseconds = 3_000;
const PACKET_MS: Milliseconds = 1_000;
const PACKETS_A_WEIGHING = 7;
const STEPPING_MS: Milliseconds = 15_000;
/** What somebody typed in at the scale. */
const IDENTIFICATION = '4711008150';
/** Who moves is weighed anew for each packet, by firmware that does not wait for the weight to lock; in kg. */
const MOVING_BY = [0.3, -0.4, 0.1, -0.2, 0.5];

/** A Health o meter scale that repeats its packet while the weight is locked. */
export const createSimulator = (context: SimulatorContext): Simulator<HealthometerControl> => {
  const { bodyClock, patient, previousPatient, send } = context;
  const measured = createMeasured();
  const faulty = { absent: false, moving: false, recalls: false };
  let units: 'metric' | 'imperial' = 'metric';
  let form: PacketForm = 'escape';
  let byItself = true;
  let onPlatform = false;
  let lastSent: string | undefined;
  let isStuck = false;
  let cancels: (() => void)[] = [];
  let cancelStuck = (): void => undefined;

  const printed = (kilograms: number): string =>
    (units === 'metric' ? kilograms : kilograms / KILOGRAMS_PER_POUND).toFixed(1);

  const packet = (weight: string, isFirst: boolean): string => {
    if (form === 'short')
      return `\u0002${units === 'metric' ? '\u0082' : '\u0080'}\u00d7\u00e4${weight.padStart(5, '0')}\r`;
    const start = form === 'escape-l' && isFirst ? '6R' : '\u001bR';
    const fields = [
      `I${IDENTIFICATION}`,
      `W${weight}`,
      'H0.0',
      'B0.0',
      'T0.0',
      units === 'metric' ? 'Nm' : 'Nc',
      'E',
    ];
    return start + fields.map((field) => `\u001b${field}`).join('');
  };
  const sendPacket = (weight: string, isFirst: boolean): void => send(fromLatin1(packet(weight, isFirst)));

  const later = (delay: Milliseconds, action: () => void): void => {
    const cancel = bodyClock.after(delay, () => {
      cancels = cancels.filter((other) => other !== cancel);
      action();
    });
    cancels.push(cancel);
  };

  const note = (weight: string): void => {
    const value =
      units === 'metric'
        ? Number(weight)
        : convertPrinted({ value: Number(weight), decimals: 1 }, KILOGRAMS_PER_POUND);
    measured.note({ weight: { value, unit: 'kg' } });
  };

  const repeat = (count: number): void => {
    if (count === PACKETS_A_WEIGHING) {
      onPlatform = false;
      return;
    }
    const moving = faulty.moving ? (MOVING_BY[count % MOVING_BY.length] ?? 0) : 0;
    const weight = printed(patient.weight + moving);
    if (!isStuck) {
      if (!faulty.moving) note(weight);
      sendPacket(weight, count === 0);
      lastSent = weight;
    }
    later(PACKET_MS, () => repeat(count + 1));
  };

  /** Somebody presses RECALL: the weight before is sent once. */
  const recall = (): void => sendPacket(printed(previousPatient.weight), true);

  const stepOn = (): void => {
    if (onPlatform || faulty.absent) return;
    onPlatform = true;
    if (faulty.recalls) recall();
    later(LOCKING_MS, () => repeat(0));
  };

  const again = (): void => {
    if (byItself) stepOn();
    later(STEPPING_MS, again);
  };
  later(STEPPING_MS / 5, again);

  /** The last weight is sent over and over, as 2595KL does until somebody weighs again, which nobody does. */
  const stick = (): void => {
    sendPacket(lastSent ?? printed(previousPatient.weight), false);
    cancelStuck = bodyClock.after(PACKET_MS, stick);
  };

  return {
    // The scale listens to nothing.
    receive: () => undefined,
    measured: measured.all,
    faults: {
      'stuck-value': (on) => {
        isStuck = on;
        cancelStuck();
        if (on) stick();
      },
      'sensor-off': (on) => {
        faulty.absent = on;
      },
      motion: (on) => {
        faulty.moving = on;
      },
      'stored-reading': (on) => {
        faulty.recalls = on;
        if (on) recall();
      },
    },
    control: {
      stepOn,
      byItself: (enabled) => {
        byItself = enabled;
      },
      units: (next) => {
        units = next;
      },
      form: (next) => {
        form = next;
      },
    },
    close: () => {
      cancelStuck();
      for (const cancel of cancels) cancel();
      cancels = [];
    },
  };
};
