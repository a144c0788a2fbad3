import { Users } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CallParty } from '#core/contract/side-calls.ts';
import { openGuest } from '#core/visit/company/company.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PresenceLine } from '#renderer/ui/company/presence-line.tsx';
import type { CabinView } from '../cabin.ts';
import { PartDialog } from './part-dialog.tsx';

/** The physician's voice in this window, for as long as the assistant takes part: heard only when it is asked for. */
const Voice = ({ part }: Pick<CabinView, 'part'>) => {
  const { t } = useTranslation('company');
  const audio = useRef<HTMLVideoElement>(null);
  const listening = useStore(part.listening);
  useEffect(() => (audio.current === null ? undefined : part.attachPhysician(audio.current)), [part]);
  useEffect(() => {
    if (audio.current !== null) audio.current.muted = !listening;
  });
  // biome-ignore lint/a11y/useMediaCaption: live speech of another person; there is no text of it to show
  return <video ref={audio} className="voice" aria-label={t('part.physician')} />;
};

/** Opens the assistant's part in the call; says what of the assistant is open. */
export const PartKey = (view: CabinView) => {
  const { t } = useTranslation('company');
  const { visit, part } = view;
  const [open, setOpen] = useState(false);
  const tracks = useStore(part.own.store);
  const joined = visit.company.assistant === 'joined';
  const isOn = (kind: 'audio' | 'video') => tracks[kind].state === 'on';
  const live = isOn('audio') ? (isOn('video') ? 'both' : 'audio') : isOn('video') ? 'video' : 'none';
  const arrived = openGuest(visit.company)?.state.state === 'arrived';
  return (
    <>
      {joined ? <Voice part={part} /> : null}
      <Button
        look={(joined && live !== 'none') || arrived ? 'main' : 'alt'}
        icon={<Users className="i" aria-hidden />}
        onPress={() => setOpen(true)}
      >
        {joined ? t(`part.live.${live}`) : t('part.open')}
      </Button>
      {open ? <PartDialog {...view} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

/** Who hears and sees whom, while there is a call. */
export const AssistantPresence = ({ visit, part }: Pick<CabinView, 'visit' | 'part'>) => {
  const { t } = useTranslation('company');
  const board = useStore(part.presence);
  if (visit.stage !== 'call') return null;
  const guest = openGuest(visit.company)?.state;
  const nameOf = (party: CallParty): string =>
    ({
      patient: visit.identity?.givenName ?? t('patient'),
      physician: visit.physician?.name ?? '',
      assistant: visit.assistant.givenName,
      guest: guest !== undefined && 'name' in guest ? (guest.name ?? t('guest')) : t('guest'),
    })[party];
  return <PresenceLine board={board} me="assistant" nameOf={nameOf} />;
};
