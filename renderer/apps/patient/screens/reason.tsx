import { ArrowLeft, ArrowRight, PencilLine } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASONS, type ReasonPicture } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ReasonBelly } from '#renderer/ui/illustrations/reason-belly.tsx';
import { ReasonFever } from '#renderer/ui/illustrations/reason-fever.tsx';
import { ReasonMedicines } from '#renderer/ui/illustrations/reason-medicines.tsx';
import { ReasonOther } from '#renderer/ui/illustrations/reason-other.tsx';
import { ReasonPain } from '#renderer/ui/illustrations/reason-pain.tsx';
import { ReasonSkin } from '#renderer/ui/illustrations/reason-skin.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { Tile } from '#renderer/ui/tile.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { useIsSending, useSend } from '../services.ts';
import { ReasonText } from './reason-text.tsx';

const PICTURES: Record<ReasonPicture, ComponentType> = {
  'cough-fever': ReasonFever,
  pain: ReasonPain,
  skin: ReasonSkin,
  digestive: ReasonBelly,
  renewal: ReasonMedicines,
  other: ReasonOther,
};

/** Why the person comes: pictures to touch, and a few words if they like. */
export const Reason = ({ projection }: ScreenProps) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  const sending = useIsSending('give-reason');
  const [pictures, setPictures] = useState<readonly ReasonPicture[]>(projection.reason?.pictures ?? []);
  const [text, setText] = useState(projection.reason?.text ?? '');
  const [writing, setWriting] = useState(false);
  if (writing) {
    return (
      <ReasonText
        text={text}
        onDone={(words) => {
          setText(words);
          setWriting(false);
        }}
      />
    );
  }
  const toggle = (picture: ReasonPicture) =>
    setPictures((before) =>
      before.includes(picture) ? before.filter((each) => each !== picture) : [...before, picture],
    );
  const empty = pictures.length === 0 && text === '';
  return (
    <main className="tiled foot">
      <div className="head">
        <h1>{t('reason.title')}</h1>
        <Sentence title={t('reason.title')} text={t('reason.sentence')} />
      </div>
      <ScrollColumn fill>
        <div className="tiles six">
          {REASONS.map((reason) => {
            const Picture = PICTURES[reason];
            return (
              <Tile
                key={reason}
                picture={<Picture />}
                chosen={pictures.includes(reason)}
                onPress={() => toggle(reason)}
              >
                {t(`reason.${reason}`)}
              </Tile>
            );
          })}
        </div>
      </ScrollColumn>
      <div className="row end">
        <Button icon={<ArrowLeft className="i flip" aria-hidden />} onPress={() => send({ type: 'go-back' })}>
          {t('back')}
        </Button>
        <Button
          className="words"
          icon={<PencilLine className="i" aria-hidden />}
          onPress={() => setWriting(true)}
        >
          {text === '' ? t('reason.write') : text}
        </Button>
        <Button
          look="main"
          iconEnd={<ArrowRight className="i flip" aria-hidden />}
          notYet={empty ? t('reason.not-yet') : undefined}
          busy={sending ? t('continue') : undefined}
          onPress={() => send({ type: 'give-reason', reason: { pictures: [...pictures], text } })}
        >
          {t('continue')}
        </Button>
      </div>
    </main>
  );
};
