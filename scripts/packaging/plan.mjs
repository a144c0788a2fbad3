/**
 * @typedef {object} PackagePlan
 * @property {boolean} refused the runtime must not go into a real cabin
 * @property {string[]} args for electron-builder
 */

/**
 * What electron-builder is asked for. A test package says so in its name, is a plain folder, and lets
 * Playwright in; a real one never does, and is never made of the fallback runtime.
 * @param {{ forTests: boolean, isFallback: boolean, folder: string, version: string, platform: string }} situation
 * @returns {PackagePlan}
 */
export const planPackage = ({ forTests, isFallback, folder, version, platform }) => {
  if (isFallback && !forTests) return { refused: true, args: [] };
  const system = platform === 'win32' ? '--win' : '--linux';
  const common = ['--config', 'electron-builder.yml', '--publish', 'never', system];
  const runtime = [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`];
  if (!forTests) return { refused: false, args: [...common, ...runtime] };
  const marked = [
    '-c.productName=Cabine TEST',
    '-c.appId=org.cabine.cabin.test',
    '-c.electronFuses.enableNodeCliInspectArguments=true',
  ];
  return { refused: false, args: [...common, 'dir', ...runtime, ...marked] };
};
