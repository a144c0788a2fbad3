import { contextBridge } from 'electron';
import type { AssistantBridge } from '#core/contract/ipc.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import { commonBridge, passDevicePorts } from './bridge.ts';

passDevicePorts();
const bridge: AssistantBridge = { role: 'assistant', ...commonBridge<AssistantProjection>() };
contextBridge.exposeInMainWorld('cabine', bridge);
