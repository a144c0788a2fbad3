/**
 * What the main process tells once it is up, as `CABINE READY {json}` on its standard output.
 * @typedef {object} Ready
 * @property {string} physicianUrl
 * @property {{ name: string, account: string }[]} accounts
 * @property {string} accessCode
 * @property {string} handover folder where the records of ended visits are left
 * @property {string} [technicianPin] code of the technician's bench, where it protects nothing
 * @property {Record<string, string>} [codes] codes of those who may open the cabin, by their ids, where they protect nothing
 */

const prefix = 'CABINE READY ';

/** @param {string} line @returns {Ready | undefined} */
export const parseReady = (line) =>
  line.startsWith(prefix) ? JSON.parse(line.slice(prefix.length)) : undefined;

/**
 * How to use the cabin that just opened.
 * @param {Pick<import('../lib/terminal.mjs').Terminal, 'say'>} terminal
 * @param {Ready} ready
 */
export const sayReady = (
  terminal,
  { physicianUrl, accounts, accessCode, handover, technicianPin, codes = {} },
) => {
  terminal.say('cabinReady', { physicianUrl });
  for (const [person, code] of Object.entries(codes)) terminal.say('cabinPerson', { person, code });
  for (const account of accounts) terminal.say('cabinAccount', { ...account, accessCode });
  terminal.say('cabinHandover', { handover });
  if (technicianPin !== undefined) terminal.say('cabinTechnician', { technicianPin });
  terminal.say('cabinStop');
};

/** Lines Chromium writes on machines without a system bus or a graphics card; they mean nothing to anyone here. */
const noise = [
  /bus\.cc/,
  /viz_main_impl/,
  /command_buffer_proxy_impl/,
  /gpu_process_host/,
  /gl_factory|gl_display|vaapi/,
];

/** @param {string} line */
export const isNoise = (line) => line.trim() === '' || noise.some((pattern) => pattern.test(line));
