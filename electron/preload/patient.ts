import { contextBridge, ipcRenderer } from 'electron';
import type { CallEvent, Numbered, PatientBridge } from '#core/contract/ipc.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import type { PatientView } from '#core/visit/projections/patient.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { commonBridge, companyBridge, hear, passDevicePorts } from './bridge.ts';

passDevicePorts();
const bridge: PatientBridge = {
  role: 'patient',
  ...commonBridge<PatientView>(),
  ...companyBridge(),
  openCall: () => ipcRenderer.send(IPC.callOpen),
  sendSignal: (message) => ipcRenderer.send(IPC.callSignal, message),
  refuseAttempt: (refusal) => ipcRenderer.send(IPC.callRefusal, refusal),
  callAlive: (alive) => ipcRenderer.send(IPC.callAlive, alive),
  callQuality: (quality) => ipcRenderer.send(IPC.callQuality, quality),
  onLook: (listener) => hear<boolean>(IPC.openingLook, listener),
  mediaReport: (report) => ipcRenderer.send(IPC.openingReport, report),
  instrumentsMissing: (roles) => ipcRenderer.send(IPC.instrumentsMissing, roles),
  onCallEvent: (listener) => hear<CallEvent>(IPC.callEvent, listener),
  physicianCommand: (command) => ipcRenderer.invoke(IPC.consultationCommand, command),
  callLevels: (levels) => ipcRenderer.send(IPC.callLevels, levels),
  deliverPaper: (delivery) => ipcRenderer.invoke(IPC.paperDeliver, delivery),
  echoReadings: (echoes) => ipcRenderer.invoke(IPC.consultationEcho, echoes),
  onPhysicianProjection: (listener) => {
    const stop = hear<Numbered<PhysicianProjection> | undefined>(IPC.consultationUpdate, listener);
    ipcRenderer.send(IPC.consultationSnapshot);
    return stop;
  },
};
contextBridge.exposeInMainWorld('cabine', bridge);
