import { Play, Square, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ExamItem } from '#core/visit/examination/examination.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { ConsultationView } from '../view.ts';
import { useExamWords } from './use-exam-words.ts';

type KeptProps = Pick<ConsultationView, 'visit' | 'instruments' | 'actions'> & { readonly item: ExamItem };

/** How far an item that is not here has come, or why it will not. */
export const useProgressWords = ({ visit, instruments, item }: Omit<KeptProps, 'actions'>): string => {
  const { t, staff } = useExamWords(visit.assistant.givenName);
  const arriving = useStore(instruments.arriving);
  if (item.state.state === 'failed')
    return t('physician.failed', { words: staff.fault(item.state.code, 'physician') });
  if (item.state.state === 'asked') return t('physician.still-taking');
  const share = arriving.get(item.itemId);
  if (share === undefined || item.state.state === 'discarded') return t('physician.waiting');
  const megabytes = Math.ceil(item.state.taken.byteLength / 1_000_000);
  return t('physician.arriving', { percent: Math.floor(share * 100), size: megabytes });
};

/** One kept sound: what, when, play, discard. It comes into sight when it has arrived. */
export const KeptClip = (props: KeptProps) => {
  const { visit, instruments, actions, item } = props;
  const { t, target } = useExamWords(visit.assistant.givenName);
  const kept = useStore(instruments.kept).get(item.itemId);
  const playing = useStore(instruments.listening.store, (state) => state.playing === item.itemId);
  const progress = useProgressWords(props);
  const row = useRef<HTMLLIElement>(null);
  const isHere = kept !== undefined;
  useEffect(() => {
    if (isHere) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <li ref={row}>
      <span>
        <b>{target(item.target)}</b>
        <small>{kept === undefined ? progress : formatTimeOfDay(item.askedAt)}</small>
      </span>
      {kept === undefined ? null : (
        <Button
          pressed={playing}
          label={playing ? t('physician.stop') : `${t('physician.play')}, ${target(item.target)}`}
          onPress={() =>
            playing ? instruments.listening.stop() : void instruments.listening.play(item.itemId, kept.bytes)
          }
        >
          {playing ? <Square className="i" aria-hidden /> : <Play className="i" aria-hidden />}
        </Button>
      )}
      {visit.stage === 'goodbye' ? null : (
        <Button
          label={`${t('physician.discard')}, ${target(item.target)}`}
          onPress={() => actions.examine({ type: 'discard-exam-item', itemId: item.itemId })}
        >
          <Trash2 className="i" aria-hidden />
        </Button>
      )}
    </li>
  );
};
