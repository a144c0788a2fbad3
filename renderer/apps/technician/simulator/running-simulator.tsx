import { Square, Wrench } from 'lucide-react';
import { useState } from 'react';
import type { SimulatorStatus } from '#core/contract/simulator-host.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { BenchView } from '../bench.ts';
import { type FaultGroup, faultKeys, groupOf } from '../model/fault-groups.ts';
import { useBenchWords } from '../use-bench-words.ts';
import { FaultIcon } from './fault-icon.tsx';
import { PatientFields } from './patient-fields.tsx';

type RunningProps = { readonly simulator: SimulatorStatus; readonly view: BenchView };

const GROUPS = ['device', 'line'] as const satisfies readonly FaultGroup[];

/** Which faults are shown; what is on in the other group is not forgotten. */
const GroupKeys = ({ simulator, group, onPick }: GroupKeysProps) => {
  const { t } = useBenchWords();
  return (
    <div className="groups hrow">
      <span className="mut">{t('simulator.faults')}</span>
      <span className="sp" />
      {GROUPS.map((one) => {
        const count = simulator.active.filter((fault) => groupOf(fault) === one).length;
        const name = t(`simulator.group.${one}`);
        return (
          <Button key={one} className="small" pressed={one === group} onPress={() => onPick(one)}>
            {count === 0 ? name : t('simulator.group-on', { name, count })}
          </Button>
        );
      })}
    </div>
  );
};

type GroupKeysProps = {
  readonly simulator: SimulatorStatus;
  readonly group: FaultGroup;
  readonly onPick: (group: FaultGroup) => void;
};

const FaultKeys = ({ simulator, view }: RunningProps) => {
  const { t } = useBenchWords();
  const [group, setGroup] = useState<FaultGroup>('device');
  const { id, possible, active } = simulator;
  return (
    <>
      <GroupKeys simulator={simulator} group={group} onPick={setGroup} />
      <section className="fl" aria-label={t('simulator.faults')}>
        {faultKeys(possible, group).map((fault) => {
          const on = active.includes(fault);
          return (
            <Button
              key={fault}
              pressed={on}
              icon={<FaultIcon fault={fault} />}
              onPress={() => void view.ask({ type: 'switch-fault', simulatorId: id, fault, on: !on })}
            >
              {t(`fault.${fault}`)}
            </Button>
          );
        })}
      </section>
    </>
  );
};

const Patient = ({ simulator, view }: RunningProps) => {
  const { t } = useBenchWords();
  const { plays } = simulator;
  const [draft, setDraft] = useState<typeof plays>(plays);
  if (plays.source !== 'patient') return null;
  const shown = draft.source === 'patient' ? draft : plays;
  const { scenario, seed } = shown;
  const isSame = scenario === plays.scenario && seed === plays.seed;
  return (
    <>
      <PatientFields
        patient={{ scenario, seed }}
        onChange={(patient) => setDraft({ source: 'patient', ...patient })}
      />
      {isSame ? null : (
        <Button
          look="main"
          onPress={() => void view.ask({ type: 'seat-patient', simulatorId: simulator.id, scenario, seed })}
        >
          {t('simulator.seat')}
        </Button>
      )}
    </>
  );
};

/** A simulator that runs: whom it measures, and what is wrong with it. */
export const RunningSimulator = ({ simulator, view }: RunningProps) => {
  const { t } = useBenchWords();
  const { id, plays, active } = simulator;
  return (
    <>
      {plays.source === 'recording' ? (
        <p>{t('simulator.replays', { name: plays.name, speed: plays.speed })}</p>
      ) : (
        <Patient key={`${plays.scenario} ${plays.seed}`} simulator={simulator} view={view} />
      )}
      {simulator.possible.length === 0 ? (
        <p className="mut">{t('simulator.no-faults')}</p>
      ) : (
        <FaultKeys simulator={simulator} view={view} />
      )}
      <div className="fl keys">
        {active.length === 0 ? null : (
          <Button
            icon={<Wrench className="i" aria-hidden />}
            onPress={() => void view.ask({ type: 'mend', simulatorId: id })}
          >
            {t('simulator.mend')}
          </Button>
        )}
        <Button
          icon={<Square className="i" aria-hidden />}
          onPress={() => void view.ask({ type: 'stop-simulator', simulatorId: id })}
        >
          {t('simulator.stop')}
        </Button>
      </div>
    </>
  );
};
