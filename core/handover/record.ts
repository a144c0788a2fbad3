import * as z from 'zod';
import { ledgerSchema } from '../call/ledger.ts';
import { consentsSchema } from '../identity/consents.ts';
import { identitySchema } from '../identity/identity.ts';
import { particularsSchema } from '../identity/particulars.ts';
import { equipmentSchema } from '../opening/equipment.ts';
import { instantSchema } from '../time.ts';
import { orientationSchema } from '../visit/closing/orientation.ts';
import { sickLeaveSchema } from '../visit/closing/sick-leave.ts';
import { guestStaySchema } from '../visit/company/company.ts';
import { earlierPartSchema } from '../visit/earlier-part.ts';
import { closedEmergencySchema } from '../visit/emergency/emergency.ts';
import { examRequestSchema } from '../visit/examination/examination.ts';
import { examTargetSchema } from '../visit/examination/targets.ts';
import { incidentSchema } from '../visit/incident.ts';
import { interruptionSchema } from '../visit/interruption/interruption.ts';
import { paperSchema } from '../visit/papers/papers.ts';
import { privateTalkSchema } from '../visit/privacy/privacy.ts';
import { requestViewSchema } from '../visit/projections/shared.ts';
import { notedExclusionSchema } from '../visit/relevance/exclusions.ts';
import {
  assistantSchema,
  pathwaySchema,
  physicianCardSchema,
  redFlagSchema,
  reportStateSchema,
  siteSchema,
  skipReasonSchema,
  visitReasonSchema,
} from '../visit/words.ts';
import { isNoted, measureSchema } from '../vitals/kinds.ts';
import { type Reading, readingSchema } from '../vitals/reading.ts';

/** A site as a record may name it: the door code and the way in stay in the cabin. */
const recordSiteSchema = siteSchema.pick({
  id: true,
  cabinId: true,
  name: true,
  kind: true,
  addressLines: true,
});

const recordedIncidentSchema = incidentSchema.extend({
  /** The incident in words a physician understands, when the sender has them. */
  text: z.string().optional(),
});

/** One request of an instrument of the call, and what became of it. */
const examRecordSchema = z.strictObject({
  target: examTargetSchema,
  askedAt: instantSchema,
  status: examRequestSchema.shape.status,
  /** The device that was on, as the browser calls it; absent when none was. */
  device: z.string().optional(),
  simulated: z.boolean(),
  /** The line held its live sound back, at the end at least. */
  heldBack: z.literal(true).optional(),
  /** Stills or clips that the physician's page held whole and did not discard; gone with the visit. */
  kept: z.int().nonnegative(),
  /** Who asked; absent in records of before this was noted. */
  askedBy: physicianCardSchema.optional(),
});
export type ExamRecord = z.infer<typeof examRecordSchema>;

/** One request of a measure, and who asked; absent in records of before this was noted. */
const requestRecordSchema = requestViewSchema.extend({ askedBy: physicianCardSchema.optional() });

/** A document that was to be printed: what it was and what became of it, never its content or its name. */
const paperRecordSchema = paperSchema.omit({ paperId: true, name: true, byteLength: true });
export type PaperRecord = z.infer<typeof paperRecordSchema>;

interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const problemOfOrigin = ({
  measure,
  origin,
  device,
  derivedFrom,
  enteredIn,
}: Reading): string | undefined => {
  if (origin === 'manual' && device !== undefined) return 'a value entered by hand names no device';
  if (origin !== 'manual' && device === undefined && derivedFrom === undefined) {
    return 'a value of a device names its device';
  }
  if (origin !== 'manual' && isNoted(measure)) return 'no device takes it';
  if (origin !== 'manual' && enteredIn !== undefined) return 'only a value entered by hand was converted';
  return undefined;
};

const problemsOfReadings = (readings: readonly Reading[], simulation: boolean): readonly Problem[] => {
  const ids = readings.map(({ id }) => id);
  return readings.flatMap((reading, index): readonly Problem[] => {
    const at = (field: keyof Reading, message: string): Problem => ({
      path: ['readings', index, field],
      message,
    });
    const origin = problemOfOrigin(reading);
    return [
      ...(ids.indexOf(reading.id) === index ? [] : [at('id', 'two readings have this id')]),
      ...(origin === undefined ? [] : [at('device', origin)]),
      ...(reading.origin === 'simulator' && !simulation
        ? [at('origin', 'a simulated value in a visit that does not say so')]
        : []),
      ...((reading.derivedFrom ?? []).every((id) => ids.slice(0, index).includes(id))
        ? []
        : [at('derivedFrom', 'computed from a reading that does not precede it')]),
    ];
  });
};

