import { useTranslation } from 'react-i18next';

/** The door of the cabin and its name. */
export const Mark = () => {
  const { t } = useTranslation('common');
  return (
    <div className="mark">
      <svg viewBox="0 0 44 44" aria-hidden="true">
        <path d="M6 40V16a16 16 0 0 1 32 0v24z" fill="var(--action)" />
        <circle cx="22" cy="17" r="5.5" fill="var(--on-action)" />
        <path d="M12.5 40v-4.5a9.5 9.5 0 0 1 19 0V40z" fill="var(--on-action)" />
      </svg>
      {t('product')}
    </div>
  );
};
