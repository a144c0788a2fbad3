import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes } from './classes.ts';

const KIND = { call: 'k', urgent: 'k red', setting: 'q' } as const;

type BarKeyProps = {
  /** `urgent` is always filled. */
  readonly kind: keyof typeof KIND;
  readonly icon: ReactNode;
  /** On: its word and its border say so. */
  readonly on?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly lang?: string;
};

/** One key of the permanent bar: an icon and a word. */
export const BarKey = ({ kind, icon, on, onPress, children, lang }: BarKeyProps) => (
  <AriaButton
    className={classes(KIND[kind], kind === 'setting' && on === true && 'on')}
    onPress={onPress}
    {...(on === undefined ? {} : { 'aria-pressed': on })}
    {...(lang === undefined ? {} : { lang })}
  >
    {icon}
    <span className="word">{children}</span>
  </AriaButton>
);
