import type { Driver, DriverSession, SessionEvent } from './driver.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import type { CreateSimulator, SimulatedPatient, Simulator } from './simulator.ts';

/** A session and the simulator of its device, joined without a line between them, for tests. */
export interface SessionBench<Control> {
  readonly clock: FakeClock;
  readonly session: DriverSession;
  readonly simulator: Simulator<Control>;
  readonly events: SessionEvent[];
  /** Events of one type, in their order. */
  of<Type extends SessionEvent['type']>(type: Type): Extract<SessionEvent, { type: Type }>[];
}

interface BenchOptions<Control> {
  readonly driver: Driver;
  readonly createSimulator: CreateSimulator<Control>;
  readonly patient: SimulatedPatient;
  readonly previousPatient: SimulatedPatient;
}

/** Both sides are there and know of each other; neither has been started by the other. */
export const createSessionBench = <Control>({
  driver,
  createSimulator,
  patient,
  previousPatient,
}: BenchOptions<Control>): SessionBench<Control> => {
  const clock = createFakeClock();
  const events: SessionEvent[] = [];
  let session: DriverSession | undefined;
  const simulator = createSimulator({
    clock,
    bodyClock: clock,
    patient,
    previousPatient,
    send: (bytes) => session?.receive(bytes),
  });
  const opened = driver.createSession({
    clock,
    visitClock: clock,
    visitBeganAt: () => new Date(clock.now()),
    delivered: new Set(),
    write: (bytes) => simulator.receive(bytes),
    writeFeature: () => undefined,
    emit: (event) => events.push(event),
  });
  session = opened;
  return {
    clock,
    session: opened,
    simulator,
    events,
    of: <Type extends SessionEvent['type']>(type: Type) =>
      events.filter((event): event is Extract<SessionEvent, { type: Type }> => event.type === type),
  };
};
