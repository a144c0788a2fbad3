import type { TechnicianCommand, TechnicianProjection } from '#core/contract/technician.ts';
import { fail } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { type BenchParts, createTechnicianBench, type TechnicianBench } from './bench.ts';
import { done, type Outcome } from './outcome.ts';
import { refusal } from './permits.ts';
import { createTechnicianSession } from './session.ts';

/** The bench behind its lock. */
export interface TechnicianDesk {
  command(command: TechnicianCommand): Promise<Outcome>;
  projection(): TechnicianProjection;
  /** The window is closed: whoever opens it next types the code. */
  leave(): void;
  readonly bench: Pick<TechnicianBench, 'hear' | 'hostReady'>;
}

interface DeskParts extends BenchParts {
  readonly clock: Clock;
  readonly site: { readonly name: string; readonly cabinId: string };
  /** Undefined when the site has no code. */
  readonly checkPin: ((pin: string) => Promise<boolean>) | undefined;
  simulation(): boolean;
  /** No real device at all. */
  onlySimulated(): boolean;
  audit(what: string): void;
}

/** A locked bench. */
export const createTechnicianDesk = (parts: DeskParts): TechnicianDesk => {
  const { site, checkPin, onChange, audit } = parts;
  const bench = createTechnicianBench(parts);
  let stood = false;
  const session = createTechnicianSession({
    clock: parts.clock,
    check: checkPin,
    audit,
    onChange: () => {
      if (session.isOpen() !== stood) {
        stood = session.isOpen();
        bench.stand(stood);
      }
      onChange();
    },
  });

  const place = () => ({
    site: { name: site.name, cabinId: site.cabinId },
    simulation: parts.simulation(),
  });

  return {
    bench,
    leave: session.lock,
    command: async (command) => {
      const refused = refusal(command.type, {
        open: session.isOpen(),
        visitOn: parts.visitOn(),
        onlySimulated: parts.onlySimulated(),
      });
      if (refused !== undefined) return fail(refused);
      if (command.type === 'unlock') return await session.unlock(command.pin);
      if (command.type !== 'lock') return await bench.obey(command);
      session.lock();
      return done;
    },
    projection: () => {
      if (session.isOpen())
        return { access: 'open', ...place(), remainingMs: session.remainingMs(), bench: bench.view() };
      const pauseMs = session.pauseMs();
      return {
        access: 'locked',
        ...place(),
        hasCode: checkPin !== undefined,
        triesLeft: session.triesLeft(),
        ...(pauseMs === undefined ? {} : { remainingMs: pauseMs }),
      };
    },
  };
};
