import type { Attendance, Reach } from './attendance.ts';

/** What has happened with the doubt whether somebody is there. */
export type AttendanceEvent =
  | { readonly type: 'attendance-doubted'; readonly state: Attendance['state'] }
  | { readonly type: 'sign-given' }
  | { readonly type: 'departure-noted'; readonly reach?: Reach };
