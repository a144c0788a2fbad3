import type { ReactNode } from 'react';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';

type CaptureColumnProps = {
  /** Which measure of how many, or who asks for it. */
  readonly eyebrow: string | undefined;
  readonly title: string;
  readonly sentence: string;
  readonly compact: boolean;
  /** The ways out, always in sight. */
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
};

/** One title, one sentence, the device answering, the ways out. */
export const CaptureColumn = ({ eyebrow, title, sentence, compact, foot, children }: CaptureColumnProps) => (
  <ScrollColumn foot={foot}>
    {eyebrow === undefined ? null : <p className="eyebrow">{eyebrow}</p>}
    <div className="head">
      {compact ? <h2>{title}</h2> : <h1>{title}</h1>}
      <Sentence title={title} text={sentence} />
    </div>
    {children}
  </ScrollColumn>
);
