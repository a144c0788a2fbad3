import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Failure } from '#core/contract/error-codes.ts';
import type { Command } from '#core/visit/commands.ts';
import type { PatientView } from '#core/visit/projections/patient.ts';
import type { CallMedia, CallSnapshot, Stop } from '#renderer/call/call-snapshot.ts';
import type { CabinCompany } from '#renderer/call/company/cabin-company.ts';
import type { Live } from '#renderer/stores/live.ts';
import type { Mirror } from '#renderer/stores/mirror.ts';
import type { Preferences } from '#renderer/stores/preferences.ts';
import type { Cue } from '#renderer/ui/sound/cues.ts';
import type { Speaker } from '#renderer/ui/speech/speaker.ts';
import type { CommandsState } from './model/commands.ts';

/** The call as the patient's screen uses it. */
export type PatientCall = Pick<CallMedia, 'openLocalMedia' | 'attachLocal' | 'attachRemote'> & {
  readonly store: StoreApi<CallSnapshot>;
  readonly company: CabinCompany;
};

/** Everything that a patient screen may reach for. */
export type PatientServices = {
  readonly visit: StoreApi<Mirror<PatientView>>;
  readonly live: Live;
  readonly preferences: StoreApi<Preferences>;
  readonly commands: StoreApi<CommandsState>;
  readonly send: (command: Command) => Promise<boolean>;
  readonly dismissRefusal: () => void;
  readonly call: PatientCall;
  /** The examination camera's own picture, while one is in use. */
  readonly exam: { readonly attach: (video: HTMLVideoElement) => Stop };
  readonly cue: (cue: Cue) => void;
  /** 8 to 64 characters, never the same twice. */
  readonly newId: () => string;
  readonly speaker: Speaker;
  /** Monotonic clock of this window, in milliseconds. */
  readonly monotonic: () => number;
};

export const ServicesContext = createContext<PatientServices | undefined>(undefined);

/** The services of this window. */
export const useServices = (): PatientServices => {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('A patient screen stands outside its window.');
  return services;
};

/** Sends a command; fire and forget, a refusal is shown over the screen. */
export const useSend = (): ((command: Command) => void) => {
  const { send } = useServices();
  return (command) => void send(command);
};

/** Whether a command of this type is on its way. */
export const useIsSending = (type: Command['type']): boolean =>
  useStore(useServices().commands, ({ sending }) => sending.includes(type));

/** The last refusal that the person has not yet read. */
export const useRefusal = (): Failure | undefined =>
  useStore(useServices().commands, ({ refusal }) => refusal);
