import { assistant } from './assistant.ts';
import { attendance } from './attendance.ts';
import { closing } from './closing.ts';
import { common } from './common.ts';
import { company } from './company.ts';
import { conversation } from './conversation.ts';
import { errors } from './errors.ts';
import { exam } from './exam.ts';
import { ledger } from './ledger.ts';
import { misconfigured } from './misconfigured.ts';
import { opening } from './opening.ts';
import { otherEnd } from './other-end.ts';
import { papers } from './papers.ts';
import { patient } from './patient.ts';
import { physician } from './physician.ts';
import { privacy } from './privacy.ts';
import { quality } from './quality.ts';
import { staff } from './staff.ts';
import { technician } from './technician.ts';
import { trust } from './trust.ts';

/** All words in French, by namespace. */
export const frenchWords = {
  common,
  patient,
  papers,
  assistant,
  physician,
  attendance,
  privacy,
  closing,
  quality,
  staff,
  technician,
  conversation,
  company,
  errors,
  exam,
  opening,
  misconfigured,
  ledger,
  'other-end': otherEnd,
  trust,
};
