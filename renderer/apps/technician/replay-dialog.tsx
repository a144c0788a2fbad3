import { FolderOpen, Play } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { DRIVER_IDS, type DriverId } from '#core/contract/devices.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Pick } from '#renderer/ui/staff/pick.tsx';
import type { BenchView } from './bench.ts';
import { useBenchWords } from './use-bench-words.ts';

const SPEEDS = ['1', '2', '5', '10'] as const;

type ReplayDialogProps = {
  readonly view: BenchView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Which recording plays, how fast, and of which driver when the file does not say it. */
export const ReplayDialog = ({ view, isOpen, onClose }: ReplayDialogProps) => {
  const { t } = useBenchWords();
  const [times, setTimes] = useState<(typeof SPEEDS)[number]>('1');
  const [driver, setDriver] = useState<DriverId | ''>('');
  const { recordings } = view.bench;
  const speed = Number(times);
  const playFile = async (file: File | undefined) => {
    if (file === undefined) return;
    const text = await file.text();
    onClose();
    await view.ask({
      type: 'replay-file',
      name: file.name,
      text,
      speed,
      ...(driver === '' ? {} : { driver }),
    });
  };
  return (
    <Dialog isOpen={isOpen} title={t('replay.title')} onClose={onClose}>
      <p>{t('replay.lead')}</p>
      <Pick
        label={t('replay.speed')}
        value={times}
        options={SPEEDS.map((value) => ({ value, words: t('replay.speed-times', { speed: value }) }))}
        onChange={setTimes}
      />
      <h3>{t('replay.mine')}</h3>
      {recordings.length === 0 ? <p className="mut">{t('replay.none')}</p> : null}
      <ul className="tapes">
        {recordings.map((name) => (
          <li key={name}>
            <code>{name}</code>
            <Button
              icon={<Play className="i" aria-hidden />}
              onPress={() => {
                onClose();
                void view.ask({ type: 'replay-recording', name, speed });
              }}
            >
              {t('replay.play')}
            </Button>
          </li>
        ))}
      </ul>
      <h3>{t('replay.file')}</h3>
      <div className="elsewhere">
        <Pick
          label={t('replay.driver')}
          value={driver}
          options={[
            { value: '' as const, words: t('replay.driver-said') },
            ...DRIVER_IDS.map((value) => ({ value, words: value })),
          ]}
          onChange={setDriver}
        />
        <FileTrigger acceptedFileTypes={['.cap']} onSelect={(files) => void playFile(files?.[0])}>
          <Button icon={<FolderOpen className="i" aria-hidden />}>{t('replay.open')}</Button>
        </FileTrigger>
      </div>
      <Button onPress={onClose}>{t('cancel')}</Button>
    </Dialog>
  );
};
