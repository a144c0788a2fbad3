import { useTranslation } from 'react-i18next';
import type { TabletBoard } from '#core/contract/tablet.ts';
import { fingerprintGroups } from '#core/trust/fingerprint-groups.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { LinkPicture } from '#renderer/ui/company/link-picture.tsx';
import type { OwnKeys } from '../cabin.ts';

type PairingStepsProps = Pick<OwnKeys, 'orderTablets'> & {
  readonly board: Extract<TabletBoard, { readonly state: 'on' }>;
};

/** Four digits and four: read from one screen, typed on another. */
const inTwo = (digits: string): string => `${digits.slice(0, 4)} ${digits.slice(4)}`;

/** Where the tablet goes, what to compare there, and the code. */
export const PairingSteps = ({ board }: Pick<PairingStepsProps, 'board'>) => {
  const { t } = useTranslation('assistant');
  const { plain, secure, fingerprint } = board;
  const [first] = plain.length > 0 ? plain : secure;
  if (first === undefined) return <p role="status">{t('tablet.no-network')}</p>;
  return (
    <section>
      <h3>{t('tablet.pair-title')}</h3>
      <ol>
        <li>
          {t(plain.length > 0 ? 'tablet.go' : 'tablet.go-secure')} <b className="address">{first}</b>
          <LinkPicture link={first} words={{ alt: t('tablet.picture-alt'), caption: t('tablet.picture') }} />
        </li>
        <li>
          {t('tablet.compare')}
          <code className="fingerprint">{fingerprintGroups(fingerprint).join(' ')}</code>
        </li>
      </ol>
    </section>
  );
};

/** The code, for as long as it can be typed. */
export const CodeStep = ({ board, orderTablets }: PairingStepsProps) => {
  const { t } = useTranslation('assistant');
  const { code } = board;
  return (
    <section>
      <ol start={3}>
        <li>
          {t('tablet.type')}
          {code === undefined ? (
            <Button look="main" onPress={() => void orderTablets({ type: 'show-code' })}>
              {t('tablet.show-code')}
            </Button>
          ) : (
            <p className="pairing-code" role="status">
              <b>{inTwo(code.digits)}</b>
              <small>
                {t('tablet.code-until', { time: formatTimeOfDay(code.expiresAt), count: code.left })}
              </small>
            </p>
          )}
        </li>
      </ol>
    </section>
  );
};
