import type { PatientProjection } from '#core/visit/projections/patient.ts';

/** Every stage of the visit is drawn from the projection and nothing else. */
export type ScreenProps = { readonly projection: PatientProjection };
