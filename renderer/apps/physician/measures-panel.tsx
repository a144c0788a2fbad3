import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { AgedFeedback } from '#renderer/call/live-receiver.ts';
import type { Agreement } from '#renderer/call/visit-receiver.ts';
import { MeasureCell } from './measure-cell.tsx';
import { CELLS, type CellContent, type CellId, cellContent } from './model/measure-cell.ts';
import { NotedLine } from './noted-line.tsx';

type MeasuresPanelProps = {
  readonly visit: PhysicianProjection;
  readonly feedback: readonly AgedFeedback[];
  readonly agreement: Agreement;
  /** Milliseconds since 1970, ticking. */
  readonly now: number;
};

/** Cells that have shown a live value in the last capture: without one now, the word "stale" stays in its place. */
const useContents = ({ visit, feedback, agreement }: MeasuresPanelProps): Record<CellId, CellContent> => {
  const seen = useRef(new Set<CellId>());
  const capturing = useRef(visit.capturing);
  if (capturing.current !== visit.capturing) {
    if (visit.capturing !== undefined) seen.current.clear();
    capturing.current = visit.capturing;
  }
  const contentOf = (cell: CellId): CellContent => {
    const content = cellContent(cell, visit, feedback, seen.current.has(cell), agreement.withheld);
    if (content.state === 'live') seen.current.add(cell);
    if (content.state === 'recorded') seen.current.delete(cell);
    return content;
  };
  return {
    pressure: contentOf('pressure'),
    pulse: contentOf('pulse'),
    spo2: contentOf('spo2'),
    weight: contentOf('weight'),
  };
};

/** Each value with unit, quality and age; where it comes from is one hover or one focus away. */
export const MeasuresPanel = (props: MeasuresPanelProps) => {
  const { visit, agreement, now } = props;
  const { t } = useTranslation('physician');
  const contents = useContents(props);
  const [open, setOpen] = useState<CellId>();
  return (
    <section className="card meas" aria-label={t('cell.label')}>
      {CELLS.map((cell) => (
        <MeasureCell
          key={cell}
          cell={cell}
          content={contents[cell]}
          readings={visit.readings}
          agreement={agreement}
          now={now}
          open={open === cell}
          onOpen={(opened) => setOpen(opened ? cell : undefined)}
        />
      ))}
      <NotedLine readings={visit.readings} withheld={agreement.withheld} />
    </section>
  );
};
