import type { AssistantBridge, PatientBridge, TechnicianBridge } from '#core/contract/ipc.ts';

declare global {
  interface Window {
    /** What the preload of this window's role exposes; absent in a plain browser. */
    readonly cabine?: PatientBridge | AssistantBridge | TechnicianBridge;
  }
}

/** The only places that touch `window.cabine`. Undefined when this page was not opened by the cabin, or for another role. */
export const patientBridge = (): PatientBridge | undefined =>
  window.cabine?.role === 'patient' ? window.cabine : undefined;

/** See {@link patientBridge}. */
export const assistantBridge = (): AssistantBridge | undefined =>
  window.cabine?.role === 'assistant' ? window.cabine : undefined;

/** See {@link patientBridge}. */
export const technicianBridge = (): TechnicianBridge | undefined =>
  window.cabine?.role === 'technician' ? window.cabine : undefined;
