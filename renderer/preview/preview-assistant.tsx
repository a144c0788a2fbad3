import '#renderer/apps/assistant/styles/assistant.css';
import { ok } from '#core/result.ts';
import { UNKNOWN_PEER } from '#core/trust/peer-trust.ts';
import { AssistantWindow } from '#renderer/apps/assistant/assistant-window.tsx';
import { boardOf, playedCompany } from '#renderer/call/played/played-company.ts';
import { ASSISTANT_SCENES, type AssistantScene } from './assistant-scenes.ts';
import { fakeWave } from './fake-wave.ts';

/** The assistant's window in the named state. */
export const previewAssistant = (name: string) => {
  const scenes: Record<string, AssistantScene> = ASSISTANT_SCENES;
  const scene: AssistantScene = scenes[name] ?? ASSISTANT_SCENES.welcome;
  const live = { wave: fakeWave, feedback: scene.feedback };
  const agree = () => Promise.resolve(ok(null));
  const keys = { chooseDevice: agree, openTechnician: () => undefined };
  const quality = scene.quality ?? {
    line: undefined,
    call: undefined,
    lastCall: undefined,
    measurable: true,
    trust: UNKNOWN_PEER,
    sideRefusals: [],
  };
  return (
    <AssistantWindow
      visit={scene.visit}
      live={live}
      ask={agree}
      keys={keys}
      newId={() => 'message-new'}
      part={playedCompany(scene.board ?? boardOf('patient', 'physician')).part}
      quality={quality}
    />
  );
};
