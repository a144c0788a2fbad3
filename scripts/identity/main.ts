import { text } from 'node:stream/consumers';
import { HELP } from './help.ts';
import { identityAnswer } from './identity-answer.ts';
import { readCall } from './read-call.ts';

const call = readCall(process.argv.slice(2));

// A reader that has seen enough closes the pipe: that is no failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** Calendar date of this machine, ISO. */
const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

switch (call.type) {
  case 'help':
    process.stdout.write(HELP[call.language]);
    break;
  case 'wrong':
    process.stderr.write(HELP[call.language]);
    process.exitCode = 2;
    break;
  default: {
    const input = call.input === '-' ? await text(process.stdin) : call.input;
    process.stdout.write(`${identityAnswer(call.subject, input, today())}\n`);
  }
}
