/** @typedef {'override' | 'installed' | 'download' | 'fallback'} RuntimeSource */

/**
 * @typedef {object} RuntimeSituation
 * @property {boolean} override `ELECTRON_OVERRIDE_DIST_PATH` is set
 * @property {boolean} installed the electron package already has its binary
 * @property {boolean} refusedLately a download failed a short while ago
 * @property {string} platform
 * @property {string} arch
 */

/**
 * Where to take the Electron runtime from, in the order to try. A folder named by the person is never
 * replaced by another; the fallback exists for 64-bit Linux only.
 * @param {RuntimeSituation} situation
 * @returns {readonly RuntimeSource[]}
 */
export const runtimeOrder = ({ override, installed, refusedLately, platform, arch }) => {
  if (override) return ['override'];
  if (installed) return ['installed'];
  const hasFallback = platform === 'linux' && arch === 'x64';
  if (!hasFallback) return ['download'];
  return refusedLately ? ['fallback'] : ['download', 'fallback'];
};
