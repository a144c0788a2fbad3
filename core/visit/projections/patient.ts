import * as z from 'zod';
import { errorCodeSchema } from '../../contract/error-codes.ts';
import { consentsSchema } from '../../identity/consents.ts';
import { instrumentBindingsSchema } from '../../instruments/bindings.ts';
import { vitalSignSchema } from '../../vitals/kinds.ts';
import { readingSchema } from '../../vitals/reading.ts';
import { attendanceSchema } from '../attendance/attendance.ts';
import { orientationSchema } from '../closing/orientation.ts';
import { companySchema } from '../company/company.ts';
import { messageSchema } from '../conversation/conversation.ts';
import { emergencySchema } from '../emergency/emergency.ts';
import { currentExamSchema } from '../examination/examination.ts';
import { absenceSchema, interruptionSchema, weakLineSchema } from '../interruption/interruption.ts';
import { patientPapersSchema } from '../papers/paper-views.ts';
import { privacySchema } from '../privacy/privacy.ts';
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
import type { ClosedCabin } from './closed.ts';
import { captureViewSchema, helpViewSchema, measureViewSchema, requestViewSchema } from './shared.ts';

/** All that the patient's screen needs, and nothing else. */
export const patientProjectionSchema = z.strictObject({
  access: z.literal('open'),
  stage: stageSchema,
  /** Epoch of this visit: live messages of another one are not drawn. */
  epoch: z.int().nonnegative(),
  simulation: z.boolean(),
  language: languageSchema,
  site: siteSchema,
  assistant: assistantSchema,
  paused: z.boolean(),
  redFlags: z.array(redFlagSchema),
  emergency: emergencySchema.optional(),
  help: helpViewSchema.optional(),
  /** The screen asks whether somebody is there, somebody is coming to look, or it shows nothing of the visit any more. */
  attendance: attendanceSchema.shape.state.optional(),
  /** Shown while the assistant types it, so that the patient can correct it aloud. */
  identity: z
    .strictObject({ familyName: z.string(), givenName: z.string(), birthDate: z.string() })
    .optional(),
  consents: consentsSchema,
  reason: visitReasonSchema.optional(),
  measures: z.array(measureViewSchema),
  /** The latest of each sign that the assistant took without a device. */
  noted: z.array(readingSchema),
  /** Measures to be taken once more to be sure of them; never why. */
  toRepeat: z.array(vitalSignSchema),
  capture: captureViewSchema.optional(),
  /** Usual wait for this cabin, in minutes, and how long the patient has waited. */
  wait: z.strictObject({ fromMinutes: z.int(), toMinutes: z.int(), waitedMs: z.number() }).optional(),
  physician: physicianCardSchema.optional(),
  /** The physician has not been reachable since a moment: told calmly, nothing is lost. */
  absence: absenceSchema.optional(),
  /** The line bears no picture, and what the physician chose about it. */
  weakLine: weakLineSchema.optional(),
  /** The consultation broke off, and no physician has taken the patient since. */
  interruption: interruptionSchema.optional(),
  request: requestViewSchema.optional(),
  /** The instrument that is asked for or in use, if any. */
  exam: currentExamSchema.optional(),
  /** Who takes part in the call besides patient and physician; a guest who has arrived waits for this person's yes. */
  company: companySchema,
  /** A talk of patient and physician alone: wished, going on, or over and not taken note of. */
  privacy: privacySchema.optional(),
  /** What was written, oldest first; the last ones of a long talk. */
  messages: z.array(messageSchema),
  /** Which device plays which instrument here: the face is never taken from one of them. */
  instruments: instrumentBindingsSchema,
  closing: z
    .strictObject({
      advice: z.string(),
      pathway: pathwaySchema.optional(),
      /** Where the person is seen in presence, when that was decided. */
      orientation: orientationSchema.optional(),
      handover: z.discriminatedUnion('state', [
        z.strictObject({ state: z.literal('writing') }),
        z.strictObject({ state: z.literal('written') }),
        z.strictObject({ state: z.literal('failed'), code: errorCodeSchema }),
      ]),
    })
    .optional(),
  /** What is printed for this person, once the consultation is closed; absent when nothing is. */
  papers: patientPapersSchema.optional(),
  /** An exam whose instrument is not ready is shown as not possible today, never the cabin. */
  unavailable: z.array(z.string()),
});
export type PatientProjection = z.infer<typeof patientProjectionSchema>;

/** What the patient's window shows: a visit or the welcome to one, or that the cabin is closed. */
export type PatientView = PatientProjection | ClosedCabin;
