import { LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes } from './classes.ts';

const LOOK = { main: 'main', alt: 'alt', urgent: 'red', 'urgent-outline': 'redl', plain: '' } as const;

export type ButtonProps = {
  /** `main`: the one obvious answer. `urgent` and `urgent-outline`: emergency, hanging up, releasing the cuff; never an error. */
  readonly look?: keyof typeof LOOK;
  readonly onPress?: () => void;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly iconEnd?: ReactNode;
  /** Why it cannot be pressed yet, in words: shown inside the button. */
  readonly notYet?: string | undefined;
  /** Cannot be pressed now; the screen says why. */
  readonly off?: boolean;
  /** The answer is on its way: the words that say so take the place of the label, the size stays. */
  readonly busy?: string | undefined;
  /** Makes it a choice that is on or off. */
  readonly pressed?: boolean;
  readonly wide?: boolean;
  readonly className?: string;
  /** Language of the label, when it is not the page's (a language key names itself). */
  readonly lang?: string;
  readonly label?: string;
};

/** A button of any of the four screens; its size comes from the screen's style sheet. */
export const Button = ({ look = 'alt', onPress, children, icon, iconEnd, ...rest }: ButtonProps) => {
  const { notYet, off = false, busy, pressed, wide = false, className, lang, label } = rest;
  const held = off || notYet !== undefined || busy !== undefined;
  return (
    <AriaButton
      className={classes(
        'btn',
        LOOK[look],
        wide && 'wide',
        busy !== undefined && 'busy',
        off && 'off',
        className,
      )}
      onPress={() => {
        if (!held) onPress?.();
      }}
      {...(off || notYet !== undefined ? { 'aria-disabled': true } : {})}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(lang === undefined ? {} : { lang })}
    >
      <span className="lbl">
        {busy === undefined ? icon : <LoaderCircle className="i" aria-hidden />}
        {busy ?? children}
        {busy === undefined ? iconEnd : null}
      </span>
      {notYet === undefined ? null : <span className="why">{notYet}</span>}
    </AriaButton>
  );
};
