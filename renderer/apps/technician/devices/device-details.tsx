import { useState } from 'react';
import type { BenchDevice } from '#core/contract/technician.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CandidateDialog } from '#renderer/ui/staff/candidate-dialog.tsx';
import { dateDigits } from '#renderer/ui/staff/value-text.ts';
import type { BenchView } from '../bench.ts';
import { type BenchWords, useBenchWords } from '../use-bench-words.ts';

const calibrationText = ({ t }: BenchWords, due: string | undefined, today: string): string => {
  if (due === undefined) return t('details.not-noted');
  const date = dateDigits(due);
  return due < today ? t('details.calibration-over', { date }) : t('details.calibration-until', { date });
};

const batteryText = ({ t }: BenchWords, battery: 'low' | 'good' | undefined): string =>
  battery === undefined ? t('details.not-said') : t(`details.battery-${battery}`);

const Fact = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Choice = ({ device, view }: { readonly device: BenchDevice; readonly view: BenchView }) => {
  const words = useBenchWords();
  const [open, setOpen] = useState(false);
  if (device.candidates === undefined || device.candidates.length === 0) return null;
  return (
    <>
      <Button look="main" onPress={() => setOpen(true)}>
        {words.t('details.choose')}
      </Button>
      <CandidateDialog
        isOpen={open}
        device={words.device(view.bench, device)}
        candidates={device.candidates}
        onChoose={(mark) => void view.ask({ type: 'choose-device', deviceId: device.id, mark })}
        onClose={() => setOpen(false)}
      />
    </>
  );
};

/** What is known of the device that is watched, besides its row. */
export const DeviceDetails = (view: BenchView) => {
  const words = useBenchWords();
  const { t } = words;
  const { bench } = view;
  const device = bench.devices.find(({ id }) => id === bench.watched);
  if (device === undefined) return null;
  const { identity, facts } = device;
  const unsaid = t('details.not-said');
  return (
    <section className="facts" aria-label={t('details.label')}>
      <dl>
        <Fact name={t('details.driver')}>{device.driver}</Fact>
        <Fact name={t('details.model')}>{`${identity.maker} ${identity.model}`}</Fact>
        <Fact name={t('details.serial')}>{identity.serial ?? unsaid}</Fact>
        <Fact name={t('details.firmware')}>{identity.firmware ?? unsaid}</Fact>
        <Fact name={t('details.battery')}>{batteryText(words, facts?.battery)}</Fact>
        <Fact name={t('details.calibration')}>
          {calibrationText(words, device.calibrationDue, bench.clock.now.slice(0, 10))}
        </Fact>
        <Fact name={t('details.readings')}>{String(facts?.counts.readings ?? 0)}</Fact>
        <Fact name={t('details.evidence')}>
          {facts === undefined ? unsaid : t(`details.${facts.evidence}`)}
        </Fact>
      </dl>
      <Choice device={device} view={view} />
    </section>
  );
};
