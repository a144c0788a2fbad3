import * as z from 'zod';
import { consentSchema, consentsSchema } from '../identity/consents.ts';
import { identitySchema } from '../identity/identity.ts';
import { particularsSchema } from '../identity/particulars.ts';
import { REST_BREAKS } from '../vitals/capture-plan.ts';
import { CONFUSED_UNITS } from '../vitals/confused-units.ts';
import { cuffSettingSchema } from '../vitals/cuff.ts';
import { measureSchema, valuesSchema, vitalSignSchema } from '../vitals/kinds.ts';
import { takingSchema } from '../vitals/taking.ts';
import { ATTENDANCE_COMMAND_ROLES, ATTENDANCE_COMMANDS } from './attendance/commands.ts';
import { captureIdSchema } from './capture-id.ts';
import { closingSchema } from './closing/closing.ts';
import { COMPANY_COMMAND_ROLES, COMPANY_COMMANDS } from './company/commands.ts';
import { CONVERSATION_COMMAND_ROLES, CONVERSATION_COMMANDS } from './conversation/commands.ts';
import { EMERGENCY_COMMAND_ROLES, EMERGENCY_COMMANDS } from './emergency/commands.ts';
import { emergencyWordsSchema } from './emergency/emergency.ts';
import { EXAM_COMMAND_ROLES, EXAM_COMMANDS } from './examination/commands.ts';
import { INTERRUPTION_COMMAND_ROLES, INTERRUPTION_COMMANDS } from './interruption/commands.ts';
import { PAPER_COMMAND_ROLES, PAPER_COMMANDS } from './papers/commands.ts';
import { PRIVACY_COMMAND_ROLES, PRIVACY_COMMANDS } from './privacy/commands.ts';
import { RELEVANCE_COMMAND_ROLES, RELEVANCE_COMMANDS } from './relevance/commands.ts';
import { languageSchema, type Role, redFlagSchema, skipReasonSchema, visitReasonSchema } from './words.ts';

/** Longest notes of one physician, in characters. */
export const LONGEST_NOTES = 20_000;
const notesSchema = z.string().max(LONGEST_NOTES);
const shortText = z.string().trim().min(1).max(200);

/** What a person may ask of the visit. The cabin decides; every command may be refused with a code of the catalogue. */
export const COMMANDS = {
  'start-visit': z.strictObject({ type: z.literal('start-visit') }),
  'choose-language': z.strictObject({ type: z.literal('choose-language'), language: languageSchema }),
  'answer-red-flags': z.strictObject({
    type: z.literal('answer-red-flags'),
    flags: z.array(redFlagSchema).max(7),
  }),
  'acknowledge-capabilities': z.strictObject({ type: z.literal('acknowledge-capabilities') }),
  'enter-identity': z.strictObject({ type: z.literal('enter-identity'), identity: identitySchema }),
  /** All that is known so far, in the place of what was noted before. */
  'note-particulars': z.strictObject({ type: z.literal('note-particulars'), particulars: particularsSchema }),
  'give-consents': z.strictObject({ type: z.literal('give-consents'), consents: consentsSchema }),
  /** One answer for itself, at any moment until the consultation is closed. */
  'change-consent': z.strictObject({
    type: z.literal('change-consent'),
    consent: consentSchema,
    given: z.boolean(),
  }),
  'give-reason': z.strictObject({ type: z.literal('give-reason'), reason: visitReasonSchema }),
  'go-back': z.strictObject({ type: z.literal('go-back') }),
  'start-capture': z.strictObject({ type: z.literal('start-capture'), measure: measureSchema }),
  /** Ends the running capture without a reading; a cuff is released at once. */
  'stop-capture': z.strictObject({ type: z.literal('stop-capture'), captureId: captureIdSchema }),
  /** After a failed or kept reading: one more try of the same measure. */
  'restart-capture': z.strictObject({ type: z.literal('restart-capture'), measure: measureSchema }),
  'skip-capture': z.strictObject({
    type: z.literal('skip-capture'),
    measure: measureSchema,
    reason: skipReasonSchema,
  }),
  /** Cuts the rest before blood pressure short; the reason is kept with the readings. */
  'shorten-rest': z.strictObject({ type: z.literal('shorten-rest'), reason: shortText }),
  /** The patient has moved or talked: the rest begins anew. */
  'restart-rest': z.strictObject({ type: z.literal('restart-rest'), cause: z.enum(REST_BREAKS) }),
  /** How the cuff sits, for the pressures that come. */
  'note-cuff': z.strictObject({ type: z.literal('note-cuff'), setting: cuffSettingSchema }),
  'enter-reading': z.strictObject({
    type: z.literal('enter-reading'),
    measure: vitalSignSchema,
    values: valuesSchema,
    /** The unit that they were converted from, as the assistant said. */
    enteredIn: z.enum(CONFUSED_UNITS).optional(),
    /** How they were taken, where a sign asks for it. */
    taking: takingSchema.optional(),
  }),
  'finish-measures': z.strictObject({ type: z.literal('finish-measures') }),
  'acknowledge-physician': z.strictObject({ type: z.literal('acknowledge-physician') }),
  'ask-help': z.strictObject({ type: z.literal('ask-help') }),
  'acknowledge-help': z.strictObject({ type: z.literal('acknowledge-help') }),
  pause: z.strictObject({ type: z.literal('pause') }),
  resume: z.strictObject({ type: z.literal('resume') }),
  /** Leaves and erases: nothing of the visit is handed over. */
  leave: z.strictObject({ type: z.literal('leave') }),
  'accept-task': z.strictObject({ type: z.literal('accept-task'), requestId: z.string() }),
  'decline-task': z.strictObject({
    type: z.literal('decline-task'),
    requestId: z.string(),
    reason: skipReasonSchema,
  }),
  /** The person has read the goodbye screen: the cabin is wiped. Refused while the handover is not written. */
  'finish-visit': z.strictObject({ type: z.literal('finish-visit') }),
  'retry-handover': z.strictObject({ type: z.literal('retry-handover') }),
  'request-measure': z.strictObject({
    type: z.literal('request-measure'),
    /** Chosen by the physician's page, so that a request sent twice over a reconnect is one request. */
    requestId: z.string().min(8).max(64),
    measure: measureSchema,
  }),
  ...ATTENDANCE_COMMANDS,
  ...EMERGENCY_COMMANDS,
  ...EXAM_COMMANDS,
  ...COMPANY_COMMANDS,
  ...CONVERSATION_COMMANDS,
  ...INTERRUPTION_COMMANDS,
  ...PAPER_COMMANDS,
  ...PRIVACY_COMMANDS,
  ...RELEVANCE_COMMANDS,
  'save-notes': z.strictObject({ type: z.literal('save-notes'), text: notesSchema }),
  'close-consultation': closingSchema.extend({
    type: z.literal('close-consultation'),
    /** The notes as they stand: they cannot arrive after the record left, nor be overtaken by an older save. */
    notes: notesSchema,
    /** Who has taken the patient over; asked for while an emergency is not over. */
    handedOverTo: emergencyWordsSchema.optional(),
  }),
} as const;

