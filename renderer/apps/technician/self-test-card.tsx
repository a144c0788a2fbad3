import { CircleCheck, CircleX, FileText, LoaderCircle, Play } from 'lucide-react';
import type { SelfTestReport } from '#core/contract/self-test.ts';
import type { SelfTestView } from '#core/contract/technician.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateDigits } from '#renderer/ui/staff/value-text.ts';
import type { BenchView } from './bench.ts';
import { type BenchWords, useBenchWords } from './use-bench-words.ts';

/** What came of one device, in a word or two. */
const outcomeText = ({ t, cause }: BenchWords, report: SelfTestReport | undefined): string => {
  if (report === undefined) return t('test.waiting');
  const failed = report.steps.find(({ outcome }) => outcome === 'failed');
  if (failed === undefined) return t('test.passed');
  const step = t(`test.step.${failed.step}`);
  return failed.code === undefined
    ? t('test.failed-step', { step })
    : t('test.failed', { step, cause: cause(failed.code) });
};

const OutcomeIcon = ({ report }: { readonly report: SelfTestReport | undefined }) => {
  if (report === undefined) return <LoaderCircle className="i" aria-hidden />;
  return report.passed ? <CircleCheck className="i" aria-hidden /> : <CircleX className="i" aria-hidden />;
};

const whenText = ({ t }: BenchWords, { startedAt, tookMs, running }: SelfTestView, now: string): string => {
  if (running) return t('test.running');
  const day = startedAt.slice(0, 10);
  return t('test.when', {
    date: day === now.slice(0, 10) ? t('test.today') : dateDigits(day),
    time: formatTimeOfDay(startedAt),
    seconds: Math.round(tookMs / 1_000),
  });
};

const Outcomes = ({ test, view }: { readonly test: SelfTestView; readonly view: BenchView }) => {
  const words = useBenchWords();
  const { devices } = view.bench;
  const shown = test.running
    ? devices
    : devices.filter(({ id }) => test.reports.some((one) => one.device === id));
  return (
    <ul className="tst">
      {shown.map((device) => {
        const report = test.reports.find((one) => one.device === device.id);
        return (
          <li key={device.id}>
            <OutcomeIcon report={report} />
            <span>{words.device(view.bench, device)}</span>
            <b>{outcomeText(words, report)}</b>
          </li>
        );
      })}
    </ul>
  );
};

/** The self-test of every device, and its report. */
export const SelfTestCard = (view: BenchView) => {
  const words = useBenchWords();
  const { t } = words;
  const { bench, ask } = view;
  const { selfTest } = bench;
  const interrupted = selfTest?.running === false && selfTest.reports.length === 0;
  return (
    <section className="card pad test-card">
      <div className="hrow">
        <h2>{t('test.title')}</h2>
        {selfTest === undefined ? null : (
          <span className="mut" role="status">
            {whenText(words, selfTest, bench.clock.now)}
          </span>
        )}
      </div>
      <div className="outcomes">
        {selfTest === undefined ? <p className="mut">{t('test.lead')}</p> : null}
        {interrupted ? <p role="alert">{t('test.interrupted')}</p> : null}
        {selfTest === undefined || interrupted ? null : <Outcomes test={selfTest} view={view} />}
      </div>
      <div className="fl">
        <Button
          look="main"
          icon={<Play className="i" aria-hidden />}
          busy={selfTest?.running === true ? t('test.running') : undefined}
          onPress={() => void ask({ type: 'run-self-test' })}
        >
          {selfTest === undefined ? t('test.run') : t('test.again')}
        </Button>
        {selfTest === undefined || selfTest.running ? null : (
          <Button
            icon={<FileText className="i" aria-hidden />}
            onPress={() => void ask({ type: 'save-report' })}
          >
            {t('test.save')}
          </Button>
        )}
      </div>
    </section>
  );
};
