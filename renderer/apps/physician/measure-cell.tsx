import { Check, Pencil } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Values } from '#core/vitals/kinds.ts';
import type { Reading } from '#core/vitals/reading.ts';
import type { Agreement } from '#renderer/call/visit-receiver.ts';
import { classes } from '#renderer/ui/classes.ts';
import { SignalBars } from '#renderer/ui/signal-bars.tsx';
import { ageOf } from '#renderer/ui/staff/age.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { pressureText, valueText } from '#renderer/ui/staff/value-text.ts';
import { CELL_KEYS, type CellContent, type CellId } from './model/measure-cell.ts';
import { ProvenanceTip } from './provenance-tip.tsx';

type MeasureCellProps = {
  readonly cell: CellId;
  readonly content: CellContent;
  readonly readings: readonly Reading[];
  readonly agreement: Agreement;
  readonly now: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
};

const Value = ({ cell, values }: { readonly cell: CellId; readonly values: Values }) => {
  const staff = useStaffWords();
  const [key] = CELL_KEYS[cell];
  if (key === undefined) return null;
  const text =
    cell === 'pressure' ? pressureText(values, staff.language) : valueText(values, key, staff.language);
  return (
    <p className="v">
      {text} <small>{staff.unit(key)}</small>
    </p>
  );
};

const Origin = ({ reading }: { readonly reading: Reading }) => {
  const staff = useStaffWords();
  if (reading.origin === 'manual') {
    return (
      <span className="mark-by-hand">
        <Pencil className="i" aria-hidden /> {staff.t('by-hand')}
      </span>
    );
  }
  return reading.origin === 'simulator' ? <span className="hatched">{staff.t('simulated')}</span> : null;
};

/** The cabin's record was found to hold exactly what this page renders. */
export const SameMark = () => {
  const { t } = useTranslation('physician');
  return (
    <span className="same" role="img" aria-label={t('cell.same')} title={t('cell.same')}>
      <Check className="i" aria-hidden />
    </span>
  );
};

type RecordedProps = Pick<MeasureCellProps, 'cell' | 'now'> & {
  readonly reading: Reading;
  readonly same: boolean;
};

const Recorded = ({ cell, reading, now, same }: RecordedProps) => {
  const staff = useStaffWords();
  return (
    <>
      <Value cell={cell} values={reading.values} />
      <p className="a">
        {staff.age(ageOf(reading.takenAt, now))}
        {same ? <SameMark /> : null}
      </p>
      <p className="a marks">
        {reading.signal === undefined ? null : (
          <span>
            <SignalBars level={reading.signal} /> {staff.quality(reading.signal)}
          </span>
        )}
        <Origin reading={reading} />
      </p>
    </>
  );
};

const Body = ({ cell, content, now, agreement }: MeasureCellProps) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  switch (content.state) {
    case 'live':
      return (
        <>
          <Value cell={cell} values={content.values} />
          <p className="a">
            {content.signal === undefined ? null : <SignalBars level={content.signal} />}
            <span>
              {content.signal === undefined ? null : `${staff.quality(content.signal)}, `}
              <b className="direct">{t('cell.live')}</b>
            </span>
          </p>
        </>
      );
    case 'recorded':
      return (
        <Recorded
          cell={cell}
          reading={content.reading}
          now={now}
          same={agreement.same.has(content.reading.id)}
        />
      );
    case 'skipped':
      return (
        <>
          <p className="v word">{t('cell.skipped')}</p>
          <p className="a wrap">{staff.t(`skip-reason.${content.reason}`)}</p>
        </>
      );
    case 'stale':
    case 'withheld':
    case 'in-progress':
    case 'unavailable':
    case 'to-do':
      return (
        <>
          <p className="v word">{t(`cell.${content.state}`)}</p>
          <p className="a wrap">{t(`cell.${content.state}-note`)}</p>
        </>
      );
  }
};

/** One cell. A recorded value answers hover and focus with its provenance. */
export const MeasureCell = (props: MeasureCellProps) => {
  const { cell, content, readings, agreement, open, onOpen } = props;
  const { t } = useTranslation('physician');
  const tip = useId();
  const shown = readings.filter(({ id }) => !agreement.withheld.has(id));
  const reading = content.state === 'recorded' ? content.reading : undefined;
  if (reading === undefined) {
    return (
      <div className="m">
        <h3>{t(`cell.${cell}`)}</h3>
        <Body {...props} />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot hold headings and paragraphs
    <div
      className={classes('m', open && 'hov')}
      role="button"
      tabIndex={0}
      aria-expanded={open}
      aria-describedby={open ? tip : undefined}
      onMouseEnter={() => onOpen(true)}
      onMouseLeave={() => onOpen(false)}
      onFocus={() => onOpen(true)}
      onBlur={() => onOpen(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onOpen(false);
        if (event.key === 'Enter') onOpen(!open);
      }}
    >
      <h3>{t(`cell.${cell}`)}</h3>
      <Body {...props} />
      {open ? <ProvenanceTip id={tip} reading={reading} readings={shown} /> : null}
    </div>
  );
};
