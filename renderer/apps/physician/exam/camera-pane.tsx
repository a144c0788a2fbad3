import { Camera } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useStore } from 'zustand';
import { assertNever } from '#core/result.ts';
import { type ExamItem, itemBeingTaken } from '#core/visit/examination/examination.ts';
import type { BodySite } from '#core/visit/examination/targets.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { PlaceDialog } from '#renderer/ui/auscultation/place-dialog.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { KEY_NAMES } from '../key-names.ts';
import { openExamOf } from '../model/exam-state.ts';
import type { ConsultationView } from '../view.ts';
import { DeviceName, ExamSide, FinishKey, KeptList } from './exam-side.tsx';
import { keptItems } from './kept-items.ts';
import { useProgressWords } from './kept-row.tsx';
import { useExamState } from './use-exam-state.ts';
import { useExamWords } from './use-exam-words.ts';

/** Asks for the skin: a picture of it is worth nothing without its place. */
const AskPlace = ({
  actions,
  isOther = false,
}: Pick<ConsultationView, 'actions'> & {
  /** A place is in sight: another one. */
  readonly isOther?: boolean;
}) => {
  const { t } = useExamWords('');
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Button look={isOther ? 'alt' : 'main'} onPress={() => setChoosing(true)}>
        {t(isOther ? 'physician.ask-other' : 'physician.ask-skin')}
      </Button>
      {choosing ? (
        <PlaceDialog
          title={t('place.title')}
          onPick={(place) => actions.requestExam({ instrument: 'exam-camera', site: 'skin', place })}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  );
};

const AskKeys = ({ site, actions }: { readonly site: BodySite } & Pick<ConsultationView, 'actions'>) => {
  const { t } = useExamWords('');
  switch (site) {
    case 'ear':
      return (
        <>
          {(['right', 'left'] as const).map((laterality) => (
            <Button
              key={laterality}
              look="main"
              onPress={() => actions.requestExam({ instrument: 'exam-camera', site, laterality })}
            >
              {t(`physician.ask-${laterality}`)}
            </Button>
          ))}
        </>
      );
    case 'throat':
      return (
        <Button look="main" onPress={() => actions.requestExam({ instrument: 'exam-camera', site })}>
          {t('physician.ask')}
        </Button>
      );
    case 'skin':
      return <AskPlace actions={actions} />;
    default:
      return assertNever(site);
  }
};

type StillProps = Pick<ConsultationView, 'visit' | 'instruments' | 'actions'> & { readonly item: ExamItem };

/** One picture, small; large when it is opened. */
const StillCard = (props: StillProps) => {
  const { visit, instruments, actions, item } = props;
  const { t, target } = useExamWords(visit.assistant.givenName);
  const [isOpen, setOpen] = useState(false);
  const kept = useStore(instruments.kept).get(item.itemId);
  const progress = useProgressWords(props);
  const about = kept?.item.about.kind === 'still' ? kept.item.about : undefined;
  const meta = t('physician.meta', {
    name: target(item.target),
    time: formatTimeOfDay(about?.takenAt ?? item.askedAt),
  });
  if (kept?.url === undefined || about === undefined) {
    return (
      <li className="coming">
        <span>{progress}</span>
        <small>{meta}</small>
      </li>
    );
  }
  return (
    <li>
      <AriaButton className="thumb" aria-label={meta} onPress={() => setOpen(true)}>
        <img src={kept.url} alt="" />
      </AriaButton>
      <small>{meta}</small>
      {isOpen ? (
        <Dialog isOpen title={meta} onClose={() => setOpen(false)}>
          <img className="whole-still" src={kept.url} alt={meta} />
          <p className="mut">
            {t('physician.size', { width: about.width, height: about.height })}
            {'. '}
            <DeviceName device={about.device} simulated={about.simulated} />
          </p>
          <div className="hrow">
            <Button onPress={() => setOpen(false)}>{t('physician.close')}</Button>
            <span className="sp" />
            {visit.stage === 'goodbye' ? null : (
              <Button
                onPress={() => {
                  actions.examine({ type: 'discard-exam-item', itemId: item.itemId });
                  setOpen(false);
                }}
              >
                {t('physician.discard')}
              </Button>
            )}
          </div>
        </Dialog>
      ) : null}
    </li>
  );
};

/** One site of the examination camera: ask, look (the picture is beside the face), take pictures, compare them. */
export const CameraPane = (view: ConsultationView & { readonly site: BodySite }) => {
  const { visit, actions, site } = view;
  const words = useExamWords(visit.assistant.givenName);
  const { t } = words;
  const state = useExamState(site, view);
  const open = openExamOf(visit, site);
  const taking = itemBeingTaken(visit.examination, open?.requestId) !== undefined;
  const mayAsk = open === undefined && state.state !== 'unavailable' && state.state !== 'closed';
  return (
    <section className="card exam cam" aria-label={t(`role.${site}`)}>
      <ExamSide
        state={state}
        target={open === undefined ? t(`role.${site}`) : words.target(open.target)}
        told={words.state(state, true)}
      >
        <div className="hrow">
          {mayAsk ? <AskKeys {...view} site={site} /> : null}
          {open !== undefined && state.state === 'live' ? (
            <Button
              look="main"
              icon={<Camera className="i" aria-hidden />}
              iconEnd={<kbd>{KEY_NAMES.still}</kbd>}
              busy={taking ? t('physician.still-taking') : undefined}
              onPress={() => actions.takeItem(open.requestId)}
            >
              {t('physician.still')}
            </Button>
          ) : null}
          {open !== undefined && site === 'skin' ? <AskPlace actions={actions} isOther /> : null}
          {open === undefined ? null : <FinishKey requestId={open.requestId} actions={actions} />}
        </div>
        <KeptList items={keptItems(visit, 'exam-camera')} look="gallery">
          {(item) => <StillCard key={item.itemId} {...view} item={item} />}
        </KeptList>
        <p className="mut small">{t('physician.forgotten')}</p>
      </ExamSide>
    </section>
  );
};
