import type { Driver, DriverSession, SessionEvent } from '../driver.ts';
import { createFakeClock, type FakeClock } from '../fake-clock.ts';
import { createFakePatient } from '../fake-patient.ts';
import type { CreateSimulator, SimulatedPatient, Simulator } from '../simulator.ts';

/** A session joined to a simulator of its device, for tests. */
export interface RecordBench<Control> {
  readonly clock: FakeClock;
  readonly session: DriverSession;
  readonly simulator: Simulator<Control>;
  /** Everything that the session told but its feedback, in order. */
  readonly events: SessionEvent[];
  /** Everything that the session sent. */
  readonly sent: Uint8Array[];
  /** When the visit began; undefined while there is none. */
  beginVisit(at: Date | undefined): void;
  /** What becomes of what the device sends: as it is, changed, or nothing. */
  throughLine(damage: (bytes: Uint8Array) => Uint8Array | undefined): void;
}

/** How long bytes are on their way: no real line answers within a write. */
const TRAVEL_MS = 1;

/** A session that was not started yet, and a simulator that runs. */
export const createRecordBench = <Control>(
  driver: Driver,
  createSimulator: CreateSimulator<Control>,
  patients: {
    readonly patient?: Partial<SimulatedPatient>;
    readonly previous?: Partial<SimulatedPatient>;
  } = {},
): RecordBench<Control> => {
  const clock = createFakeClock();
  const events: SessionEvent[] = [];
  const sent: Uint8Array[] = [];
  let visitBegan: Date | undefined;
  let damage = (bytes: Uint8Array): Uint8Array | undefined => bytes;
  const simulator = createSimulator({
    clock,
    bodyClock: clock,
    patient: createFakePatient(patients.patient),
    previousPatient: createFakePatient(patients.previous),
    send: (bytes) => {
      const arriving = damage(bytes);
      if (arriving !== undefined) clock.after(TRAVEL_MS, () => session.receive(arriving));
    },
  });
  const session: DriverSession = driver.createSession({
    clock,
    visitClock: clock,
    visitBeganAt: () => visitBegan,
    delivered: new Set(),
    write: (bytes) => {
      sent.push(bytes);
      clock.after(TRAVEL_MS, () => simulator.receive(bytes));
    },
    writeFeature: () => undefined,
    emit: (event) => {
      // What is told again and again says nothing of what a capture came to.
      if (event.type !== 'feedback' && event.type !== 'clock') events.push(event);
    },
  });
  return {
    clock,
    session,
    simulator,
    events,
    sent,
    beginVisit: (at) => {
      visitBegan = at;
    },
    throughLine: (next) => {
      damage = next;
    },
  };
};
