import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '#core/result.ts';
import { type Answers, codeNameOf } from './answers.ts';
import { registryRows } from './registry-rows.ts';
import { insertRows } from './rows.ts';
import { snippetsOf } from './snippets.ts';

const TEMPLATES = join(import.meta.dirname, 'templates');
const SUFFIX = '.txt';
/** Templates that do not belong in the driver's folder. */
const PAGE = 'page.md';
const VECTORS = 'vectors.ts';

/** What was made, as paths in the project. */
export interface CreatedDriver {
  readonly created: readonly string[];
  readonly changed: readonly string[];
}

const fillingOf = ({
  id,
  maker,
  model,
  measures,
  line,
  vectors = '',
}: Answers): Readonly<Record<string, string>> => {
  const name = codeNameOf(id);
  const { baudRate, dataBits, parity, stopBits } = line;
  return {
    id,
    maker: maker.replaceAll("'", '’'),
    model: model.replaceAll("'", '’'),
    Name: name.charAt(0).toUpperCase() + name.slice(1),
    vectors,
    baudRate: String(baudRate),
    dataBits: String(dataBits),
    parity,
    stopBits: String(stopBits),
    lineShown: `${baudRate} ${dataBits}${parity.charAt(0).toUpperCase()}${stopBits}.`,
    ...snippetsOf(measures),
  };
};

const fill = (template: string, filling: Readonly<Record<string, string>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => filling[name] ?? whole);

/** The table of a folder of published bytes: the one that nobody read until now, or a new one. */
const vectorsTable = async (path: string, id: string, stub: string): Promise<Result<string, string>> => {
  const there = await readFile(path, 'utf8').catch(() => undefined);
  if (there === undefined) return ok(stub);
  if (!there.includes('driver: undefined')) return fail(`${path} is read by another driver`);
  return ok(
    there
      .replace('driver: undefined', `driver: '${id}'`)
      .replace(/: no driver reads them\./, '. FILL: what comes of each row.'),
  );
};

const driverFiles = async ({ id }: Answers): Promise<ReadonlyMap<string, string>> => {
  const names = (await readdir(TEMPLATES)).map((name) => name.slice(0, -SUFFIX.length));
  const own = names.filter((name) => name !== PAGE && name !== VECTORS);
  return new Map([
    ...own.map((name) => [`devices/drivers/${id}/${name}`, name] as const),
    [`docs/devices/${id}.md`, PAGE],
  ]);
};

/**
 * Writes the skeleton of a driver into the project at `root`: its folder, its page, and its rows in every registry. Nothing is written
 * when anything stands in the way.
 */
export const createDriver = async (
  root: string,
  answers: Answers,
): Promise<Result<CreatedDriver, string>> => {
  const filling = fillingOf(answers);
  const template = async (name: string): Promise<string> =>
    fill(await readFile(join(TEMPLATES, `${name}${SUFFIX}`), 'utf8'), filling);
  const created = new Map<string, string>();
  for (const [path, name] of await driverFiles(answers)) {
    if (existsSync(join(root, path))) return fail(`${path} is there already`);
    created.set(path, await template(name));
  }
  const changed = new Map<string, string>();
  const { vectors, id } = answers;
  if (vectors !== undefined) {
    const path = `test/contract/vectors/${vectors}.ts`;
    const table = await vectorsTable(join(root, path), id, await template(VECTORS));
    if (!table.ok) return table;
    (existsSync(join(root, path)) ? changed : created).set(path, table.value);
  }
  for (const [path, places] of Object.entries(registryRows(answers))) {
    const text = await readFile(join(root, path), 'utf8');
    // A folder whose table is there has its row.
    if (vectors !== undefined && path.startsWith('test/') && text.includes(`'./${vectors}.ts'`)) continue;
    const inserted = insertRows(text, places);
    if (!inserted.ok) return fail(`${path}: ${inserted.failure}`);
    changed.set(path, inserted.value);
  }
  await mkdir(join(root, 'devices', 'drivers', id, 'captures'), { recursive: true });
  for (const [path, text] of [...created, ...changed]) await writeFile(join(root, path), text);
  return ok({ created: [...created.keys()], changed: [...changed.keys()] });
};
