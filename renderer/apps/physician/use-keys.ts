import { useEffect } from 'react';
import { keyName } from './model/key-name.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]') !== null;

const leave = (field: HTMLTextAreaElement): void => {
  const key = field.closest('section')?.querySelector<HTMLElement>('button');
  if (key) key.focus();
  else field.blur();
};

/**
 * One key, one action, by its name (`keyName`), while nobody types and no question is open. Escape leaves a field for the first key beside it.
 */
export const useKeys = (actions: Readonly<Record<string, () => void>>): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = keyName(event);
      if (name === undefined || event.repeat) return;
      if (event.key === 'Escape' && event.target instanceof HTMLTextAreaElement) leave(event.target);
      if (isTyping(event.target)) return;
      const action = actions[name];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [actions]);
};
