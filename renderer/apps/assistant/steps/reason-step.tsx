import { ClipboardPen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASONS, type ReasonPicture } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from '../cabin.ts';
import { ParticularsDialog } from '../dialogs/particulars-dialog.tsx';
import { TaskFrame } from '../task-frame.tsx';
import { BackKey } from './back-key.tsx';
import { Choice } from './choice.tsx';

/** Longest reason in words (`visitReasonSchema`). */
const LONGEST_TEXT = 500;

/** Why the person comes, in pictures and a few words. */
export const ReasonStep = ({ visit, ask }: CabinView) => {
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  const [pictures, setPictures] = useState<readonly ReasonPicture[]>(visit.reason?.pictures ?? []);
  const [completing, setCompleting] = useState(false);
  const [text, setText] = useState(visit.reason?.text ?? '');
  const toggle = (picture: ReasonPicture) =>
    setPictures((before) =>
      before.includes(picture) ? before.filter((other) => other !== picture) : [...before, picture],
    );
  const reason = { pictures: [...pictures], text: text.trim() };
  const empty = reason.pictures.length === 0 && reason.text === '';
  const keys = (
    <>
      <BackKey ask={ask} />
      <Button
        look="main"
        className="wide2"
        notYet={empty ? t('identity.problem.sex-empty') : undefined}
        onPress={() => void ask({ type: 'give-reason', reason })}
      >
        {t('continue')}
      </Button>
    </>
  );
  return (
    <TaskFrame title={t('stage.reason')} keys={keys}>
      <div className="stacked">
        <p className="lead">{t('step.reason-lead')}</p>
        <div className="choices three">
          {REASONS.map((picture) => (
            <Choice key={picture} chosen={pictures.includes(picture)} onToggle={() => toggle(picture)}>
              {staff(`reason.${picture}`)}
            </Choice>
          ))}
        </div>
        <label className="fld grow">
          <span>{t('step.reason-text')}</span>
          <textarea value={text} maxLength={LONGEST_TEXT} onChange={(event) => setText(event.target.value)} />
        </label>
        <Button icon={<ClipboardPen className="i" aria-hidden />} onPress={() => setCompleting(true)}>
          {t('particulars.open')}
        </Button>
      </div>
      {completing ? <ParticularsDialog visit={visit} ask={ask} onClose={() => setCompleting(false)} /> : null}
    </TaskFrame>
  );
};
