import { useTranslation } from 'react-i18next';
import type { Candidate, UsbMark } from '#core/contract/devices.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';

type CandidateDialogProps = {
  readonly isOpen: boolean;
  /** What is looked for, by what it is bought for. */
  readonly device: string;
  readonly candidates: readonly Candidate[];
  readonly onChoose: (mark: UsbMark) => void;
  readonly onClose: () => void;
};

const markOf = ({ serialNumber, topology }: Candidate): UsbMark => ({
  ...(serialNumber === undefined ? {} : { serialNumber }),
  ...(topology === undefined ? {} : { topology }),
});

const CandidateKey = ({
  candidate,
  onPress,
}: {
  readonly candidate: Candidate;
  readonly onPress: () => void;
}) => {
  const { t } = useTranslation('staff');
  const { product, serialNumber, topology, path } = candidate;
  const facts = [
    serialNumber === undefined ? t('candidates.no-serial') : t('candidates.serial', { serial: serialNumber }),
    ...(topology === undefined ? [] : [t('candidates.socket', { socket: topology })]),
    path,
  ];
  return (
    <Button className="candidate" onPress={onPress}>
      <span>
        <b>{product ?? t('candidates.no-name')}</b>
        <small>{facts.join(' · ')}</small>
      </span>
    </Button>
  );
};

/** Which of several plugged-in devices it is: one touch answers, nobody guesses. */
export const CandidateDialog = (props: CandidateDialogProps) => {
  const { isOpen, device, candidates, onChoose, onClose } = props;
  const { t } = useTranslation('staff');
  return (
    <Dialog isOpen={isOpen} title={t('candidates.title', { device })} onClose={onClose}>
      <p>{t('candidates.lead')}</p>
      {candidates.map((candidate) => (
        <CandidateKey
          key={`${candidate.path} ${candidate.topology} ${candidate.serialNumber}`}
          candidate={candidate}
          onPress={() => {
            onClose();
            onChoose(markOf(candidate));
          }}
        />
      ))}
      <Button onPress={onClose}>{t('candidates.later')}</Button>
    </Dialog>
  );
};
