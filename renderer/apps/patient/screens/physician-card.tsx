import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { peerRefusalOf } from '#core/contract/identity.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Face } from '#renderer/ui/face.tsx';
import { portraitOf } from '#renderer/ui/portraits.ts';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { groupRpps } from '../model/rpps.ts';
import type { ScreenProps } from '../screen-props.ts';
import { useIsSending, useSend, useServices } from '../services.ts';
import { SelfView } from './self-view.tsx';

/** Who the physician is, before any picture or sound; and how the person will look. */
export const PhysicianCardScreen = ({ projection }: ScreenProps) => {
  const { t } = useTranslation(['patient', 'errors']);
  const send = useSend();
  const sending = useIsSending('acknowledge-physician');
  const { physician } = projection;
  const refusal = peerRefusalOf(useStore(useServices().call.store, ({ failure }) => failure));
  if (physician === undefined) return null;
  const { name, specialty, place, rpps } = physician;
  return (
    <main className="split even">
      <section className="selfview" aria-label={t('physician.you')}>
        <SelfView />
        <span className="tag">{t('physician.you')}</span>
      </section>
      <ScrollColumn
        foot={
          <Button
            look="main"
            wide
            iconEnd={<ArrowRight className="i flip" aria-hidden />}
            busy={sending ? t('physician.busy') : undefined}
            onPress={() => send({ type: 'acknowledge-physician' })}
          >
            {t('physician.accept')}
          </Button>
        }
      >
        <div className="head">
          <h1>{t('physician.title')}</h1>
          <Sentence
            title={t('physician.title')}
            text={
              refusal === undefined
                ? t('physician.sentence', { name, specialty, place })
                : t(`errors:${refusal}.patient`)
            }
          />
        </div>
        <section className="card doc large">
          <Face name={name} portrait={portraitOf(name)} />
          <div>
            <p className="eyebrow">{t('physician.eyebrow')}</p>
            <b>
              <bdi>{name}</bdi>
            </b>
            {[specialty, place, t('physician.rpps', { number: groupRpps(rpps) })].map((line) => (
              <p key={line}>
                <bdi>{line}</bdi>
              </p>
            ))}
          </div>
        </section>
      </ScrollColumn>
    </main>
  );
};