export const commandSchema = z.discriminatedUnion(
  'type',
  Object.values(COMMANDS) as unknown as CommandSchemas,
);
type CommandSchemas = [
  (typeof COMMANDS)['start-visit'],
  ...(typeof COMMANDS)[Exclude<keyof typeof COMMANDS, 'start-visit'>][],
];
export type CommandType = keyof typeof COMMANDS;
export type Command = { [Type in CommandType]: z.infer<(typeof COMMANDS)[Type]> }[CommandType];

const both: readonly Role[] = ['patient', 'assistant'];
const assistant: readonly Role[] = ['assistant'];
const physician: readonly Role[] = ['physician'];

/** Who may ask what. Checked in the main process against the role of the sender, never against what the sender says it is. */
export const COMMAND_ROLES: Record<CommandType, readonly Role[]> = {
  'start-visit': both,
  'choose-language': both,
  'answer-red-flags': both,
  'acknowledge-capabilities': both,
  'enter-identity': assistant,
  'note-particulars': assistant,
  'give-consents': both,
  'change-consent': both,
  'give-reason': both,
  'go-back': both,
  'start-capture': both,
  'stop-capture': both,
  'restart-capture': both,
  'skip-capture': both,
  'shorten-rest': assistant,
  'restart-rest': assistant,
  'note-cuff': assistant,
  'enter-reading': assistant,
  'finish-measures': both,
  'acknowledge-physician': both,
  'ask-help': ['patient'],
  'acknowledge-help': assistant,
  pause: both,
  resume: both,
  leave: both,
  'accept-task': assistant,
  'decline-task': assistant,
  'finish-visit': both,
  'retry-handover': assistant,
  'request-measure': physician,
  ...ATTENDANCE_COMMAND_ROLES,
  ...EMERGENCY_COMMAND_ROLES,
  ...EXAM_COMMAND_ROLES,
  ...COMPANY_COMMAND_ROLES,
  ...CONVERSATION_COMMAND_ROLES,
  ...INTERRUPTION_COMMAND_ROLES,
  ...PAPER_COMMAND_ROLES,
  ...PRIVACY_COMMAND_ROLES,
  ...RELEVANCE_COMMAND_ROLES,
  'save-notes': physician,
  'close-consultation': physician,
};
