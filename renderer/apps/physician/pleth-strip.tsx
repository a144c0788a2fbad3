import { Pause, X } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { WaveCanvas } from '#renderer/ui/wave/wave-canvas.tsx';
import type { ConsultationView } from './view.ts';

/** The curve comes at a constant delay: without a new sample for this long it has stopped, and is wiped. Milliseconds. */
const STOPPED_MS = 1_000;

const formatSeconds = (milliseconds: number, language: string): string =>
  (milliseconds / 1_000).toLocaleString(language, { maximumFractionDigits: 1 });

/** A still of the curve, and when it was taken. It lives in this page's memory only and goes with the visit. */
interface FrozenCopy {
  readonly picture: ImageData;
  readonly at: Date;
}

const copyOf = (strip: HTMLElement | null): FrozenCopy | undefined => {
  const canvas = strip?.querySelector('canvas');
  const context = canvas?.getContext('2d');
  if (!canvas || !context || canvas.width === 0 || canvas.height === 0) return undefined;
  return { picture: context.getImageData(0, 0, canvas.width, canvas.height), at: new Date() };
};

const draw = (canvas: HTMLCanvasElement | null, picture: ImageData): void => {
  if (canvas === null) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.putImageData(picture, 0, 0);
};

/** Keeps one still copy beside the live curve. */
export const useFrozenCopy = (strip: RefObject<HTMLElement | null>) => {
  const [copy, setCopy] = useState<FrozenCopy>();
  return {
    copy,
    freeze: () => setCopy((before) => copyOf(strip.current) ?? before),
    drop: () => setCopy(undefined),
  };
};

const Still = ({ copy, onDrop }: { readonly copy: FrozenCopy; readonly onDrop: () => void }) => {
  const { t } = useTranslation('physician');
  const time = copy.at.toTimeString().slice(0, 8);
  return (
    <figure className="still">
      <figcaption className="hrow">
        <b>{t('pleth.frozen', { time })}</b>
        <span className="sp" />
        <Button label={t('pleth.drop')} onPress={onDrop}>
          <X className="i" aria-hidden />
        </Button>
      </figcaption>
      <canvas ref={(canvas) => draw(canvas, copy.picture)} role="img" aria-label={t('pleth.frozen-label')} />
    </figure>
  );
};

type PlethStripProps = ConsultationView & {
  readonly strip: RefObject<HTMLElement | null>;
  readonly frozen: ReturnType<typeof useFrozenCopy>;
};

/**
 * The live curve while there is one: gaps stay gaps, and it is wiped when nothing comes. A copy may be kept still beside it, and after it.
 */
export const PlethStrip = ({ visit, controls, feedback, waveDelayMs, strip, frozen }: PlethStripProps) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const oximetry = feedback.find(({ feedback: { measure } }) => measure === 'oximetry')?.feedback;
  const signal = oximetry?.measure === 'oximetry' ? staff.signal(oximetry.signal) : undefined;
  const isMeasured = visit.capturing === 'oximetry' || oximetry !== undefined || waveDelayMs !== undefined;
  if (!isMeasured && frozen.copy === undefined) return null;
  return (
    <section className="card strip" ref={strip} aria-label={t('pleth.title')}>
      {isMeasured ? (
        <>
          <div className="hrow">
            <h2>{t('pleth.title')}</h2>
            <span className="mut">
              {t('pleth.speed')}, {signal ?? t('pleth.none')}
              {signal === undefined || waveDelayMs === undefined
                ? ''
                : `, ${t('pleth.delay', { seconds: formatSeconds(waveDelayMs, staff.language) })}`}
            </span>
            <span className="sp" />
            <Button
              icon={<Pause className="i" aria-hidden />}
              iconEnd={<kbd>{'F'}</kbd>}
              onPress={frozen.freeze}
            >
              {t('pleth.freeze')}
            </Button>
          </div>
          <div className="wave">
            <WaveCanvas
              feed={controls.wave}
              label={t('pleth.label')}
              freshWidth={2.5}
              oldWidth={1.5}
              maximumAgeMs={STOPPED_MS}
            />
          </div>
        </>
      ) : null}
      {frozen.copy === undefined ? null : <Still copy={frozen.copy} onDrop={frozen.drop} />}
    </section>
  );
};
