import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { RunningCabin } from './cabin.ts';

/** What a page could say if it had broken out of its preload: any message on any channel. */
export interface RawIpc {
  invoke(channel: string, ...payload: readonly unknown[]): Promise<unknown>;
  /** Sends without an answer, and says whether anything came back on `reply` before the next question was answered. */
  sendAndHear(channel: string, payload: unknown, reply: string): Promise<boolean>;
}

const PRELOAD = `
const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('rawIpc', {
  invoke: (channel, ...payload) => ipcRenderer.invoke(channel, ...payload),
  sendAndHear: async (channel, payload, reply) => {
    let heard = false;
    const note = () => { heard = true; };
    ipcRenderer.on(reply, note);
    ipcRenderer.send(channel, payload);
    await ipcRenderer.invoke('visit:snapshot');
    ipcRenderer.off(reply, note);
    return heard;
  },
});
`;

/** Adds a second preload to a role's session and loads its page again: the page as it would be after a break-out. */
export const breakOut = async (cabin: RunningCabin, role: 'patient' | 'assistant'): Promise<RawIpc> => {
  const folder = await mkdtemp(join(tmpdir(), 'cabine-raw-ipc-'));
  const preload = join(folder, 'raw-ipc.cjs');
  await writeFile(preload, PRELOAD);
  const page: Page = role === 'patient' ? await cabin.patient() : await cabin.assistant();
  await cabin.app.evaluate(
    ({ session }, { partition, path }) => {
      const target = session.fromPartition(partition);
      // Electron 35 renamed it; the fallback runtime is older.
      if (typeof target.registerPreloadScript === 'function') {
        target.registerPreloadScript({ type: 'frame', filePath: path });
      } else {
        (target as unknown as { setPreloads(paths: readonly string[]): void }).setPreloads([path]);
      }
    },
    { partition: role, path: preload },
  );
  await page.reload();
  await rm(folder, { recursive: true, force: true });
  return {
    invoke: (channel, ...payload) =>
      page.evaluate(
        ([name, given]) => (window as unknown as { rawIpc: RawIpc }).rawIpc.invoke(name, ...given),
        [channel, payload] as const,
      ),
    sendAndHear: (channel, payload, reply) =>
      page.evaluate(
        ([name, given, answer]) =>
          (window as unknown as { rawIpc: RawIpc }).rawIpc.sendAndHear(name, given, answer),
        [channel, payload, reply] as const,
      ),
  };
};
