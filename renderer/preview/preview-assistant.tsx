import '#renderer/apps/assistant/styles/assistant.css';
import { ok } from '#core/result.ts';
import type { LockedAssistant } from '#core/visit/projections/closed.ts';
import { AssistantWindow } from '#renderer/apps/assistant/assistant-window.tsx';
import { SignInPage } from '#renderer/apps/assistant/duty/sign-in-page.tsx';
import { BlindPage } from '#renderer/apps/assistant/privacy/blind-page.tsx';
import { boardOf, playedCompany } from '#renderer/call/played/played-company.ts';
import { UNKNOWN_QUALITY } from '#renderer/stores/quality.ts';
import { BLIND_SCENE, LOCKED_SCENES } from './assistant-closed-scenes.ts';
import { ASSISTANT_SCENES, type AssistantScene } from './assistant-scenes.ts';
import { fakeWave } from './fake-wave.ts';

/** The assistant's window in the named state. */
export const previewAssistant = (name: string) => {
  const locked: Record<string, LockedAssistant> = LOCKED_SCENES;
  const cabin = locked[name];
  const scenes: Record<string, AssistantScene> = ASSISTANT_SCENES;
  const scene: AssistantScene = scenes[name] ?? ASSISTANT_SCENES.welcome;
  const live = { wave: fakeWave, feedback: scene.feedback };
  const agree = () => Promise.resolve(ok(null));
  const keys = {
    chooseDevice: agree,
    openTechnician: () => undefined,
    signIn: agree,
    signOut: agree,
    confirmSignIn: agree,
    stopConfirming: () => undefined,
    checkOpening: async () => ok(null),
    interruptionSeen: () => undefined,
  };
  if (name === 'blind') return <BlindPage cabin={BLIND_SCENE} ask={agree} />;
  if (cabin !== undefined) return <SignInPage cabin={cabin} ask={agree} keys={keys} />;
  return (
    <AssistantWindow
      visit={scene.visit}
      live={live}
      ask={agree}
      keys={keys}
      newId={() => 'message-new'}
      part={playedCompany(scene.board ?? boardOf('patient', 'physician')).part}
      quality={scene.quality ?? UNKNOWN_QUALITY}
    />
  );
};
