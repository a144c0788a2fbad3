import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { QualityBoard } from '#core/contract/quality.ts';
import type { AssistantProjection, AssistantView } from '#core/visit/projections/assistant.ts';
import type { BlindAssistant, LockedAssistant } from '#core/visit/projections/closed.ts';
import { feedbackAt, type Live } from '#renderer/stores/live.ts';
import type { Mirror } from '#renderer/stores/mirror.ts';
import { Mark } from '#renderer/ui/mark.tsx';
import { useNow } from '#renderer/ui/staff/use-now.ts';
import { AssistantWindow } from './assistant-window.tsx';
import type { Ask, CabinKeys, CabinView, LiveCapture } from './cabin.ts';
import { SignInPage } from './duty/sign-in-page.tsx';
import { type Alert, currentAlert } from './model/current-task.ts';
import { BlindPage } from './privacy/blind-page.tsx';

/** How often the age of what is live is looked at, in milliseconds. */
const AGE_TICK_MS = 250;

type AssistantAppProps = {
  readonly visit: StoreApi<Mirror<AssistantView>>;
  readonly live: Live;
  readonly ask: Ask;
  readonly keys: CabinKeys;
  readonly newId: CabinView['newId'];
  readonly part: CabinView['part'];
  /** Called with each alert; rings until it is `none`. */
  readonly ring: (alert: Alert) => void;
  readonly quality: StoreApi<QualityBoard>;
};

const useLiveCapture = (live: Live, askingId: string | undefined): LiveCapture => {
  useNow(AGE_TICK_MS);
  const state = useStore(live.store);
  const feedback = askingId === undefined ? undefined : feedbackAt(state, askingId, performance.now());
  const wave = useMemo(() => live.waves, [live]);
  return { wave, feedback };
};

type VisitProps = Omit<AssistantAppProps, 'visit'> & { readonly projection: AssistantProjection };

const Visit = ({ projection, live, ask, keys, newId, part, ring, quality }: VisitProps) => {
  const alert = currentAlert(projection);
  useEffect(() => ring(alert), [ring, alert]);
  return (
    <AssistantWindow
      visit={projection}
      ask={ask}
      keys={keys}
      newId={newId}
      part={part}
      quality={useStore(quality)}
      live={useLiveCapture(live, projection.capture?.askingId)}
    />
  );
};

type LockedProps = Pick<AssistantAppProps, 'ask' | 'keys' | 'ring'> & { readonly cabin: LockedAssistant };

const Locked = ({ cabin, ask, keys, ring }: LockedProps) => {
  const alert = currentAlert(cabin);
  useEffect(() => ring(alert), [ring, alert]);
  return <SignInPage cabin={cabin} ask={ask} keys={keys} />;
};

type BlindProps = Pick<AssistantAppProps, 'ask' | 'ring'> & { readonly cabin: BlindAssistant };

const Blind = ({ cabin, ask, ring }: BlindProps) => {
  const alert = currentAlert(cabin);
  useEffect(() => ring(alert), [ring, alert]);
  return <BlindPage cabin={cabin} ask={ask} />;
};

/** Follows the cabin: nothing is shown before the first projection. */
export const AssistantApp = ({ visit, ...rest }: AssistantAppProps) => {
  const { t } = useTranslation('assistant');
  const mirror = useStore(visit);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  if (mirror.status === 'connecting') {
    return (
      <div className="as alone" role="status">
        <Mark />
        <p className="mut">{t('loading')}</p>
      </div>
    );
  }
  const { projection } = mirror;
  if (projection.access === 'private') return <Blind cabin={projection} {...rest} />;
  return projection.access === 'locked' ? (
    <Locked cabin={projection} {...rest} />
  ) : (
    <Visit projection={projection} {...rest} />
  );
};
