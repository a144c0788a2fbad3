import { contextBridge, ipcRenderer } from 'electron';
import type { AssistantBridge } from '#core/contract/ipc.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import type { TabletBoard } from '#core/contract/tablet.ts';
import type { AssistantView } from '#core/visit/projections/assistant.ts';
import { commonBridge, companyBridge, hear, passDevicePorts } from './bridge.ts';

passDevicePorts();
const bridge: AssistantBridge = {
  role: 'assistant',
  ...commonBridge<AssistantView>(),
  ...companyBridge(),
  chooseDevice: (choice) => ipcRenderer.invoke(IPC.chooseDevice, choice),
  signIn: (signIn) => ipcRenderer.invoke(IPC.signIn, signIn),
  signOut: () => ipcRenderer.invoke(IPC.signOut),
  confirmSignIn: (personId) => ipcRenderer.invoke(IPC.confirmSignIn, personId),
  stopConfirming: () => ipcRenderer.send(IPC.stopConfirming),
  checkOpening: () => ipcRenderer.invoke(IPC.openingCheck),
  interruptionSeen: () => ipcRenderer.send(IPC.interruptionSeen),
  openTechnician: () => ipcRenderer.send(IPC.technicianOpen),
  onTablets: (listener) => {
    const stop = hear<TabletBoard>(IPC.tabletsUpdate, listener);
    ipcRenderer.send(IPC.tabletsSnapshot);
    return stop;
  },
  orderTablets: (order) => ipcRenderer.invoke(IPC.tabletsOrder, order),
};
contextBridge.exposeInMainWorld('cabine', bridge);
