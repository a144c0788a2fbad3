import { dispatch } from './dispatch.ts';
import { endWithReader, terminal } from './terminal.ts';

endWithReader();
process.exitCode = await dispatch(process.argv.slice(2), terminal);
