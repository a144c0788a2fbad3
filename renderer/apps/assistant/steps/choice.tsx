import { Square, SquareCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';

type ChoiceProps = { readonly chosen: boolean; readonly onToggle: () => void; readonly children: ReactNode };

/** One of several answers; a check and a fill mark it, never colour alone. */
export const Choice = ({ chosen, onToggle, children }: ChoiceProps) => (
  <Button
    className="choice"
    pressed={chosen}
    icon={chosen ? <SquareCheck className="i" aria-hidden /> : <Square className="i" aria-hidden />}
    onPress={onToggle}
  >
    <span>{children}</span>
  </Button>
);
