import type { ReactNode } from 'react';
import type { Failure } from '#core/contract/error-codes.ts';
import type { Bench } from '#core/contract/technician.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useBenchWords } from './use-bench-words.ts';

type NoticeProps = {
  readonly children: ReactNode;
  readonly urgent?: boolean;
  readonly onDismiss?: () => void;
};

const Notice = ({ children, urgent = false, onDismiss }: NoticeProps) => {
  const { t } = useBenchWords();
  return (
    <div className="notice" role={urgent ? 'alert' : 'status'}>
      <span>{children}</span>
      {onDismiss === undefined ? null : <Button onPress={onDismiss}>{t('dismiss')}</Button>}
    </div>
  );
};

type NoticesProps = {
  readonly bench: Bench;
  readonly refused: Failure | undefined;
  readonly onDismiss: () => void;
  /** Paths of files that were read and put away. */
  readonly seen: readonly string[];
  readonly onSeen: (path: string) => void;
};

/** What the technician has to know now, one line each, over the cards. */
export const Notices = ({ bench, refused, onDismiss, seen, onSeen }: NoticesProps) => {
  const { t, refusal, cause } = useBenchWords();
  const { recorded, trouble, selfTest } = bench;
  const files = [
    { words: t('header.recorded'), path: recorded },
    { words: t('test.saved'), path: selfTest?.saved?.html },
  ];
  return (
    <>
      {bench.visitOn ? <Notice>{t('header.visit')}</Notice> : null}
      {bench.deviceHostReady ? null : <Notice>{t('header.host-lost')}</Notice>}
      {refused === undefined ? null : (
        <Notice urgent onDismiss={onDismiss}>
          <b>{t('header.refused-title')}</b> {refusal(refused)}
        </Notice>
      )}
      {bench.letters.map(({ code, count, at }) => (
        <Notice key={code}>
          {t('header.letters', { count, cause: cause(code), time: formatTimeOfDay(at) })}
        </Notice>
      ))}
      {trouble === undefined ? null : <Notice urgent>{refusal(trouble)}</Notice>}
      {files.map(({ words, path }) =>
        path === undefined || seen.includes(path) ? null : (
          <Notice key={path} onDismiss={() => onSeen(path)}>
            {words} <code>{path}</code>
          </Notice>
        ),
      )}
    </>
  );
};
