import { CircleDot, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import type { BenchView } from '../bench.ts';
import { useBenchWords } from '../use-bench-words.ts';
import { PrinterLine } from './printer-line.tsx';
import { RunningSimulator } from './running-simulator.tsx';
import { StartForm } from './start-form.tsx';

/** The simulator behind the device that is watched, or a way to start one. */
export const SimulatorCard = (view: BenchView) => {
  const words = useBenchWords();
  const { t } = words;
  const { bench } = view;
  const [adding, setAdding] = useState(false);
  const device = bench.devices.find(({ id }) => id === bench.watched);
  const simulator = bench.simulators.find(({ id }) => id === bench.watched);
  const runs = simulator !== undefined && !adding;
  return (
    <section className="card pad sim-card">
      <div className="hrow">
        <h2>
          {runs && device !== undefined
            ? t('simulator.title', { device: words.device(bench, device) })
            : t('simulator.title-none')}
        </h2>
        <span className="sp" />
        {runs ? (
          <>
            <span className="st">
              <CircleDot className="i" aria-hidden />
              {simulator.plays.source === 'recording' ? t('simulator.active-replay') : t('simulator.active')}
            </span>
            <Button
              className="small"
              label={t('simulator.another')}
              icon={<Plus className="i" aria-hidden />}
              onPress={() => setAdding(true)}
            >
              {null}
            </Button>
          </>
        ) : null}
        {adding ? (
          <Button className="small" onPress={() => setAdding(false)}>
            {t('simulator.back')}
          </Button>
        ) : null}
      </div>
      {runs ? (
        <RunningSimulator simulator={simulator} view={view} />
      ) : (
        <>
          {device === undefined || adding ? null : (
            <p className="mut">{device.simulated ? t('simulator.elsewhere') : t('simulator.real')}</p>
          )}
          <StartForm view={view} driver={device?.driver} onStarted={() => setAdding(false)} />
        </>
      )}
      <PrinterLine {...view} />
    </section>
  );
};
