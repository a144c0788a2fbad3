import { SCENARIO_NAMES, type ScenarioName } from '#core/contract/simulation.ts';
import { Pick } from '#renderer/ui/staff/pick.tsx';
import { useBenchWords } from '../use-bench-words.ts';

/** Who is measured: what kind of body, and which one of that kind. */
export interface SeatedPatient {
  readonly scenario: ScenarioName;
  readonly seed: number;
}

const LARGEST_SEED = 999_999;

type PatientFieldsProps = {
  readonly patient: SeatedPatient;
  readonly onChange: (patient: SeatedPatient) => void;
};

/** The scenario and the seed of a simulated patient. */
export const PatientFields = ({ patient, onChange }: PatientFieldsProps) => {
  const { t } = useBenchWords();
  return (
    <div className="patient">
      <Pick
        label={t('simulator.scenario')}
        value={patient.scenario}
        options={SCENARIO_NAMES.map((value) => ({ value, words: t(`scenario.${value}`) }))}
        onChange={(scenario) => onChange({ ...patient, scenario })}
      />
      <label className="fld">
        <span>{t('simulator.seed')}</span>
        <input
          inputMode="numeric"
          value={patient.seed}
          onChange={(event) => {
            const seed = Number(event.target.value.replaceAll(/\D/g, ''));
            onChange({ ...patient, seed: Math.min(seed, LARGEST_SEED) });
          }}
        />
      </label>
    </div>
  );
};
