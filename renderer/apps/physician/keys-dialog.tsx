import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { KEY_NAMES } from './key-names.ts';

const KEYS = [
  ['1', 'request-pressure'],
  ['2', 'request-spo2'],
  ['3', 'request-weight'],
  ['4', 'exam-lungs'],
  ['5', 'exam-heart'],
  ['6', 'exam-ear'],
  ['7', 'exam-throat'],
  ['8', 'exam-skin'],
  [KEY_NAMES.still, 'still'],
  ['V', 'layout'],
  ['X', 'swap'],
  ['N', 'notes'],
  ['M', 'message'],
  [KEY_NAMES.papers, 'papers'],
  [KEY_NAMES.invite, 'invite'],
  [KEY_NAMES.alone, 'alone'],
  [KEY_NAMES.microphone, 'microphone'],
  [KEY_NAMES.camera, 'camera'],
  ['Alt+D', 'remote'],
  ['Alt+P', 'in-person'],
  ['Alt+U', 'emergency'],
  ['F', 'freeze'],
  ['Alt+S', 'sound-only'],
  ['Alt+A', 'picture'],
  [KEY_NAMES.end, 'end'],
  ['?', 'help'],
] as const;

/** Every key of the page. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('physician');
  return (
    <Dialog isOpen title={t('keys.title')} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>{t('keys.escape')}</kbd>
          </dt>
          <dd>{t('keys.leave')}</dd>
        </div>
      </dl>
      <Button onPress={onClose}>{t('close')}</Button>
    </Dialog>
  );
};
