import { Copy, FileText } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProofLine } from '#core/visit/proof/proof-line.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useProofWords } from './use-proof-words.ts';

/** What the assistant takes along for their own billing, before the cabin forgets the visit. */
export const ProofKey = ({ proof }: { readonly proof: ProofLine }) => {
  const { t } = useTranslation('closing');
  const words = useProofWords();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const field = useRef<HTMLTextAreaElement>(null);
  /** The older way works where the cabin's windows are denied the clipboard, which they may not read. */
  const copy = () => {
    field.current?.select();
    setCopied(document.execCommand('copy') ? 'yes' : 'failed');
  };
  return (
    <>
      <Button icon={<FileText className="i" aria-hidden />} onPress={() => setOpen(true)}>
        {t('proof.open')}
      </Button>
      <Dialog isOpen={open} title={t('proof.title')} onClose={() => setOpen(false)}>
        <label className="fld long">
          <span>{t('proof.lead')}</span>
          <textarea ref={field} readOnly rows={8} value={words(proof)} />
          <small className="mut" role="status">
            {copied === 'failed' ? t('proof.copy-failed') : null}
          </small>
        </label>
        <Button look="main" icon={<Copy className="i" aria-hidden />} onPress={copy}>
          {t(copied === 'yes' ? 'proof.copied' : 'proof.copy')}
        </Button>
        <Button onPress={() => setOpen(false)}>{t('proof.close')}</Button>
      </Dialog>
    </>
  );
};
