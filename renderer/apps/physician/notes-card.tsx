import { List, Printer } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#core/result.ts';
import { LONGEST_NOTES } from '#core/visit/commands.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { WordsNote } from '#renderer/ui/trust/words-note.tsx';
import { KeyBadge } from './key-badge.tsx';
import { KEY_NAMES } from './key-names.ts';
import { type ConsultationView, isSettled } from './view.ts';

const useStateWords = () => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  return ({ state: { notes }, visit }: ConsultationView): string => {
    switch (notes.status.status) {
      case 'saved':
        if (notes.text === '') return t('notes.empty');
        return visit.notesSavedAt === undefined
          ? t('notes.saved')
          : t('notes.saved-at', { time: formatTimeOfDay(visit.notesSavedAt) });
      case 'unsaved':
      case 'saving':
        return t(`notes.${notes.status.status}`);
      case 'failed':
        return t('notes.failed', { words: staff.fault(notes.status.code, 'physician') });
      default:
        return assertNever(notes.status);
    }
  };
};

/** What physicians before this one wrote and decided, each under their name; nothing of it can be changed. */
const Earlier = ({ visit }: Pick<ConsultationView, 'visit'>) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  if (visit.earlier.length === 0) return null;
  return (
    <div className="earlier">
      {visit.earlier.map(({ physician, notes, notesSavedAt, pathway }) => {
        const { name, rpps } = physician;
        const title =
          notesSavedAt === undefined
            ? t('notes.earlier', { name })
            : t('notes.earlier-at', { name, time: formatTimeOfDay(notesSavedAt) });
        return (
          <section key={`${rpps} ${notesSavedAt}`} aria-label={title}>
            <b>{title}</b>
            {pathway === undefined ? null : (
              <p>{t('notes.earlier-decision', { decision: staff.t(`pathway.${pathway}`) })}</p>
            )}
            <p className="words">{notes}</p>
          </section>
        );
      })}
    </div>
  );
};

type NotesCardProps = ConsultationView & {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onIncidents: () => void;
  readonly onPapers: () => void;
};

/** Notes, saved by themselves in the cabin; the state beside the title is true. */
export const NotesCard = (props: NotesCardProps) => {
  const { state, visit, actions, call, field, onIncidents, onPapers } = props;
  const { t } = useTranslation('physician');
  const { t: papers } = useTranslation('papers');
  const words = useStateWords();
  const count = visit.incidents.length;
  return (
    <section className="card notes">
      <div className="hrow">
        <h2>{t('notes.title')}</h2>
        <span className="mut" role="status">
          {words(props)}
        </span>
        <span className="sp" />
        <kbd>{'N'}</kbd>
      </div>
      <Earlier visit={visit} />
      <textarea
        ref={field}
        className="pg2"
        aria-label={t('notes.title')}
        placeholder={t('notes.placeholder')}
        maxLength={LONGEST_NOTES}
        readOnly={isSettled(props)}
        value={state.notes.text}
        onChange={(event) => actions.editNotes(event.target.value)}
      />
      <div className="hrow">
        <Button icon={<List className="i" aria-hidden />} onPress={onIncidents}>
          {count === 0 ? t('notes.no-incidents') : t('notes.incidents', { count })}
        </Button>
        <Button icon={<Printer className="i" aria-hidden />} onPress={onPapers}>
          {papers('physician.key')}
          <KeyBadge name={KEY_NAMES.papers} />
        </Button>
        <span className="sp" />
        {call.words === undefined ? null : (
          <WordsNote words={call.words} language={visit.language} reader="physician" />
        )}
      </div>
    </section>
  );
};
