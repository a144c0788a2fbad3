import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Milliseconds } from '#core/time.ts';
import { COUNT_SECONDS, perMinute } from '#core/vitals/taking.ts';
import { countLeft, startCount, type TapCount, tapped } from '#core/vitals/tap-counter.ts';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dial } from '#renderer/ui/dial.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { Ask } from '../cabin.ts';

type BreathCounterProps = {
  readonly ask: Ask;
  readonly onClose: () => void;
  /** A monotonic clock. */
  readonly now?: () => Milliseconds;
};

const TICK_MS: Milliseconds = 200;
const ofWindow = (): Milliseconds => performance.now();

/** What is left of a count, read again while it runs. */
const useLeft = (count: TapCount | undefined, now: () => Milliseconds): Milliseconds => {
  const [, setTicks] = useState(0);
  const left = count === undefined ? 0 : countLeft(count, now());
  const runs = left > 0;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setTicks((ticks) => ticks + 1), TICK_MS);
    return () => clearInterval(timer);
  }, [runs]);
  return left;
};

/** Breaths counted by a key that is touched at each of them, over half a minute or a whole one; the number is kept with its count. */
export const BreathCounter = ({ ask, onClose, now = ofWindow }: BreathCounterProps) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const [count, setCount] = useState<TapCount>();
  const [refusal, setRefusal] = useState<string>();
  const left = useLeft(count, now);
  const keep = async ({ taps, seconds }: TapCount) => {
    const outcome = await ask({
      type: 'enter-reading',
      measure: 'respiratory-rate',
      values: { 'respiratory-rate': { value: perMinute(taps, seconds), unit: '/min' } },
      taking: { how: 'counted', count: taps, seconds },
    });
    if (outcome.ok) return onClose();
    setCount(undefined);
    setRefusal(staff.fault(outcome.failure.code, 'assistant'));
  };
  const start = (
    <>
      <p>{t('signs.breath.lead')}</p>
      {refusal === undefined ? null : (
        <p className="fix plain" role="alert">
          {refusal}
        </p>
      )}
      {COUNT_SECONDS.map((seconds) => (
        <Button key={seconds} look="main" onPress={() => setCount(startCount(seconds, now()))}>
          {t('signs.breath.start', { seconds })}
        </Button>
      ))}
      <Button onPress={onClose}>{t('cancel')}</Button>
    </>
  );
  const running = (going: TapCount) => (
    <>
      <div className="live">
        <Dial
          fraction={1 - left / (going.seconds * 1_000)}
          text={formatMinutes(left)}
          label={t('signs.breath.left')}
        />
      </div>
      <Button look="main" className="tap" onPress={() => setCount(tapped(going, now()))}>
        {t('signs.breath.tap', { count: going.taps })}
      </Button>
      <Button onPress={() => setCount(undefined)}>{t('signs.breath.again')}</Button>
    </>
  );
  const done = (over: TapCount) => (
    <>
      <div className="echo">
        <p>
          <small>{t('signs.breath.counted', { count: over.taps, seconds: over.seconds })}</small>
          <b>{perMinute(over.taps, over.seconds)}</b> {staff.unit('respiratory-rate')}
        </p>
      </div>
      <div className="pair">
        <Button onPress={() => setCount(undefined)}>{t('signs.breath.again')}</Button>
        <Button look="main" onPress={() => void keep(over)}>
          {t('hand.confirm')}
        </Button>
      </div>
    </>
  );
  const body = () => {
    if (count === undefined) return start;
    return left > 0 ? running(count) : done(count);
  };
  return (
    <Dialog isOpen title={t('signs.breath.title')} onClose={onClose}>
      {body()}
    </Dialog>
  );
};
