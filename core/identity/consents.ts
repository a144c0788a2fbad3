import * as z from 'zod';

/** Four separate agreements, each off by default (public health code L.1111-4, HAS guide on teleconsultation 2019). */
export const CONSENTS = [
  'teleconsultation',
  'assistant-present',
  'report-to-doctor',
  'report-to-shared-record',
] as const;
export const consentSchema = z.enum(CONSENTS);
export type Consent = z.infer<typeof consentSchema>;

export const consentsSchema = z.record(consentSchema, z.boolean());
export type Consents = z.infer<typeof consentsSchema>;

/** What a visit starts with: nothing is agreed to until the patient says so. */
export const NO_CONSENTS: Consents = {
  teleconsultation: false,
  'assistant-present': false,
  'report-to-doctor': false,
  'report-to-shared-record': false,
};
