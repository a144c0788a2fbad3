/**
 * Ends a command with one clear line for the person at the terminal and an exit code.
 * It is the single way our scripts refuse: anything else thrown is a bug and shows its stack.
 */
export class Stop extends Error {
  /**
   * @param {string} line what happened and what to do, in the person's language; empty when all was said
   * @param {number} exitCode 2 for a wrong option or missing part, else the code of what failed
   */
  constructor(line, exitCode) {
    super(line);
    this.name = 'Stop';
    this.exitCode = exitCode;
  }
}
