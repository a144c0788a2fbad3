import { FileUp, Send } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/contract/error-codes.ts';
import { PAPER_KINDS, type PaperKind } from '#core/visit/papers/papers.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { ConsultationView } from '../view.ts';
import { PaperList } from './paper-list.tsx';
import { type ReadPaper, readPaper } from './read-paper.ts';

type Chosen =
  | { readonly state: 'none' }
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly paper: ReadPaper }
  | { readonly state: 'refused'; readonly failure: Failure };

const kilobytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000));

/** The document that was chosen, or why it cannot be printed. */
const Preview = ({ chosen }: { readonly chosen: Chosen }) => {
  const { t } = useTranslation('papers');
  const staff = useStaffWords();
  switch (chosen.state) {
    case 'none':
      return <p className="mut">{t('physician.drop')}</p>;
    case 'reading':
      return <p role="status">{t('physician.checking')}</p>;
    case 'refused':
      return (
        <p className="notice" role="alert">
          {staff.fault(chosen.failure.code, 'physician')}
        </p>
      );
    case 'read':
      return (
        <p role="status" className="chosen">
          <b>{chosen.paper.name}</b>
          <br />
          {t('pages', { count: chosen.paper.pages })}
          {', '}
          {t('physician.size', { size: kilobytes(chosen.paper.byteLength) })}
        </p>
      );
  }
};

type PapersDialogProps = ConsultationView & {
  /** The file that was dropped on the page. */
  readonly dropped: File | undefined;
  readonly onClose: () => void;
};

/** Choosing, checking and sending a document of the physician's own software, and what became of those that were sent. */
export const PapersDialog = (props: PapersDialogProps) => {
  const { visit, actions, dropped, onClose } = props;
  const { t } = useTranslation('papers');
  const [kind, setKind] = useState<PaperKind>();
  const [chosen, setChosen] = useState<Chosen>({ state: 'none' });
  const field = useRef<HTMLInputElement>(null);
  /** Counts the files chosen: a slow one does not overtake the next. */
  const latest = useRef(0);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    latest.current += 1;
    const mine = latest.current;
    setChosen({ state: 'reading' });
    const read = await readPaper(file);
    if (mine !== latest.current) return;
    setChosen(read.ok ? { state: 'read', paper: read.value } : { state: 'refused', failure: read.failure });
  };
  const taken = useRef(take);
  useEffect(() => {
    void taken.current(dropped);
  }, [dropped]);
  const send = () => {
    if (chosen.state !== 'read' || kind === undefined) return;
    actions.sendPaper(kind, chosen.paper);
    setChosen({ state: 'none' });
    setKind(undefined);
  };
  const canSend = visit.stage === 'call';
  const missing =
    chosen.state === 'read'
      ? kind === undefined
        ? t('physician.no-kind')
        : undefined
      : t('physician.not-yet');
  return (
    <Dialog isOpen title={t('physician.title')} onClose={onClose}>
      <div className="closing">
        {canSend ? (
          <section className="closing-part" aria-label={t('physician.send')}>
            <p className="mut">{t('physician.lead')}</p>
            <input
              ref={field}
              type="file"
              accept="application/pdf,.pdf"
              hidden
              aria-hidden
              tabIndex={-1}
              onChange={(event) => {
                void take(event.target.files?.[0]);
                // The same file again is a choice too.
                event.target.value = '';
              }}
            />
            <div className="drop-zone">
              <Button icon={<FileUp className="i" aria-hidden />} onPress={() => field.current?.click()}>
                {t('physician.choose')}
              </Button>
              <Preview chosen={chosen} />
            </div>
            <fieldset className="fld">
              <legend>{t('physician.kind')}</legend>
              <div className="reports">
                {PAPER_KINDS.map((each) => (
                  <Button key={each} pressed={kind === each} onPress={() => setKind(each)}>
                    {t(`kind.${each}`)}
                  </Button>
                ))}
              </div>
            </fieldset>
            <Button look="main" icon={<Send className="i" aria-hidden />} notYet={missing} onPress={send}>
              {t('physician.send')}
            </Button>
          </section>
        ) : (
          <p className="notice">
            {t(visit.stage === 'goodbye' ? 'physician.closed' : 'physician.not-in-call')}
          </p>
        )}
        <section className="closing-part" aria-label={t('physician.title')}>
          <PaperList {...props} />
        </section>
      </div>
      <div className="pair">
        <Button onPress={onClose}>{t('physician.close')}</Button>
      </div>
    </Dialog>
  );
};
