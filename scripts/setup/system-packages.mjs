import { findProgram } from '../lib/find-program.mjs';
import { run } from '../lib/run.mjs';

/** @typedef {'electron' | 'display' | 'pseudo-terminal' | 'browser' | 'servers' | 'network' | 'firefox'} Need */
/** @typedef {import('../lib/terminal.mjs').Terminal} Terminal */

/**
 * Debian packages by what they serve. Each line lists the names one thing goes by in different releases.
 * @type {Record<Need, readonly (readonly string[])[]>}
 */
const packagesByNeed = {
  electron: [
    ['libgtk-3-0', 'libgtk-3-0t64'],
    ['libnss3'],
    ['libasound2', 'libasound2t64'],
    ['libgbm1'],
    ['libxss1'],
    ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ],
  display: [['xvfb'], ['openbox']],
  'pseudo-terminal': [['socat']],
  browser: [['chromium']],
  servers: [['mosquitto'], ['coturn'], ['libnss3-tools']],
  network: [['iproute2'], ['nftables'], ['python3']],
  firefox: [['firefox-esr', 'firefox']],
};

/** What does not work without them. @type {Record<Need, import('../lib/terminal.mjs').MessageKey>} */
const lossByNeed = {
  electron: 'lossElectron',
  display: 'lossDisplay',
  'pseudo-terminal': 'lossPseudoTerminal',
  browser: 'lossBrowser',
  servers: 'lossServers',
  network: 'lossNetwork',
  firefox: 'lossFirefox',
};

/**
 * The needs that are not met, each with the packages it lacks.
 * @param {readonly Need[]} needs
 * @param {ReadonlySet<string>} installed names of installed packages
 * @returns {{ need: Need, missing: (readonly string[])[] }[]}
 */
export const planMissing = (needs, installed) =>
  needs
    .map((need) => ({
      need,
      missing: packagesByNeed[need].filter((names) => !names.some((n) => installed.has(n))),
    }))
    .filter(({ missing }) => missing.length > 0);

/**
 * The packages named in `dpkg-query`'s answer that are installed (`ii`, also when on hold: `hi`).
 * @param {string} answer lines of `package status`
 */
export const parseInstalled = (answer) =>
  new Set(
    answer
      .split('\n')
      .map((line) => /^(\S+) .i/.exec(line)?.[1])
      .filter((name) => name !== undefined),
  );

/**
 * Installs what is missing when we are root on a Debian system, else prints the one command that does.
 * Never fails: what is missing may not be needed today, and what needs it says so itself.
 * @param {readonly Need[]} needs
 * @param {Terminal} terminal
 */
export const provideSystemPackages = async (needs, terminal) => {
  if (process.platform !== 'linux' || needs.length === 0) return;
  if (findProgram('dpkg-query') === undefined || findProgram('apt-get') === undefined) return;
  const plan = planMissing(needs, await installedPackages(needs));
  if (plan.length === 0) return;
  const wanted = plan.flatMap(({ missing }) => missing);
  if (process.getuid?.() === 0 && (await installPackages(wanted, terminal))) return;
  const names = await chooseNames(wanted);
  terminal.say('systemCommand', {
    command: `sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`,
  });
  for (const { need } of plan) terminal.say(lossByNeed[need]);
};

/** A placeholder of dpkg-query's own. @param {string} name */
const dpkgField = (name) => `\${${name}}`;

/** @param {readonly Need[]} needs */
const installedPackages = async (needs) => {
  const names = needs.flatMap((need) => packagesByNeed[need]).flat();
  const { output } = await run('dpkg-query', [
    '-W',
    `-f=${dpkgField('Package')} ${dpkgField('db:Status-Abbrev')}\n`,
    ...names,
  ]);
  return parseInstalled(output);
};

/** The name this release knows, of each package. @param {readonly (readonly string[])[]} alternatives */
const chooseNames = async (alternatives) => {
  /** @type {string[]} */
  const chosen = [];
  for (const names of alternatives) {
    const { output } = await run('apt-cache', ['madison', ...names]);
    chosen.push(names.find((name) => new RegExp(`^\\s*${name} \\|`, 'm').test(output)) ?? names[0] ?? '');
  }
  return chosen;
};

/** @param {readonly (readonly string[])[]} wanted @param {Terminal} terminal @returns {Promise<boolean>} whether all went well */
const installPackages = async (wanted, terminal) => {
  const progress = terminal.progress('systemInstall', { names: wanted.map(([name]) => name).join(' ') });
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string} text */
  const onOutput = (text) => progress.update(text.trim().split('\n').at(-1)?.slice(0, 60) ?? '');
  await run('apt-get', ['update'], { env, onOutput });
  // Only now: an image may come without any list of packages.
  const names = await chooseNames(wanted);
  const done = await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], {
    env,
    onOutput,
  });
  progress.end(terminal.text(done.exitCode === 0 ? 'done' : 'failed'));
  if (done.exitCode !== 0) terminal.pass(done.output.trim().split('\n').slice(-5).join('\n'));
  return done.exitCode === 0;
};
