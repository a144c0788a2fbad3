import { useEffect } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]') !== null;

const leave = (field: HTMLTextAreaElement): void => {
  const key = field.closest('section')?.querySelector<HTMLElement>('button');
  if (key) key.focus();
  else field.blur();
};

/**
 * One key, one action, while nobody types and no question is open. Keys with a modifier stay the browser's. Escape leaves a field for the
 * first key beside it.
 */
export const useKeys = (actions: Readonly<Record<string, () => void>>): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.key === 'Escape' && event.target instanceof HTMLTextAreaElement) leave(event.target);
      if (isTyping(event.target)) return;
      const action = actions[event.key.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [actions]);
};
