import * as z from 'zod';
import { deviceStatusSchema } from '../../contract/devices.ts';
import { errorCodeSchema } from '../../contract/error-codes.ts';
import { consentsSchema } from '../../identity/consents.ts';
import { identitySchema } from '../../identity/identity.ts';
import { particularsSchema } from '../../identity/particulars.ts';
import { openingCheckSchema } from '../../opening/check/findings.ts';
import { confirmationSchema } from '../../opening/confirmation.ts';
import { candidateSchema, codeTriesSchema } from '../../opening/duty.ts';
import { equipmentSchema } from '../../opening/equipment.ts';
import { instantSchema } from '../../time.ts';
import { alertSchema } from '../../vitals/alert-table.ts';
import { cuffSettingSchema } from '../../vitals/cuff.ts';
import { readingSchema } from '../../vitals/reading.ts';
import { alertTableSchema } from '../alerts/alerts.ts';
import { attendanceSchema } from '../attendance/attendance.ts';
import { orientationSchema } from '../closing/orientation.ts';
import { companySchema, guestLinkViewSchema } from '../company/company.ts';
import { messageSchema } from '../conversation/conversation.ts';
import { emergencySchema } from '../emergency/emergency.ts';
import { examinationSchema } from '../examination/examination.ts';
import { incidentSchema } from '../incident.ts';
import { absenceSchema, interruptionSchema, weakLineSchema } from '../interruption/interruption.ts';
import { assistantPapersSchema } from '../papers/paper-views.ts';
import { privacySchema } from '../privacy/privacy.ts';
import { proofLineSchema } from '../proof/proof-line.ts';
import { weighedExclusionSchema } from '../relevance/exclusions.ts';
import {
  assistantSchema,
  languageSchema,
  pathwaySchema,
  physicianCardSchema,
  redFlagSchema,
  siteSchema,
  stageSchema,
  visitReasonSchema,
} from '../words.ts';
import type { BlindAssistant, LockedAssistant } from './closed.ts';
import { captureViewSchema, helpViewSchema, measureViewSchema, requestViewSchema } from './shared.ts';

/** What the assistant sees at a glance: who is in, which step, who needs me, is every instrument ready. */
export const assistantProjectionSchema = z.strictObject({
  access: z.literal('open'),
  stage: stageSchema,
  epoch: z.int().nonnegative(),
  simulation: z.boolean(),
  language: languageSchema,
  site: siteSchema,
  assistant: assistantSchema,
  /** Since when the visit had been going on that the cabin was cut off in, until somebody has taken note. */
  interruptedVisit: instantSchema.optional(),
  /** Who may relieve them, and whether a code can be tried. */
  candidates: z.array(candidateSchema),
  tries: codeTriesSchema,
  /** Somebody is asked on a device of their own, or was in vain. */
  confirmation: confirmationSchema.optional(),
  /** In a demonstration: the code of each, by their id. */
  demoCodes: z.record(z.string(), z.string()).optional(),
  /** Since when somebody is in the cabin; absent on the welcome screen. */
  startedAt: instantSchema.optional(),
  paused: z.boolean(),
  redFlags: z.array(redFlagSchema),
  emergency: emergencySchema.optional(),
  help: helpViewSchema.optional(),
  /** There is doubt whether somebody still sits there; `mustBeReached`: whoever leaves is called after. */
  attendance: attendanceSchema.extend({ mustBeReached: z.boolean() }).optional(),
  /** The last help request of this visit that was dealt with. */
  lastHelp: helpViewSchema.optional(),
  identity: identitySchema.optional(),
  ageYears: z.int().nonnegative().optional(),
  particulars: particularsSchema,
  consents: consentsSchema,
  reason: visitReasonSchema.optional(),
  measures: z.array(measureViewSchema),
  /** The latest of each sign that the assistant took without a device. */
  noted: z.array(readingSchema),
  /** Values that meet the published table of adults, or why it is not read for this person. */
  alertTable: alertTableSchema,
  /** Values likelier a slip than true, to be measured once more. */
  unusual: z.array(alertSchema),
  /** When the physician's page was found to show the reading exactly as the record holds it, by its id. */
  seen: z.record(z.string(), instantSchema),
  capture: captureViewSchema.optional(),
  /** How the cuff sits, as it was noted. */
  cuff: cuffSettingSchema.optional(),
  /** The physician's requests, oldest first; the first one that is asked or accepted is the current task. */
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
  physician: physicianCardSchema.optional(),
  /** The physician cannot be reached, and what was chosen about it. */
  absence: absenceSchema.optional(),
  /** The line bears no picture, and what the physician chose about it. */
  weakLine: weakLineSchema.optional(),
  /** The consultation broke off, and no physician has taken the patient since. */
  interruption: interruptionSchema.optional(),
  devices: z.array(deviceStatusSchema),
  /** False while the device host restarts: captures wait a moment. */
  /** What the place must have and has not now. */
  missingEquipment: z.array(equipmentSchema),
  /** The check before opening, while nobody is in. */
  opening: openingCheckSchema.optional(),
  deviceHostReady: z.boolean(),
  /** False while the gateway cannot be reached: no physician can take the patient. */
  gatewayReady: z.boolean(),
  /** What speaks against remote care, oldest first. */
  exclusions: z.array(weighedExclusionSchema),
  /** How the physician closed, as far as whoever helps the person on has to know. */
  closing: z.strictObject({ pathway: pathwaySchema, orientation: orientationSchema.optional() }).optional(),
  papers: assistantPapersSchema,
  /** Once the consultation is closed, for the assistant's own billing. */
  proof: proofLineSchema.optional(),
  handover: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('none') }),
    z.strictObject({ state: z.literal('writing') }),
    z.strictObject({ state: z.literal('written') }),
    z.strictObject({ state: z.literal('failed'), code: errorCodeSchema }),
  ]),
  /** Codes of what has gone wrong in this visit, newest last: the technical incidents of the record (R.6316-4 CSP). */
  incidents: z.array(incidentSchema),
});
export type AssistantProjection = z.infer<typeof assistantProjectionSchema>;

/** What the assistant's window shows: the cabin, who may sign in, or nothing while they are out of the room. */
export type AssistantView = AssistantProjection | LockedAssistant | BlindAssistant;
