import '#renderer/apps/assistant/styles/assistant.css';
import { createStore } from 'zustand/vanilla';
import { ok } from '#core/result.ts';
import type { LockedAssistant } from '#core/visit/projections/closed.ts';
import { AssistantWindow } from '#renderer/apps/assistant/assistant-window.tsx';
import { SignInPage } from '#renderer/apps/assistant/duty/sign-in-page.tsx';
import { BlindPage } from '#renderer/apps/assistant/privacy/blind-page.tsx';
import { PairingPage } from '#renderer/apps/assistant/tablet/pairing-page.tsx';
import { AwayPage, Stale } from '#renderer/apps/assistant/tablet/tablet-app.tsx';
import { TabletsDialog } from '#renderer/apps/assistant/tablets/tablets-dialog.tsx';
import { boardOf, playedCompany } from '#renderer/call/played/played-company.ts';
import { UNKNOWN_QUALITY } from '#renderer/stores/quality.ts';
import { BLIND_SCENE, LOCKED_SCENES } from './assistant-closed-scenes.ts';
import { ASSISTANT_SCENES, type AssistantScene } from './assistant-scenes.ts';
import { fakeWave } from './fake-wave.ts';
import { SAMPLE_LOST_AT, SAMPLE_TABLETS } from './tablet-scenes.ts';

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
    own: {
      openTechnician: () => undefined,
      tablets: createStore(() => SAMPLE_TABLETS),
      orderTablets: agree,
    },
    signIn: agree,
    signOut: agree,
    confirmSignIn: agree,
    stopConfirming: () => undefined,
    checkOpening: async () => ok(null),
    interruptionSeen: () => undefined,
  };
  const { own, ...onTablet } = keys;
  if (name === 'tablet-pairing')
    return <PairingPage pairing={false} refusal="TABLET_CODE_WRONG" onPair={() => undefined} />;
  if (name === 'tablet-away') return <AwayPage />;
  if (name === 'tablet-locked')
    return <SignInPage cabin={LOCKED_SCENES.locked} ask={agree} keys={onTablet} />;
  if (name === 'blind') return <BlindPage cabin={BLIND_SCENE} ask={agree} />;
  if (cabin !== undefined) return <SignInPage cabin={cabin} ask={agree} keys={keys} />;
  const window = (
    <AssistantWindow
      visit={scene.visit}
      live={live}
      ask={agree}
      keys={name === 'tablet-lost' ? onTablet : keys}
      newId={() => 'message-new'}
      part={playedCompany(scene.board ?? boardOf('patient', 'physician')).part}
      quality={scene.quality ?? UNKNOWN_QUALITY}
    />
  );
  if (name === 'tablets')
    return (
      <>
        {window}
        <TabletsDialog {...own} onClose={() => undefined} />
      </>
    );
  return name === 'tablet-lost' ? <Stale at={SAMPLE_LOST_AT}>{window}</Stale> : window;
};
