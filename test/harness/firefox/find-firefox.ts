import { findProgram } from '#scripts/lib/find-program.mjs';

/** The Firefox of this machine, if there is one that can be driven: the way to it is a program that Windows does not start. */
export const findFirefox = (): string | undefined =>
  process.platform === 'win32' ? undefined : (findProgram('firefox-esr') ?? findProgram('firefox'));
