import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the checkout. @param {string[]} parts */
export const inProject = (...parts) => join(projectFolder, ...parts);
