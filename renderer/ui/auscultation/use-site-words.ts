import { useTranslation } from 'react-i18next';
import { assertNever } from '#core/result.ts';
import type { SkinPlace } from '#core/visit/examination/skin-places.ts';
import type { CameraTarget } from '#core/visit/examination/targets.ts';

/** Words for what a camera shows: an ear with its side, the throat, a place of the skin. */
export const useSiteWords = () => {
  const { t } = useTranslation('exam');
  const place = (of: SkinPlace): string => {
    switch (of.place) {
      case 'elsewhere':
        return of.words;
      case 'arm':
      case 'forearm':
      case 'hand':
      case 'thigh':
      case 'leg':
      case 'foot':
        return t(`place.${of.place}.${of.laterality}`);
      default:
        return t(`place.${of.place}`);
    }
  };
  return {
    place,
    site: (target: CameraTarget): string => {
      switch (target.site) {
        case 'ear':
          return target.laterality === undefined
            ? t('physician.name.ear')
            : t(`site.ear.${target.laterality}`);
        case 'throat':
          return t('site.throat');
        case 'skin':
          return t('site.skin', { place: place(target.place) });
        default:
          return assertNever(target);
      }
    },
  };
};
