import { projectFolder } from '../lib/paths.mjs';
import { inspectImports } from './inspect.mjs';

const { files, imports, violations } = await inspectImports(projectFolder);
for (const violation of violations) process.stdout.write(`${violation}\n`);
process.stdout.write(`${files} files, ${imports} imports, ${violations.length} against the rules\n`);
// With a TypeScript it cannot read, dependency-cruiser silently sees no import at all: that is no success.
process.exitCode = violations.length === 0 && imports > 0 ? 0 : 1;
