import { CircleDot, CircleStop, KeyRound, LogOut, Play } from 'lucide-react';
import { useState } from 'react';
import type { TechnicianProjection } from '#core/contract/technician.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { useCountdown } from '#renderer/ui/staff/use-now.ts';
import type { BenchView } from './bench.ts';
import { ReplayDialog } from './replay-dialog.tsx';
import { useBenchWords } from './use-bench-words.ts';

export type OpenSession = Extract<TechnicianProjection, { access: 'open' }>;

const MINUTE = 60_000;

const RecordKey = ({ bench, ask }: BenchView) => {
  const { t } = useBenchWords();
  const { recording, watched } = bench;
  if (recording !== undefined) {
    const seconds = Math.floor(recording.lastsMs / 1_000);
    return (
      <Button
        pressed
        icon={<CircleStop className="i" aria-hidden />}
        onPress={() => void ask({ type: 'stop-recording' })}
      >
        {t('header.recording', { seconds, bytes: recording.bytes })}
      </Button>
    );
  }
  if (watched === undefined) return null;
  return (
    <Button
      icon={<CircleDot className="i" aria-hidden />}
      onPress={() => void ask({ type: 'start-recording', deviceId: watched })}
    >
      {t('header.record')}
    </Button>
  );
};

/** Where we are, recording and replay, and how long the bench stays open. */
export const Header = ({ session, view }: { readonly session: OpenSession; readonly view: BenchView }) => {
  const { t } = useBenchWords();
  const [replaying, setReplaying] = useState(false);
  const { site, remainingMs } = session;
  const left = useCountdown(remainingMs, session);
  return (
    <header className="hd">
      <Mark />
      <span className="mut place">{t('place', { cabin: site.cabinId, site: site.name })}</span>
      <span className="sp" />
      <RecordKey {...view} />
      <Button icon={<Play className="i" aria-hidden />} onPress={() => setReplaying(true)}>
        {t('header.replay')}
      </Button>
      <Button icon={<LogOut className="i" aria-hidden />} onPress={() => void view.ask({ type: 'lock' })}>
        {t('header.lock')}
      </Button>
      <div className="id">
        <KeyRound className="i" aria-hidden />
        <span>
          <b>{t('header.who')}</b>
          <small>{t('header.left', { count: Math.ceil(left / MINUTE) })}</small>
        </span>
      </div>
      <ReplayDialog view={view} isOpen={replaying} onClose={() => setReplaying(false)} />
    </header>
  );
};
