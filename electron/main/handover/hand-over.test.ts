import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RECORD_FACTS } from '#core/visit/fake-facts.ts';
import { FakeVisit } from '#core/visit/fake-visit.ts';
import { createHandover } from './hand-over.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-handover-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('leaves the last of several records, and says so once', async () => {
  const played = new FakeVisit().reachCall();
  played.close();
  const told: string[] = [];
  const versions: number[] = [];
  const handOver = createHandover({
    keeper: {
      visit: () => played.visit,
      bring: (command) => {
        told.push(command.type);
        return { ok: true, value: null };
      },
    },
    folder,
    facts: () => RECORD_FACTS,
    toBundle: (record) => {
      versions.push(record.incidents.length);
      return { incidents: record.incidents.length };
    },
  });
  const first = handOver();
  played.bring({ type: 'note-incident', code: 'PRINTER_JAMMED' });
  await Promise.all([first, handOver()]);
  expect(versions).toEqual([0, 1]);
  expect(told).toEqual(['handover-written']);
  const [file = ''] = await readdir(folder);
  expect(JSON.parse(await readFile(join(folder, file), 'utf8'))).toEqual({ incidents: 1 });
});
