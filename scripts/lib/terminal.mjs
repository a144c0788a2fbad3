import { messages } from './messages.mjs';

/** @typedef {'fr' | 'en'} Language */
/** @typedef {keyof typeof messages} MessageKey */
/** @typedef {Record<string, string | number>} Values */
/** @typedef {ReturnType<typeof createTerminal>} Terminal */

/**
 * The message in one language, its `{names}` filled in.
 * @param {Language} language
 * @param {MessageKey} key
 * @param {Values} [values]
 */
export const textOf = (language, key, values = {}) =>
  messages[key][language].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/**
 * The language asked for by `--lang`, before any option is checked. French without it.
 * @param {readonly string[]} argv
 * @returns {Language}
 */
export const languageOf = (argv) => {
  const place = argv.indexOf('--lang');
  const asked =
    place >= 0 ? argv[place + 1] : argv.find((a) => a.startsWith('--lang='))?.slice('--lang='.length);
  return asked === 'en' ? 'en' : 'fr';
};

/**
 * Speaks to the person at the terminal, on the error stream so that a command's own output stays pure.
 * @param {{ language: Language, stream?: NodeJS.WriteStream }} options
 */
export const createTerminal = ({ language, stream = process.stderr }) => {
  const live = stream.isTTY === true && process.env['CI'] === undefined;
  /** @param {MessageKey} key @param {Values} [values] */
  const text = (key, values) => textOf(language, key, values);
  return {
    language,
    text,
    /** One line. @param {MessageKey} key @param {Values} [values] */
    say: (key, values) => void stream.write(`${text(key, values)}\n`),
    /** Output of another program, passed on as it is. @param {string} output */
    pass: (output) => void stream.write(output.endsWith('\n') || output === '' ? output : `${output}\n`),
    /** A line that grows while long work goes on. @param {MessageKey} key @param {Values} [values] */
    progress: (key, values) => createProgress(stream, live, text(key, values)),
  };
};

/** How often a progress line is repeated where it cannot be redrawn, in ms. */
const quietInterval = 5_000;

/**
 * @param {NodeJS.WriteStream} stream
 * @param {boolean} live whether the line can be redrawn in place
 * @param {string} title
 */
const createProgress = (stream, live, title) => {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1_000).toFixed(1)} s`;
  let lastShown = started;
  if (!live) stream.write(`${title}\n`);
  return {
    /** @param {string} state for example `42 / 190 MB` */
    update: (state) => {
      const now = performance.now();
      if (now - lastShown < (live ? 100 : quietInterval)) return;
      lastShown = now;
      stream.write(live ? `\r\x1b[2K${title} ${state} (${seconds()})` : `  ${state} (${seconds()})\n`);
    },
    /** @param {string} result */
    end: (result) =>
      void stream.write(
        live ? `\r\x1b[2K${title} ${result} (${seconds()})\n` : `  ${result} (${seconds()})\n`,
      ),
  };
};
