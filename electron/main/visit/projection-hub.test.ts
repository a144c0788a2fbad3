import { expect, it } from 'vitest';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import { createProjectionHub } from './projection-hub.ts';

it('numbers what has changed, and sends nothing when only time has passed', async () => {
  const state = { stage: 'welcome', wait: { waitedMs: 0 } };
  const hub = createProjectionHub({
    patient: () => structuredClone(state) as unknown as PatientProjection,
    assistant: () => ({}) as AssistantProjection,
    physician: () => undefined,
  });
  const heard: number[] = [];
  hub.listen('patient', ({ sequence }) => heard.push(sequence));
  const refresh = async (): Promise<void> => {
    hub.refresh();
    await Promise.resolve();
  };
  await refresh();
  state.wait.waitedMs = 5_000;
  await refresh();
  state.stage = 'red-flags';
  hub.refresh();
  await refresh();
  expect(heard).toEqual([1, 2]);
  expect(hub.snapshot('patient').sequence).toBe(2);
});
