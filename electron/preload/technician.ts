import { contextBridge, ipcRenderer } from 'electron';
import type { FrameBatch } from '#core/contract/bench.ts';
import type { Numbered, TechnicianBridge } from '#core/contract/ipc.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import type { TechnicianProjection } from '#core/contract/technician.ts';
import { hear, snapshotOf } from './bridge.ts';

const bridge: TechnicianBridge = {
  role: 'technician',
  command: (command) => ipcRenderer.invoke(IPC.technicianCommand, command),
  snapshot: () => snapshotOf<TechnicianProjection>(IPC.technicianSnapshot),
  onUpdate: (listener) => hear<Numbered<TechnicianProjection>>(IPC.technicianUpdate, listener),
  onFrames: (listener) => hear<FrameBatch>(IPC.technicianFrames, listener),
};
contextBridge.exposeInMainWorld('cabine', bridge);
