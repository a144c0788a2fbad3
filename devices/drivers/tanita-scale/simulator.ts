import { localDateTime, type Milliseconds } from '#core/time.ts';
import { fromLatin1 } from '../../kit/bytes.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { lineChecksum } from './lines.ts';

/** What a tester does on and to the scale. */
export interface ScaleControl {
  /** The patient steps on; the line comes when the weight has settled. */
  stepOn(): void;
  /** Lets the patient step on again and again without being asked, or not. */
  byItself(enabled: boolean): void;
  /** The next lines carry a wrong checksum. */
  wrongChecksum(lines: number): void;
  /** Garbage after each line, as WB-3000 sends it. */
  noiseAfterLine(enabled: boolean): void;
  /** Weight that the display shows now, kg. */
  display(): number;
}

/** How long the weight takes to settle, and how often a patient who is not told steps on, in milliseconds of the body's clock. */
const SETTLING_MS: Milliseconds = 4_000;
const STEPPING_MS: Milliseconds = 15_000;
/** The step on the platform rings down over this time. */
const RINGING_MS: Milliseconds = 900;
const NOISE_LENGTH = 96;
const HOUR_MS: Milliseconds = 3_600_000;
const DAY_MS: Milliseconds = 24 * HOUR_MS;

/** An SC-240 that sends one line per weighing. */
export const createSimulator = (context: SimulatorContext): Simulator<ScaleControl> => {
  const { bodyClock, patient, previousPatient, send } = context;
  const measured = createMeasured();
  const faulty = { checksum: false, absent: false, clockOff: false, stored: false };
  let steppedOnAt: Milliseconds | undefined;
  let byItself = true;
  let wrongChecksums = 0;
  let noisy = false;
  let cancels: (() => void)[] = [];

  const display = (): number => {
    if (steppedOnAt === undefined) return 0;
    const elapsed = bodyClock.monotonic() - steppedOnAt;
    const swing = 4 * Math.exp(-elapsed / RINGING_MS) * Math.cos((2 * Math.PI * elapsed) / RINGING_MS);
    const rise = 1 - Math.exp(-elapsed / (RINGING_MS / 3));
    return Math.max(0, Math.round((patient.weight * rise + swing) * 10) / 10);
  };

  /** Date and time tags of a model that has a clock. */
  const dated = (agoMs: Milliseconds): string => {
    const [date = '', time = ''] = localDateTime(
      new Date(new Date(context.clock.now()).getTime() - agoMs),
    ).split('T');
    return `,DT,"${date.split('-').toReversed().join('/')}",Ti,"${time}"`;
  };

  const line = (whose = patient, ago?: Milliseconds): string => {
    const index = (whose.weight / (whose.height / 100) ** 2).toFixed(1);
    const pairs = [
      '0,16,~0,1,~1,1,~2,1',
      `MO,"SC-240",SN,"00000002"${ago === undefined ? '' : dated(ago)},Bt,0,GE,1,AG,30`,
      `Hm,${Math.round(whose.height)},Pt,0.0,Wk,${whose.weight.toFixed(1)},MI,${index}`,
    ];
    const covered = `{${pairs.join(',')},`;
    const check = lineChecksum(wrongChecksums > 0 || faulty.checksum ? `${covered} ` : covered);
    wrongChecksums = Math.max(0, wrongChecksums - 1);
    return `${covered}CS,${check}\r\n`;
  };

  const settle = (): void => {
    measured.note({ weight: { value: patient.weight, unit: 'kg' } });
    if (faulty.stored) send(fromLatin1(line(previousPatient, HOUR_MS)));
    send(fromLatin1(faulty.clockOff ? line(patient, DAY_MS) : line()));
    if (noisy) send(Uint8Array.from({ length: NOISE_LENGTH }, (_, index) => (index * 73 + 151) & 0xff));
    steppedOnAt = undefined;
  };

  const stepOn = (): void => {
    if (steppedOnAt !== undefined || faulty.absent) return;
    steppedOnAt = bodyClock.monotonic();
    cancels.push(bodyClock.after(SETTLING_MS, settle));
  };

  const again = (): void => {
    if (byItself) stepOn();
    cancels = cancels.slice(-1);
    cancels.push(bodyClock.after(STEPPING_MS, again));
  };
  cancels.push(bodyClock.after(STEPPING_MS / 3, again));

  return {
    // The scale listens to nothing.
    receive: () => undefined,
    measured: measured.all,
    faults: {
      'bad-checksum': (on) => {
        faulty.checksum = on;
      },
      'sensor-off': (on) => {
        faulty.absent = on;
      },
      'clock-off': (on) => {
        faulty.clockOff = on;
      },
      'stored-reading': (on) => {
        faulty.stored = on;
      },
    },
    control: {
      stepOn,
      byItself: (enabled) => {
        byItself = enabled;
      },
      wrongChecksum: (lines) => {
        wrongChecksums = lines;
      },
      noiseAfterLine: (enabled) => {
        noisy = enabled;
      },
      display,
    },
    close: () => {
      for (const cancel of cancels) cancel();
      cancels = [];
    },
  };
};
