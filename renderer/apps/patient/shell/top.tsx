import { useTranslation } from 'react-i18next';
import type { Assistant, Site, Stage } from '#core/visit/words.ts';
import { Face } from '#renderer/ui/face.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { portraitOf } from '#renderer/ui/portraits.ts';
import { Ribbon } from './ribbon.tsx';
import { type Notice, Strip } from './strip.tsx';

type TopProps = {
  readonly stage: Stage;
  readonly assistant: Assistant;
  /** They are out of the room: the patient is alone with the physician. */
  readonly isAlone: boolean;
  /** Something on its way: it stands where the steps are, so that the page below keeps its place. */
  readonly notice: Notice | undefined;
};

type ClosedTopProps = Pick<TopProps, 'notice'> & { readonly site: Site };

/** The same of a closed cabin: where it stands, and nobody near. */
export const ClosedTop = ({ site, notice }: ClosedTopProps) => (
  <header className="top">
    <Mark />
    {notice === undefined ? <span className="grow" /> : <Strip icon={notice.icon}>{notice.text}</Strip>}
    <div className="with">
      <span>
        <b>
          <bdi>{site.name}</bdi>
        </b>
      </span>
    </div>
  </header>
);

/** Wordmark, steps, and who is near: the promise of an assisted cabin, on every page. */
export const Top = ({ stage, assistant, isAlone, notice }: TopProps) => {
  const { t } = useTranslation(['patient', 'common', 'privacy']);
  const profession = t(`common:profession.${assistant.profession}`);
  return (
    <header className="top">
      <Mark />
      {notice === undefined ? <Ribbon stage={stage} /> : <Strip icon={notice.icon}>{notice.text}</Strip>}
      <div className="with">
        {isAlone ? (
          <span>
            <b>{t('privacy:patient.alone')}</b>
            <small>{t('privacy:patient.alone-lead', { name: assistant.givenName })}</small>
          </span>
        ) : (
          <>
            <Face name={assistant.name} portrait={portraitOf(assistant.name)} />
            <span>
              <small>{t('near.title')}</small>
              <b>{t('near.who', { name: assistant.givenName, profession })}</b>
            </span>
          </>
        )}
      </div>
    </header>
  );
};
