import type { Numbered } from '#core/contract/ipc.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';

/** The projection of each role. */
export interface Projections {
  readonly patient: PatientProjection;
  readonly assistant: AssistantProjection;
  readonly physician: PhysicianProjection | undefined;
}
export type ProjectionRole = keyof Projections;

type Listener<Role extends ProjectionRole> = (update: Numbered<Projections[Role]>) => void;

/** Numbers the projections of each role and hands them to whoever shows them; an unchanged projection is not sent again. */
export interface ProjectionHub {
  snapshot<Role extends ProjectionRole>(role: Role): Numbered<Projections[Role]>;
  listen<Role extends ProjectionRole>(role: Role, listener: Listener<Role>): () => void;
  /** Something may have changed: computes the projections anew and sends those that did. Calls of one turn count as one. */
  refresh(): void;
}

/** A projection counts down on its own in the window: elapsing time alone is not a change worth an update. */
const TICKING_KEYS = new Set(['waitedMs', 'remainingMs']);
const withoutTicking = (key: string, value: unknown): unknown => (TICKING_KEYS.has(key) ? 0 : value);

class Channel<Projection> {
  private sequence = 0;
  private fingerprint = '';
  private readonly listeners = new Set<(update: Numbered<Projection>) => void>();
  private readonly compute: () => Projection;

  constructor(compute: () => Projection) {
    this.compute = compute;
  }

  snapshot(): Numbered<Projection> {
    return { sequence: this.sequence, projection: this.compute() };
  }

  listen(listener: (update: Numbered<Projection>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  refresh(): void {
    const projection = this.compute();
    const fingerprint = JSON.stringify(projection, withoutTicking) ?? '';
    if (fingerprint === this.fingerprint) return;
    this.fingerprint = fingerprint;
    this.sequence += 1;
    for (const listener of this.listeners) listener({ sequence: this.sequence, projection });
  }
}

export const createProjectionHub = (
  compute: { [Role in ProjectionRole]: () => Projections[Role] },
): ProjectionHub => {
  const channels = {
    patient: new Channel(compute.patient),
    assistant: new Channel(compute.assistant),
    physician: new Channel(compute.physician),
  };
  let due = false;
  const channel = <Role extends ProjectionRole>(role: Role) =>
    channels[role] as unknown as Channel<Projections[Role]>;
  return {
    snapshot: (role) => channel(role).snapshot(),
    listen: (role, listener) => channel(role).listen(listener),
    refresh: () => {
      if (due) return;
      due = true;
      queueMicrotask(() => {
        due = false;
        channels.patient.refresh();
        channels.assistant.refresh();
        channels.physician.refresh();
      });
    },
  };
};
