/** Status codes of the printed lines, and what each means for the numbers beside it (MD PnP, `nellcor-n595.spec`). */
const STATUS_CODES = {
  AO: { name: 'alarm off', means: 'nothing' },
  AS: { name: 'alarm silenced', means: 'nothing' },
  LB: { name: 'low battery', means: 'low-battery' },
  LM: { name: 'loss of pulse, with interference', means: 'no-pulse' },
  LP: { name: 'loss of pulse', means: 'no-pulse' },
  MO: { name: 'interference', means: 'motion' },
  PH: { name: 'pulse rate above limit', means: 'nothing' },
  PL: { name: 'pulse rate below limit', means: 'nothing' },
  PS: { name: 'pulse search', means: 'no-pulse' },
  SD: { name: 'sensor disconnected', means: 'no-sensor' },
  SH: { name: 'saturation above limit', means: 'nothing' },
  SL: { name: 'saturation below limit', means: 'nothing' },
  SO: { name: 'sensor off', means: 'no-sensor' },
} as const;

export type StatusCode = keyof typeof STATUS_CODES;
type StatusMeaning = (typeof STATUS_CODES)[StatusCode]['means'];

export const isStatusCode = (text: string): text is StatusCode => Object.hasOwn(STATUS_CODES, text);

/** Whether one of the codes has this meaning. */
export const says = (codes: readonly StatusCode[], meaning: StatusMeaning): boolean =>
  codes.some((code) => STATUS_CODES[code].means === meaning);

/** The code and its words. */
export const describeStatus = (code: StatusCode): string => `${code} ${STATUS_CODES[code].name}`;
