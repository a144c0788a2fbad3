import { assertNever } from '#core/result.ts';

/** The form that a device is set to: function item 32 of the HBP-9030, or the serial modes of the HBP-9020. */
export type Form = 'format-1' | 'format-2' | 'format-3' | 'format-5' | 'mode-5' | 'stx';

/** What a message says. Pressures in mm[Hg], pulse per minute. */
export interface Said {
  /** Local date and time, `2026-07-11T09:05:00`. */
  readonly at: string;
  readonly patient: string;
  readonly systolic: number;
  readonly mean: number;
  readonly diastolic: number;
  readonly pulse: number;
  /** 0 is none. */
  readonly error: number;
  readonly movements: number;
}

const ID_WIDTH = 20;
const SHORT_ID_WIDTH = 8;

/** The text of a message, as a device set to this form sends it. */
export const writeMessage = (form: Form, said: Said): string => {
  const [year = '', month = '', day = '', hour = '', minute = ''] = said.at.split(/\D/);
  const short = year.slice(2);
  const number = (value: number): string => (said.error === 0 ? String(value).padStart(3, '0') : '   ');
  const [sys, map, dia, pr] = [said.systolic, said.mean, said.diastolic, said.pulse].map(number);
  const patient = said.patient.slice(0, ID_WIDTH).padEnd(ID_WIDTH);
  const line = `bp,${patient},${year}/${month}/${day},${hour}:${minute},${sys},${map},${dia},${pr},${said.error}\r`;
  switch (form) {
    case 'format-1':
      return `MMBP203N\r${year}.${month}.${day}\r${sys}\r${dia}\r${pr}\r`;
    case 'format-2': {
      const id = said.patient.slice(0, SHORT_ID_WIDTH).padEnd(SHORT_ID_WIDTH);
      return `ID${id}B${short}/${month}/${day}/${hour}:${minute} ${sys} ${dia} ${pr} `;
    }
    case 'format-3':
      return line;
    case 'mode-5':
      return `${line}\n`;
    case 'format-5': {
      const date = [year, month, day, hour, minute].join(',');
      return `${date},${patient},${said.error},${sys},${dia},${pr},${Math.min(9, said.movements)}\r\n`;
    }
    case 'stx':
      return `\x02 ${short}${month}${day} ${hour}${minute} ${sys} ${dia} ${pr}\x03`;
    default:
      return assertNever(form);
  }
};