/**
 * A finished visit as it leaves the cabin: all that the handover may say, and nothing else.
 * What was not asked, measured or written is absent.
 */
export const visitRecordSchema = z
  .strictObject({
    /** Random, unique in the world: the resources of the handover take their ids from it. */
    visitId: z.uuid(),
    startedAt: instantSchema,
    endedAt: instantSchema,
    /** True when any device of the cabin is simulated: the whole handover is then marked as test data. */
    simulation: z.boolean(),
    softwareVersion: z.string().min(1),
    site: recordSiteSchema,
    /** Who was beside the patient at the end. */
    assistant: assistantSchema,
    /** Who was there before them, oldest first. */
    earlierAssistants: z.array(assistantSchema).max(20).optional(),
    /** Absent when no physician took the patient. */
    physician: physicianCardSchema.optional(),
    /** Provisional: typed by the assistant, no document checked, no national identifier. */
    identity: identitySchema,
    particulars: particularsSchema.optional(),
    consents: consentsSchema,
    consentsGivenAt: instantSchema.optional(),
    reason: visitReasonSchema,
    /** Empty: the page was answered and none was declared. Absent: it was not answered. */
    redFlags: z.array(redFlagSchema).optional(),
    /** Oldest first, each one kept: a repeat replaces nothing. */
    readings: z.array(readingSchema),
    /** Measures that were given up, and why. */
    skipped: z.partialRecord(measureSchema, skipReasonSchema),
    requests: z.array(requestRecordSchema),
    /** What was listened to and looked at in the call; absent when nothing was asked for. No picture and no sound is part of a record. */
    exams: z.array(examRecordSchema).optional(),
    /** Emergencies of the visit, oldest first; absent when there was none. */
    emergencies: z.array(closedEmergencySchema).optional(),
    /** When patient and physician were alone, oldest first. */
    privateTalks: z.array(privateTalkSchema).optional(),
    pathway: pathwaySchema.optional(),
    /** What was noted that speaks against remote care; absent when nothing was. */
    exclusions: z.array(notedExclusionSchema).min(1).optional(),
    report: reportStateSchema.optional(),
    /** What the patient was told in plain words; empty when nothing was. */
    advice: z.string(),
    /** Where the person is seen in presence; absent when that was not decided. */
    orientation: orientationSchema.optional(),
    /** What the physician says of a sick leave; absent when none was prescribed. */
    sickLeave: sickLeaveSchema.optional(),
    /** What the technical incidents changed, in the physician's words; absent when nothing was said. */
    incidentRemark: z.string().optional(),
    /** The physician's notes; empty when there are none. */
    notes: z.string(),
    notesSavedAt: instantSchema.optional(),
    /** What physicians wrote and decided who left before the one who closed; absent when nobody did. */
    earlier: z.array(earlierPartSchema).optional(),
    /** Consultations that broke off before the one that was closed; absent when none did. */
    interruptions: z.array(interruptionSchema).optional(),
    /** Who took part by invitation, from when to when; absent when nobody did. */
    guests: z.array(guestStaySchema).optional(),
    /** *Incomplete equipment*: what a pharmacy must have and lacked while a physician held the patient; absent when nothing was missing. */
    missingEquipment: z.array(equipmentSchema).min(1).optional(),
    /** What the physician sent to be printed, oldest first; absent when nothing was. */
    papers: z.array(paperRecordSchema).min(1).optional(),
    incidents: z.array(recordedIncidentSchema),
    /** What both people got of the call; absent when there was none. */
    ledger: ledgerSchema.optional(),
  })
  .superRefine((record, context) => {
    const report = ({ path, message }: Problem) =>
      context.addIssue({ code: 'custom', path: [...path], message });
    for (const problem of problemsOfReadings(record.readings, record.simulation)) report(problem);
    for (const [index, { status }] of record.requests.entries()) {
      if (status.status !== 'done') continue;
      const { readingId } = status;
      if (record.readings.some(({ id }) => id === readingId)) continue;
      report({ path: ['requests', index, 'status', 'readingId'], message: 'no such reading' });
    }
  });
export type VisitRecord = z.infer<typeof visitRecordSchema>;
export type RecordedIncident = VisitRecord['incidents'][number];
