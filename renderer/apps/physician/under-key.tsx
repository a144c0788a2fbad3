import type { ReactNode } from 'react';
import { KeyBadge } from './key-badge.tsx';

/** A label with the key of the keyboard under it, where a row of keys is short of width. */
export const UnderKey = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <span className="under-key">
    <span>{children}</span>
    <KeyBadge name={name} />
  </span>
);
