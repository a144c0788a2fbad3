import { ArrowRight } from 'lucide-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { RED_FLAGS, type RedFlag } from '#core/visit/words.ts';
import { BreathingTrouble } from '#renderer/ui/illustrations/breathing-trouble.tsx';
import { ChestPain } from '#renderer/ui/illustrations/chest-pain.tsx';
import { Fainted } from '#renderer/ui/illustrations/fainted.tsx';
import { HeavyBleeding } from '#renderer/ui/illustrations/heavy-bleeding.tsx';
import { PregnantTrouble } from '#renderer/ui/illustrations/pregnant-trouble.tsx';
import { StrokeSigns } from '#renderer/ui/illustrations/stroke-signs.tsx';
import { WantsToDie } from '#renderer/ui/illustrations/wants-to-die.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { MainTile, Tile } from '#renderer/ui/tile.tsx';
import { useSend } from '../services.ts';

const PICTURES: Record<RedFlag, ComponentType> = {
  'chest-pain': ChestPain,
  'hard-to-breathe': BreathingTrouble,
  'stroke-signs': StrokeSigns,
  'heavy-bleeding': HeavyBleeding,
  fainted: Fainted,
  'pregnancy-pain': PregnantTrouble,
  'suicidal-thoughts': WantsToDie,
};

/** Seven pictures before anything else; touching one brings a person, no identity asked. */
export const RedFlags = () => {
  const { t } = useTranslation('patient');
  const send = useSend();
  return (
    <main className="tiled">
      <div className="head">
        <h1>{t('red-flags.title')}</h1>
        <Sentence title={t('red-flags.title')} text={t('red-flags.sentence')} />
      </div>
      <ScrollColumn fill>
        <div className="tiles">
          {RED_FLAGS.map((flag) => {
            const Picture = PICTURES[flag];
            return (
              <Tile
                key={flag}
                picture={<Picture />}
                onPress={() => send({ type: 'answer-red-flags', flags: [flag] })}
              >
                {t(`red-flags.${flag}`)}
              </Tile>
            );
          })}
          <MainTile
            icon={<ArrowRight className="i flip" aria-hidden />}
            onPress={() => send({ type: 'answer-red-flags', flags: [] })}
          >
            {t('red-flags.none')}
          </MainTile>
        </div>
      </ScrollColumn>
    </main>
  );
};
