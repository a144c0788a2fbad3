import * as z from 'zod';
import { ledgerSchema } from '../../call/ledger.ts';
import { consentsSchema } from '../../identity/consents.ts';
import { identitySchema } from '../../identity/identity.ts';
import { particularsSchema } from '../../identity/particulars.ts';
import { instrumentRoleSchema } from '../../instruments/bindings.ts';
import { equipmentSchema } from '../../opening/equipment.ts';
import { instantSchema } from '../../time.ts';
import { alertSchema } from '../../vitals/alert-table.ts';
import { measureSchema } from '../../vitals/kinds.ts';
import { readingSchema } from '../../vitals/reading.ts';
import { alertTableSchema } from '../alerts/alerts.ts';
import { companySchema, guestLinkViewSchema } from '../company/company.ts';
import { messageSchema } from '../conversation/conversation.ts';
import { earlierPartSchema } from '../earlier-part.ts';
import { emergencySchema } from '../emergency/emergency.ts';
import { examinationSchema } from '../examination/examination.ts';
import { incidentSchema } from '../incident.ts';
import { interruptionSchema, weakLineSchema } from '../interruption/interruption.ts';
import { papersSchema } from '../papers/papers.ts';
import { privacySchema } from '../privacy/privacy.ts';
import { weighedExclusionSchema } from '../relevance/exclusions.ts';
import {
  assistantSchema,
  languageSchema,
  pathwaySchema,
  redFlagSchema,
  stageSchema,
  visitReasonSchema,
} from '../words.ts';
import { helpViewSchema, measureViewSchema, requestViewSchema } from './shared.ts';

/** The pre-brief, then the consultation: sent over the encrypted data channel only, once this physician's claim holds. */
export const physicianProjectionSchema = z.strictObject({
  stage: stageSchema,
  epoch: z.int().nonnegative(),
  simulation: z.boolean(),
  language: languageSchema,
  site: z.strictObject({
    name: z.string(),
    kind: z.enum(['pharmacy', 'town-hall']),
    cabinId: z.string(),
    telephone: z.string().optional(),
    /** To be read out, should this physician call: their own 15 may reach another region's centre. */
    emergencyLine: z.string(),
    addressLines: z.array(z.string()),
  }),
  assistant: assistantSchema,
  identity: identitySchema,
  identityLevel: z.literal('provisional'),
  ageYears: z.int().nonnegative().optional(),
  particulars: particularsSchema,
  consents: consentsSchema,
  reason: visitReasonSchema,
  redFlags: z.array(redFlagSchema),
  emergency: emergencySchema.optional(),
  /** The patient asked for help, and nobody beside the cabin has answered for too long. */
  help: helpViewSchema.optional(),
  /** Nobody answers the patient's screen: the assistant looks, or the cabin seems empty. */
  attendance: z.enum(['alerted', 'away']).optional(),
  paused: z.boolean(),
  /** The patient has read the physician's card: only then do picture and sound start. */
  cardAcknowledged: z.boolean(),
  measures: z.array(measureViewSchema),
  /** Values that meet the published table of adults, or why it is not read for this person. */
  alertTable: alertTableSchema,
  /** Values likelier a slip than true, to be measured once more. */
  unusual: z.array(alertSchema),
  /** Every reading of the visit, oldest first, each kept for good: repeats do not replace one another. */
  readings: z.array(readingSchema),
  /** The measure being captured now, if any. */
  capturing: measureSchema.optional(),
  requests: z.array(requestViewSchema),
  /** Instruments of the call: what was asked for, and what was taken. */
  examination: examinationSchema,
  /** Who takes part in the call besides patient and physician. */
  company: companySchema,
  /** A talk of patient and physician alone: wished, going on, or over and not taken note of. */
  privacy: privacySchema.optional(),
  /** To pass on to whom is invited, while nobody has used it. */
  guestLink: guestLinkViewSchema.optional(),
  /** What was written, oldest first; the last ones of a long talk. */
  messages: z.array(messageSchema),
  /** Measures whose instrument is ready today. */
  available: z.array(measureSchema),
  /** Instruments of the call that this cabin has. */
  instruments: z.array(instrumentRoleSchema),
  /** What the place must have and has not now. */
  missingEquipment: z.array(equipmentSchema),
  pathway: pathwaySchema.optional(),
  /** What speaks against remote care, oldest first. */
  exclusions: z.array(weighedExclusionSchema),
  notes: z.string(),
  notesSavedAt: instantSchema.optional(),
  /** What physicians before this one wrote and decided; the last ones of many. */
  earlier: z.array(earlierPartSchema),
  /** The line bears no picture, and what this physician chose about it. */
  weakLine: weakLineSchema.optional(),
  /** Consultations of this visit that broke off, oldest first; the last ones of many. */
  interruptions: z.array(interruptionSchema),
  /** What this page has sent to be printed, and what became of it. */
  papers: papersSchema,
  ledger: ledgerSchema,
  incidents: z.array(incidentSchema),
  handover: z.enum(['none', 'writing', 'written', 'failed']),
});
export type PhysicianProjection = z.infer<typeof physicianProjectionSchema>;
