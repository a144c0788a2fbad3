import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityBoard } from '#core/contract/quality.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Face } from '#renderer/ui/face.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { portraitOf } from '#renderer/ui/portraits.ts';
import { CallNote } from '#renderer/ui/quality/call-note.tsx';
import { LineNote } from '#renderer/ui/quality/line-note.tsx';
import { BenchKey } from './bench-key.tsx';
import type { CabinKeys } from './cabin.ts';
import { DutyDialog } from './duty/duty-dialog.tsx';

type HeaderProps = {
  readonly visit: AssistantProjection;
  readonly quality: QualityBoard;
  readonly keys: CabinKeys;
  /** What must be told at once, in the free part of the header. */
  readonly children?: ReactNode;
};

/** What the line bears: in the call what is sent and got, before and after it what is known of it. */
const Line = ({ visit, quality }: Pick<HeaderProps, 'visit' | 'quality'>) => {
  if (visit.stage === 'call' && quality.call !== undefined) return <CallNote call={quality.call} />;
  return visit.startedAt !== undefined ? <LineNote {...quality} /> : null;
};

/** Where we are, and who the assistant is: their own identity is always in sight. */
export const Header = ({ visit, quality, keys, children }: HeaderProps) => {
  /** Whose duty the dialog was opened about: somebody else who takes over closes it. */
  const [openFor, setOpenFor] = useState<string>();
  const { t: staff } = useTranslation('staff');
  const { assistant, site } = visit;
  return (
    <header className="hd">
      <Mark />
      <span className="mut place">{site.name}</span>
      <Line visit={visit} quality={quality} />
      {children ?? <span className="sp" />}
      <BenchKey {...keys} />
      <Button
        className="id"
        icon={<Face name={assistant.name} portrait={portraitOf(assistant.name)} />}
        onPress={() => setOpenFor(assistant.name)}
      >
        <span className="who">
          <b>{assistant.name}</b>
          <small>{staff(`profession.${assistant.profession}`)}</small>
        </span>
      </Button>
      <DutyDialog
        key={assistant.name}
        visit={visit}
        keys={keys}
        isOpen={openFor === assistant.name}
        onClose={() => setOpenFor(undefined)}
      />
    </header>
  );
};
