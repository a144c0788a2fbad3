import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inProject } from '../lib/paths.mjs';
import { inspectImports } from './inspect.mjs';

/** What a tree that breaks the rules looks like, and the rule each file breaks. */
const violations: readonly { file: string; code: string; broken: string }[] = [
  {
    file: 'core/visit/a.ts',
    code: "import '#devices/kit/driver.ts';",
    broken: 'core/ may not import this part of ours',
  },
  { file: 'core/visit/b.ts', code: "import 'node:fs';", broken: 'core/ may not import Node modules' },
  { file: 'core/visit/c.ts', code: "import 'react';", broken: 'core/ may not import this package' },
  {
    file: 'core/visit/d.ts',
    code: "import type { Driver } from '#devices/kit/driver.ts';\nexport type D = Driver;",
    broken: 'core/ may not import this part of ours',
  },
  {
    file: 'core/visit/e.ts',
    code: 'export const now = Date.now();',
    broken: 'time and randomness are handed in',
  },
  {
    file: 'core/visit/f.ts',
    code: 'export const now = new Date();',
    broken: 'time and randomness are handed in',
  },
  { file: 'core/visit/g.ts', code: "import './nowhere.ts';", broken: 'every import can be found' },
  {
    file: 'core/visit/h.ts',
    code: "import '../../test/harness/world.ts';",
    broken: 'core/ may not import this part of ours',
  },
  { file: 'core/visit/i.ts', code: "import './fine.test.ts';", broken: 'product code imports no test' },
  {
    file: 'devices/drivers/one/driver.ts',
    code: "import '../two/driver.ts';",
    broken: 'devices/drivers/*/ may not import this part of ours',
  },
  {
    file: 'devices/drivers/one/protocol.ts',
    code: "import 'node:net';",
    broken: 'devices/drivers/*/protocol.ts may not import Node modules',
  },
  {
    file: 'devices/simulation/rig.ts',
    code: "import 'serialport';",
    broken: 'serialport belongs to devices/transports/',
  },
  {
    file: 'renderer/apps/patient/a.ts',
    code: "import '../assistant/a.ts';",
    broken: 'renderer/apps/*/ may not import this part of ours',
  },
  {
    file: 'renderer/call/store.ts',
    code: "import 'simple-peer';",
    broken: 'simple-peer belongs to renderer/call/peer.ts',
  },
  {
    file: 'renderer/ui/a.ts',
    code: 'export const c = window.cabine;',
    broken: 'window.cabine belongs to renderer/platform/',
  },
  {
    file: 'renderer/call/b.ts',
    code: 'export const recorded = (stream: MediaStream) => new MediaRecorder(stream);',
    broken: 'MediaRecorder: nothing of a consultation is recorded',
  },
  {
    file: 'renderer/call/c.ts',
    code: "export const screen = () => navigator.mediaDevices['getDisplayMedia']();",
    broken: 'getDisplayMedia: nothing of a consultation is recorded',
  },
  {
    file: 'electron/main/c.ts',
    code: "import { desktopCapturer } from 'electron';\nexport const d = desktopCapturer;",
    broken: 'desktopCapturer: nothing of a consultation is recorded',
  },
  {
    file: 'electron/main/a.ts',
    code: "import '#devices/kit/driver.ts';",
    broken: 'electron/main/ may not import this part of ours',
  },
  {
    file: 'electron/main/b.ts',
    code: "import { ipcMain } from 'electron';\nexport const m = ipcMain;",
    broken: 'ipcMain belongs to electron/main/ipc/',
  },
  {
    file: 'electron/device-host/a.ts',
    code: "import { app } from 'electron';\nexport const a = app;",
    broken: 'electron/device-host/ may not import more than types of this package',
  },
  {
    file: 'electron/preload/a.ts',
    code: "import '#core/visit/fine.ts';",
    broken: 'electron/preload/ may not import this part of ours',
  },
];

/** Files that keep the rules, some of them the ones above lean on. */
const lawful: Readonly<Record<string, string>> = {
  'core/visit/fine.ts': "import { z } from 'zod';\nexport const schema = z.string();",
  'core/visit/fine.test.ts': "import 'node:fs';\nimport '#devices/kit/driver.ts';",
  'devices/kit/driver.ts': "import '#core/visit/fine.ts';\nexport type Driver = string;",
  'devices/drivers/two/driver.ts': "import '#devices/kit/driver.ts';",
  'devices/transports/serial.ts': "import 'serialport';",
  'renderer/apps/assistant/a.ts': "import 'react';",
  'renderer/call/peer.ts': "import 'simple-peer';",
  'renderer/platform/cabine.ts': 'export const c = window.cabine;',
  'electron/main/ipc/visit.ts': "import { ipcMain } from 'electron';\nexport const m = ipcMain;",
  'electron/device-host/port.ts':
    "import type { MessagePortMain } from 'electron';\nexport type P = MessagePortMain;",
  'test/harness/world.ts': "import '../../core/visit/fine.ts';",
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#core/*': './core/*', '#devices/*': './devices/*' },
    dependencies: { zod: '*', react: '*', serialport: '*', 'simple-peer': '*', electron: '*' },
  }),
};

const trees: string[] = [];
const plant = (files: Readonly<Record<string, string>>): string => {
  const tree = mkdtempSync(join(tmpdir(), 'cabine-imports-'));
  trees.push(tree);
  symlinkSync(inProject('node_modules'), join(tree, 'node_modules'), 'junction');
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), code);
  }
  return tree;
};

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

describe('the import check', () => {
  it('accepts a tree that keeps the rules', async () => {
    const { violations: found, imports } = await inspectImports(plant(lawful));
    expect(found).toEqual([]);
    expect(imports).toBeGreaterThanOrEqual(10);
  });

  it('names each deliberate violation', async () => {
    const broken = Object.fromEntries(violations.map(({ file, code }) => [file, code]));
    const { violations: found } = await inspectImports(plant({ ...lawful, ...broken }));
    for (const { file, broken: rule } of violations) {
      expect(found, `${file} should break: ${rule}`).toContainEqual(
        expect.stringMatching(new RegExp(`^${literally(file)}\\b.*${literally(rule)}`)),
      );
    }
    const guilty = new Set(found.map((line) => line.split(/ → |:/)[0]));
    expect([...guilty].toSorted()).toEqual(violations.map(({ file }) => file).toSorted());
  });
});

const literally = (text: string): string => text.replace(/[.*/()+]/g, '\\$&');
