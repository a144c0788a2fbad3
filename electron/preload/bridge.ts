import { ipcRenderer } from 'electron';
import type { CompanyBridge, Numbered, SideEnvelope } from '#core/contract/ipc.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import type { PresenceBoard } from '#core/contract/presence.ts';
import type { QualityBoard } from '#core/contract/quality.ts';

/** Hears a channel, without handing the page Electron's event object. */
export const hear = <Payload>(channel: string, listener: (payload: Payload) => void): (() => void) => {
  const deliver = (_event: unknown, payload: Payload): void => listener(payload);
  ipcRenderer.on(channel, deliver);
  return () => ipcRenderer.off(channel, deliver);
};

/** Asks for a numbered projection. */
export const snapshotOf = async <Projection>(channel: string): Promise<Numbered<Projection>> => {
  const answer = await ipcRenderer.invoke(channel);
  if (!answer.ok) throw new Error(`The snapshot was refused: ${answer.failure.code}`);
  return answer.value;
};

/** What both roles of a visit have. The main process checks every payload: nothing here is trusted. */
export const commonBridge = <Projection>() => ({
  command: (command: unknown) => ipcRenderer.invoke(IPC.command, command),
  snapshot: () => snapshotOf<Projection>(IPC.snapshot),
  onUpdate: (listener: (update: Numbered<Projection>) => void) => hear(IPC.update, listener),
  connectDevices: () => ipcRenderer.send(IPC.connectDevices),
  report: (report: unknown) => ipcRenderer.send(IPC.report, report),
  onQuality: (listener: (board: QualityBoard) => void) => {
    const stop = hear<QualityBoard>(IPC.qualityUpdate, listener);
    ipcRenderer.send(IPC.qualitySnapshot);
    return stop;
  },
});

/** What both windows of a visit have for the calls besides that of patient and physician. */
export const companyBridge = (): CompanyBridge => ({
  openSide: (party) => ipcRenderer.send(IPC.sideOpen, party),
  sendSide: (envelope) => ipcRenderer.send(IPC.sideSend, envelope),
  onSide: (listener) => hear<SideEnvelope>(IPC.sideEvent, listener),
  reportPresence: (envelope) => ipcRenderer.send(IPC.presenceReport, envelope),
  onPresence: (listener) => {
    const stop = hear<PresenceBoard>(IPC.presenceUpdate, listener);
    ipcRenderer.send(IPC.presenceSnapshot);
    return stop;
  },
});

/** A MessagePort cannot cross the isolation of the page, so it is posted into it. */
export const passDevicePorts = (): void => {
  ipcRenderer.on(IPC.devicePort, (event) => {
    window.postMessage({ channel: 'device-port' }, window.location.origin, [...event.ports]);
  });
};
