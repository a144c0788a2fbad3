import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { classes } from './classes.ts';

type ScrollColumnProps = {
  readonly children: ReactNode;
  /** Keys that stay in sight whatever scrolls: the answer is never hidden. */
  readonly foot?: ReactNode;
  readonly className?: string;
  /** The content takes the whole height in place of standing in the middle. */
  readonly fill?: boolean;
};

/** Part of a page that one press moves by. */
const PAGE = 0.7;
/** Rounding of sizes under zoom leaves a pixel or two that nobody can scroll to. */
const SLACK_PX = 4;

/**
 * A column that scrolls by two large keys when its content is longer than the screen (larger text, longer languages).
 * Nothing is ever cut, and no drag is asked of the hand. The keys are there only when needed.
 */
export const ScrollColumn = ({ children, foot, className, fill = false }: ScrollColumnProps) => {
  const { t } = useTranslation('common');
  const view = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState({ above: false, below: false });

  useEffect(() => {
    const box = view.current;
    if (box === null || content.current === null) return undefined;
    const look = () => {
      const above = box.scrollTop > SLACK_PX;
      const below = box.scrollTop + box.clientHeight < box.scrollHeight - SLACK_PX;
      setHidden((before) => (before.above === above && before.below === below ? before : { above, below }));
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    sizes.observe(content.current);
    box.addEventListener('scroll', look);
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);

  const move = (direction: 1 | -1) => {
    const box = view.current;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    box?.scrollBy({ top: direction * PAGE * box.clientHeight, behavior: calm ? 'auto' : 'smooth' });
  };

  return (
    <div className={classes('scroll', fill && 'fill')}>
      <div className="view" ref={view}>
        <div className={classes('col', className)} ref={content}>
          {children}
        </div>
      </div>
      {hidden.above || hidden.below ? (
        <div className="keys">
          <Button
            icon={<ArrowUp className="i" aria-hidden />}
            className={hidden.above ? '' : 'away'}
            onPress={() => move(-1)}
          >
            {t('scroll.up')}
          </Button>
          <Button
            icon={<ArrowDown className="i" aria-hidden />}
            className={hidden.below ? '' : 'away'}
            onPress={() => move(1)}
          >
            {t('scroll.down')}
          </Button>
        </div>
      ) : null}
      {foot === undefined ? null : <div className="foot">{foot}</div>}
    </div>
  );
};
