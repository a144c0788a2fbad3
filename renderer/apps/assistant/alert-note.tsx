import type { ReactNode } from 'react';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import { useAlertWords } from '#renderer/ui/staff/use-alert-words.ts';

type AlertNoteProps = {
  readonly visit: Pick<AssistantProjection, 'alertTable' | 'unusual'>;
  readonly otherwise?: ReactNode;
};

/** Which value is to be measured once more, for a published limit or because it is unusual, or that nobody but the assistant watches for it here. */
export const AlertNote = ({ visit, otherwise = null }: AlertNoteProps) => {
  const words = useAlertWords();
  const confirm = words.toConfirm(visit);
  const off = words.off(visit.alertTable);
  if (confirm !== undefined)
    return (
      <p className="fix plain" role="status">
        {confirm}
      </p>
    );
  return off === undefined ? otherwise : <p className="mut">{off}</p>;
};
