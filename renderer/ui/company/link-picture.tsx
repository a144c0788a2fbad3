import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { linkCode } from './link-code.ts';

/** Of a link that is no invitation. */
type LinkPictureWords = { readonly alt: string; readonly caption: string };

/** The link as a QR code, for a phone that is pointed at the screen; dark on white in every theme, as readers need it. */
export const LinkPicture = ({
  link,
  words,
}: {
  readonly link: string;
  readonly words?: LinkPictureWords;
}) => {
  const { t } = useTranslation('company');
  const { size, path } = useMemo(() => linkCode(link), [link]);
  return (
    <figure className="link-code">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={words?.alt ?? t('invite.code-alt')}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption>{words?.caption ?? t('invite.code')}</figcaption>
    </figure>
  );
};
