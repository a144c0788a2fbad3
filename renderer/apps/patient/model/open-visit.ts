import type { PatientProjection, PatientView } from '#core/visit/projections/patient.ts';
import type { Mirror } from '#renderer/stores/mirror.ts';

/** The visit, or the welcome to one; undefined before the first projection, and while the cabin is closed. */
export const openVisit = (mirror: Mirror<PatientView>): PatientProjection | undefined =>
  mirror.status !== 'connecting' && mirror.projection.access === 'open' ? mirror.projection : undefined;
