import type { ArabicForms, PatientWordsIn } from '../patient-words.ts';
import { attendance } from './attendance.ts';
import { common } from './common.ts';
import { company } from './company.ts';
import { conversation } from './conversation.ts';
import { errors } from './errors.ts';
import { exam } from './exam.ts';
import { otherEnd } from './other-end.ts';
import { papers } from './papers.ts';
import { patient } from './patient.ts';
import { privacy } from './privacy.ts';
import { quality } from './quality.ts';
import { trust } from './trust.ts';

/** What the patient's window says in Arabic, by namespace; staff read French or English. */
export const arabicWords: PatientWordsIn<ArabicForms> = {
  common,
  patient,
  attendance,
  papers,
  privacy,
  quality,
  company,
  conversation,
  errors,
  exam,
  'other-end': otherEnd,
  trust,
};
