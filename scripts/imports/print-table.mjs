import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from '../lib/paths.mjs';
import { withTable } from './table.mjs';

// Renews the table of import rules in docs/architecture.md.
const file = inProject('docs', 'architecture.md');
writeFileSync(file, withTable(readFileSync(file, 'utf8')));
