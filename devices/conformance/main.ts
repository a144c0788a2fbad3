import { runCommand } from '../cli/dispatch.ts';
import { endWithReader, terminal } from '../cli/terminal.ts';
import { devicesCommand } from './devices-command.ts';
import { fuzzCommand } from './fuzz-command.ts';

endWithReader();
const [which, ...words] = process.argv.slice(2);
const command = which === fuzzCommand.name ? fuzzCommand : devicesCommand;
process.exitCode = await runCommand(command, words, terminal, `test:${command.name}`);
