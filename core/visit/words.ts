import * as z from 'zod';

/** Languages of the screens of staff. */
const STAFF_LANGUAGES = ['fr', 'en'] as const;
export const staffLanguageSchema = z.enum(STAFF_LANGUAGES);
export type StaffLanguage = z.infer<typeof staffLanguageSchema>;
/** Languages of the patient's screen. */
export const LANGUAGES = [...STAFF_LANGUAGES, 'es', 'ar'] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;

const ROLES = ['patient', 'assistant', 'physician'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;
/** Who caused an event: a person, or the cabin itself. */
export type Actor = Role | 'cabin';

/** Steps of a visit, in order; `declined` stands beside the order (consent refused, a way back offered). */
export const STAGES = [
  'welcome',
  'red-flags',
  'capabilities',
  'identity',
  'consents',
  'declined',
  'reason',
  'measures',
  'waiting',
  'physician-card',
  'call',
  'goodbye',
] as const;
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

/** Signs that end the ordinary path: a human comes at once. The cabin does not diagnose. */
export const RED_FLAGS = [
  'chest-pain',
  'hard-to-breathe',
  'stroke-signs',
  'heavy-bleeding',
  'fainted',
  'pregnancy-pain',
  'suicidal-thoughts',
] as const;
export const redFlagSchema = z.enum(RED_FLAGS);
export type RedFlag = z.infer<typeof redFlagSchema>;

/** Pictures to choose a reason from. */
export const REASONS = ['cough-fever', 'pain', 'skin', 'digestive', 'renewal', 'other'] as const;
export const reasonSchema = z.enum(REASONS);
export type ReasonPicture = z.infer<typeof reasonSchema>;

export const visitReasonSchema = z.strictObject({
  pictures: z.array(reasonSchema).max(6),
  text: z.string().trim().max(500),
});
export type VisitReason = z.infer<typeof visitReasonSchema>;

/** How far a request for help has gone while nobody has answered it: to the assistant, once more and louder, to the physician too. */
export const HELP_STEPS = ['asked', 'insisted', 'physician-told'] as const;
export const helpStepSchema = z.enum(HELP_STEPS);
export type HelpStep = z.infer<typeof helpStepSchema>;

export const SKIP_REASONS = [
  'patient-declines',
  'not-possible',
  'instrument-unavailable',
  'not-needed',
] as const;
export const skipReasonSchema = z.enum(SKIP_REASONS);
export type SkipReason = z.infer<typeof skipReasonSchema>;

/** The physician's finding within the first minutes: is remote care right for this patient (R.6316-2 CSP)? */
export const PATHWAYS = ['remote', 'in-person', 'emergency'] as const;
export const pathwaySchema = z.enum(PATHWAYS);
export type Pathway = z.infer<typeof pathwaySchema>;

/** What becomes of the report; a consultation closes only with one of them. */
export const REPORT_STATES = [
  'sent-to-doctor',
  'given-to-patient',
  'refused-by-patient',
  'no-doctor',
] as const;
export const reportStateSchema = z.enum(REPORT_STATES);
export type ReportState = z.infer<typeof reportStateSchema>;

/**
 * How a visit is over. `completed`: closed by a physician, and the record has left. `in-person`: the same, and the physician has decided
 * that the person is to be seen in presence. `consent-withdrawn`: there is no agreement to the
 * teleconsultation. `emergency`: help has taken the patient over, or was being called. `interrupted`: a consultation had begun, and nobody
 * closed it. `abandoned`: the patient left before that. Of all but the first two nothing leaves the cabin.
 */
export const ENDINGS = [
  'completed',
  'in-person',
  'consent-withdrawn',
  'emergency',
  'interrupted',
  'abandoned',
] as const;
export type Ending = (typeof ENDINGS)[number];

/** What the patient sees of the physician before any picture or sound (HAS reference document, December 2023). */
export const physicianCardSchema = z.strictObject({
  name: z.string().min(1),
  specialty: z.string().min(1),
  /** 11 digits, national register of professionals (RPPS). */
  rpps: z.string().regex(/^\d{11}$/),
  place: z.string().min(1),
});
export type PhysicianCard = z.infer<typeof physicianCardSchema>;

/** Who may stand beside the patient; a `site-agent` is no health professional, and trained for the cabin. */
const PROFESSIONS = ['nurse', 'pharmacist', 'pharmacy-technician', 'site-agent'] as const;

export const assistantSchema = z.strictObject({
  /** The whole name as it is shown, the given name first: "Awa Diallo". */
  name: z.string().min(1).max(80),
  givenName: z.string().min(1).max(60),
  profession: z.enum(PROFESSIONS),
});
/** The person beside the patient, responsible for the cabin. */
export type Assistant = z.infer<typeof assistantSchema>;

export const siteSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens')
    .describe('Names the place in records'),
  cabinId: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens')
    .describe('Names the cabin within the place'),
  name: z.string().min(1).describe('Name of the place, as patients and physicians read it'),
  kind: z.enum(['pharmacy', 'town-hall']).describe('Decides which rules of premises hold'),
  addressLines: z
    .array(z.string().min(1))
    .min(1)
    .describe('Address as it is read out to the emergency services'),
  entrance: z.string().describe('Which door to take'),
  floor: z.string().describe('Floor and room'),
  accessCode: z.string().describe('Door code, or that there is none'),
  defibrillator: z.string().describe('Where the nearest defibrillator hangs'),
  position: z.string().describe('Latitude and longitude'),
  /** Direct line of the local emergency medical service (SAMU). */
  emergencyLine: z.string().describe('Direct line of the local emergency medical service (SAMU)'),
  /** The telephone beside the cabin, where a physician calls back when the link drops (HAS reference document, December 2023). */
  telephone: z.string().trim().min(3).max(30).optional().describe('Telephone beside the cabin; optional'),
});
/** The place, as it is read out to the emergency services. */
export type Site = z.infer<typeof siteSchema>;
