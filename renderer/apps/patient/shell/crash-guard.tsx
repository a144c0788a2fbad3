import { RotateCcw } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Mark } from '#renderer/ui/mark.tsx';

const CrashScreen = ({ onRetry }: { readonly onRetry: () => void }) => {
  const { t } = useTranslation(['patient', 'common']);
  return (
    <>
      <header className="top">
        <Mark />
      </header>
      <main className="starting">
        <h1>{t('trouble.title')}</h1>
        <p role="alert">{t('trouble.sentence')}</p>
        <Button look="main" icon={<RotateCcw className="i" aria-hidden />} onPress={onRetry}>
          {t('trouble.retry')}
        </Button>
        <p>{t('common:starting-emergency')}</p>
      </main>
    </>
  );
};

type CrashGuardProps = {
  readonly children: ReactNode;
  /** Told once for each crash, with the error's message; it holds no patient data. */
  readonly onCrash: (message: string) => void;
  readonly onRetry: () => void;
};

/** A bug in a screen leaves a calm page with the emergency numbers; the visit itself lives elsewhere and is not touched. */
export class CrashGuard extends Component<CrashGuardProps, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onCrash(error instanceof Error ? error.name : 'unknown');
  }

  override render() {
    return this.state.crashed ? <CrashScreen onRetry={this.props.onRetry} /> : this.props.children;
  }
}
