import { Activity, CircleAlert, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { BenchDevice } from '#core/contract/technician.ts';
import { assertNever } from '#core/result.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { BenchView } from '../bench.ts';
import { errorList } from '../model/error-summary.ts';
import { type BenchWords, useBenchWords } from '../use-bench-words.ts';

const StateIcon = ({ state }: { readonly state: BenchDevice['state']['state'] }) => {
  switch (state) {
    case 'ready':
      return <CircleCheck className="i" aria-hidden />;
    case 'measuring':
      return <Activity className="i" aria-hidden />;
    case 'found':
    case 'identifying':
      return <CircleDashed className="i" aria-hidden />;
    case 'fault':
      return <CircleAlert className="i" aria-hidden />;
    case 'absent':
      return <CircleX className="i" aria-hidden />;
    default:
      return assertNever(state);
  }
};

const MINUTE = 60_000;

const ageText = ({ t }: BenchWords, ageMs: number | undefined, language: string): string => {
  if (ageMs === undefined) return t('table.never');
  if (ageMs >= MINUTE) return t('table.minutes', { minutes: Math.floor(ageMs / MINUTE) });
  const seconds = ageMs / 1_000;
  const digits = seconds < 10 ? 1 : 0;
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return t('table.seconds', { seconds: format.format(seconds) });
};

const errorText = ({ t, cause }: BenchWords, { facts }: BenchDevice): string => {
  if (facts === undefined) return t('table.never');
  const [first, ...others] = errorList(facts.counts);
  if (first === undefined) return '0';
  const errors = t('table.error-count', { count: first.count, cause: cause(first.code) });
  return others.length === 0 ? errors : t('table.more-errors', { errors });
};

type RowProps = {
  readonly device: BenchDevice;
  readonly view: BenchView;
  readonly onStep: (step: 1 | -1) => void;
};

const Row = ({ device, view, onStep }: RowProps) => {
  const words = useBenchWords();
  const { t } = words;
  const { bench, ask } = view;
  const isWatched = bench.watched === device.id;
  const simulator = bench.simulators.find(({ id }) => id === device.id);
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isWatched) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isWatched]);
  const watch = () => void ask({ type: 'watch', deviceId: device.id });
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    onStep(event.key === 'ArrowDown' ? 1 : -1);
  };
  const counts = device.facts?.counts;
  return (
    <tr ref={row} className={classes(isWatched && 'sel')} onClick={watch}>
      <td>
        {/* The row's key: the mouse may press anywhere in the row. */}
        <button type="button" aria-pressed={isWatched} onKeyDown={onKeyDown} data-device={device.id}>
          {words.device(bench, device)}
        </button>
        {device.facts?.evidence === 'unverified' ? <i className="tag">{t('table.unverified')}</i> : null}
        {device.simulated ? <i className="tag">{t('table.simulated')}</i> : null}
      </td>
      <td>
        <span className="st">
          <StateIcon state={device.state.state} />
          {words.state(device)}
        </span>
      </td>
      <td className="bind" title={words.binding(device, simulator)}>
        <code>{words.binding(device, simulator)}</code>
      </td>
      <td className="num">{ageText(words, counts?.lastByteAgoMs, document.documentElement.lang)}</td>
      <td className="num">{errorText(words, device)}</td>
    </tr>
  );
};

/** Every device: how it is, how it is reached, when it last spoke, what went wrong. The pressed row is the one that is watched. */
export const DeviceTable = (view: BenchView) => {
  const { t } = useBenchWords();
  const { devices } = view.bench;
  const step = (from: number) => (by: 1 | -1) => {
    const next = devices[from + by];
    if (next === undefined) return;
    document.querySelector<HTMLElement>(`[data-device="${CSS.escape(next.id)}"]`)?.focus();
    void view.ask({ type: 'watch', deviceId: next.id });
  };
  return (
    <div className="rows">
      <table className="devices" aria-label={t('table.label')}>
        <thead>
          <tr>
            <th>{t('table.device')}</th>
            <th>{t('table.state')}</th>
            <th>{t('table.binding')}</th>
            <th className="num">{t('table.last-frame')}</th>
            <th className="num">{t('table.errors')}</th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device, index) => (
            <Row key={device.id} device={device} view={view} onStep={step(index)} />
          ))}
        </tbody>
      </table>
      {devices.length === 0 ? <p className="empty mut">{t('table.none')}</p> : null}
    </div>
  );
};
