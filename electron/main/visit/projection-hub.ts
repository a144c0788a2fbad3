import type { Numbered } from '#core/contract/ipc.ts';
import type { AssistantView } from '#core/visit/projections/assistant.ts';
import type { PatientView } from '#core/visit/projections/patient.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { ProjectionChannel } from './projection-channel.ts';

/** The projection of each role. */
export interface Projections {
  readonly patient: PatientView;
  readonly assistant: AssistantView;
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

export const createProjectionHub = (
  compute: { [Role in ProjectionRole]: () => Projections[Role] },
  /** What follows whoever is on duty and the visit too. */
  also: () => void = () => undefined,
): ProjectionHub => {
  const channels = {
    patient: new ProjectionChannel(compute.patient),
    assistant: new ProjectionChannel(compute.assistant),
    physician: new ProjectionChannel(compute.physician),
  };
  let due = false;
  const channel = <Role extends ProjectionRole>(role: Role) =>
    channels[role] as unknown as ProjectionChannel<Projections[Role]>;
  return {
    snapshot: (role) => channel(role).snapshot(),
    listen: (role, listener) => channel(role).listen(listener),
    refresh: () => {
      if (due) return;
      due = true;
      queueMicrotask(() => {
        due = false;
        // Far away, and in the patient's window picture and sound wait for it: that window would draw its own first.
        channels.physician.refresh();
        channels.patient.refresh();
        channels.assistant.refresh();
        also();
      });
    },
  };
};
