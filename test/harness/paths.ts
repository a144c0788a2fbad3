import { join, resolve } from 'node:path';

/** The project's root. */
export const PROJECT = resolve(import.meta.dirname, '..', '..');
export const inProject = (...parts: readonly string[]): string => join(PROJECT, ...parts);
