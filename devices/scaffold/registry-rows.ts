import { type Answers, codeNameOf } from './answers.ts';
import type { RowPlace } from './rows.ts';

/** `'tanita-scale': tanitaScale,`, or `nonin,` where both are the same. */
const recordRow = (id: string, value: string): string => {
  if (id === value) return `  ${id},`;
  return `  ${id.includes('-') ? `'${id}'` : id}: ${value},`;
};

const RECORD_ROW = /^ {2}'?([a-z0-9-]+)'?(?:: \w+)?,$/;

/** Everything outside its own folder that a new driver needs to be known: a file, and the rows that it gets. */
export const registryRows = ({ id, vectors }: Answers): Readonly<Record<string, readonly RowPlace[]>> => {
  const name = codeNameOf(id);
  return {
    'core/contract/devices.ts': [
      {
        neighbour: /^ {2}'([a-z0-9-]+)',$/,
        row: `  '${id}',`,
        key: id,
        after: /^export const DRIVER_IDS = \[/,
      },
    ],
    'devices/registry.ts': [
      {
        neighbour: /^import .* from '\.\/drivers\/([^/]+)\/driver\.ts';$/,
        row: `import { driver as ${name} } from './drivers/${id}/driver.ts';`,
        key: id,
      },
      { neighbour: RECORD_ROW, row: recordRow(id, name), key: id, after: /^export const DRIVERS/ },
    ],
    'devices/simulation/registry.ts': [
      {
        neighbour: /^import .* from '\.\.\/drivers\/([^/]+)\/(?:faults|simulator)\.ts';$/,
        row: [
          `import { faults as ${name}Faults } from '../drivers/${id}/faults.ts';`,
          `import { createSimulator as ${name} } from '../drivers/${id}/simulator.ts';`,
        ].join('\n'),
        key: id,
      },
      { neighbour: RECORD_ROW, row: recordRow(id, name), key: id, after: /^const SIMULATORS = \{/ },
      {
        neighbour: RECORD_ROW,
        row: recordRow(id, `${name}Faults`),
        key: id,
        after: /^export const FAULT_TABLES/,
      },
    ],
    ...(vectors === undefined
      ? {}
      : {
          'test/contract/vectors/folders.ts': [
            {
              neighbour: /^import .* from '\.\/([^/]+)\.ts';$/,
              row: `import { table as ${codeNameOf(vectors)} } from './${vectors}.ts';`,
              key: vectors,
            },
            {
              neighbour: RECORD_ROW,
              row: recordRow(vectors, codeNameOf(vectors)),
              key: vectors,
              after: /^export const TABLES/,
            },
          ],
        }),
  };
};
