import { Play } from 'lucide-react';
import { useState } from 'react';
import type { DriverId } from '#core/contract/devices.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pick } from '#renderer/ui/staff/pick.tsx';
import type { BenchView } from '../bench.ts';
import { useBenchWords } from '../use-bench-words.ts';
import { PatientFields, type SeatedPatient } from './patient-fields.tsx';

const USUAL_PATIENT: SeatedPatient = { scenario: 'healthy-adult', seed: 1 };

type StartFormProps = {
  readonly view: BenchView;
  /** The driver that is proposed. */
  readonly driver: DriverId | undefined;
  readonly onStarted: () => void;
};

/** Starts a simulator of any driver, beside the devices that there are. */
export const StartForm = ({ view, driver, onStarted }: StartFormProps) => {
  const { t, kind } = useBenchWords();
  const { bench, ask } = view;
  const [patient, setPatient] = useState(USUAL_PATIENT);
  const [picked, setPicked] = useState<DriverId>();
  const [starting, setStarting] = useState(false);
  const chosen = picked ?? driver ?? bench.catalogue[0]?.driver;
  const start = async () => {
    if (chosen === undefined) return;
    setStarting(true);
    const outcome = await ask({ type: 'start-simulator', driver: chosen, ...patient });
    setStarting(false);
    if (outcome.ok) onStarted();
  };
  return (
    <>
      {chosen === undefined ? null : (
        <Pick
          label={t('simulator.driver')}
          value={chosen}
          options={bench.catalogue.map(({ driver: value, measures, evidence }) => {
            const title = `${kind(measures)}, ${value}`;
            return {
              value,
              words: evidence === 'unverified' ? t('simulator.unverified', { title }) : title,
            };
          })}
          onChange={setPicked}
        />
      )}
      <PatientFields patient={patient} onChange={setPatient} />
      <Button
        look="main"
        icon={<Play className="i" aria-hidden />}
        busy={starting ? t('simulator.starting') : undefined}
        onPress={() => void start()}
      >
        {t('simulator.start')}
      </Button>
    </>
  );
};
