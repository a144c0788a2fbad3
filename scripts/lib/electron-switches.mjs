import { readdirSync } from 'node:fs';

/** Whether Chromium would refuse to start with its sandbox: it does as root on Linux. */
export const mustDropSandbox = () => process.platform === 'linux' && process.getuid?.() === 0;

/** Whether this machine surely has no camera. Elsewhere than on Linux it cannot be told from here. */
export const hasNoCamera = () => {
  if (process.platform !== 'linux') return false;
  return !readdirSync('/dev').some((name) => name.startsWith('video'));
};

/**
 * @typedef {object} CabinOptions
 * @property {string | undefined} devicesFile without one the usual devices are simulated
 * @property {string | undefined} profileFile what the site is; needed with real devices
 * @property {boolean} windowed
 * @property {boolean} technician whether the technician's window is opened at once
 * @property {'fr' | 'en'} language
 * @property {number} clockRate how much faster than real time rests and gaps pass; 1 with real devices
 * @property {number | undefined} gatewayPort
 * @property {string} handoverFolder
 */

/**
 * The switches our main process reads. Prefixed, since Chromium owns names such as `--lang`.
 * @param {CabinOptions} options
 */
export const cabinSwitches = ({
  devicesFile,
  profileFile,
  windowed,
  technician,
  language,
  clockRate,
  gatewayPort,
  handoverFolder,
}) => [
  devicesFile === undefined ? '--cabine-simulate' : `--cabine-devices=${devicesFile}`,
  ...(profileFile === undefined ? [] : [`--cabine-profile=${profileFile}`]),
  ...(windowed ? ['--cabine-windowed'] : []),
  ...(technician ? ['--cabine-technician'] : []),
  `--cabine-lang=${language}`,
  `--cabine-clock-rate=${clockRate}`,
  ...(gatewayPort === undefined ? [] : [`--cabine-gateway-port=${gatewayPort}`]),
  `--cabine-handover=${handoverFolder}`,
];
