import { Wrench } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityBoard } from '#core/contract/quality.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Face } from '#renderer/ui/face.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { CallNote } from '#renderer/ui/quality/call-note.tsx';
import { LineNote } from '#renderer/ui/quality/line-note.tsx';

type HeaderProps = {
  readonly visit: AssistantProjection;
  readonly quality: QualityBoard;
  readonly onBench: () => void;
  /** What must be told at once, in the free part of the header. */
  readonly children?: ReactNode;
};

/** What the line bears: in the call what is sent and got, before and after it what is known of it. */
const Line = ({ visit, quality }: Pick<HeaderProps, 'visit' | 'quality'>) => {
  if (visit.stage === 'call' && quality.call !== undefined) return <CallNote call={quality.call} />;
  return visit.startedAt !== undefined ? <LineNote {...quality} /> : null;
};

/** Where we are, and who the assistant is: their own identity is always in sight. */
export const Header = ({ visit, quality, onBench, children }: HeaderProps) => {
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  const { assistant, site, simulation } = visit;
  return (
    <header className="hd">
      <Mark />
      <span className="mut place">{site.name}</span>
      <Line visit={visit} quality={quality} />
      {children ?? <span className="sp" />}
      <Button
        className="bench"
        label={t('open-bench')}
        icon={<Wrench className="i" aria-hidden />}
        onPress={onBench}
      >
        {null}
      </Button>
      <section className="id" aria-label={t('you')}>
        <Face
          name={assistant.name}
          portrait={simulation && assistant.profession === 'nurse' ? 'nurse' : undefined}
        />
        <span>
          <b>{assistant.name}</b>
          <small>{staff(`profession.${assistant.profession}`)}</small>
        </span>
      </section>
    </header>
  );
};
