import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes } from './classes.ts';

type TileProps = {
  readonly picture: ReactNode;
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** Given when tiles are chosen rather than answered at once. */
  readonly chosen?: boolean;
};

/** A picture to touch, with its words under it (beside it in portrait). */
export const Tile = ({ picture, children, onPress, chosen }: TileProps) => (
  <AriaButton
    className="tile"
    onPress={onPress}
    {...(chosen === undefined ? {} : { 'aria-pressed': chosen })}
  >
    <span className="pic">{picture}</span>
    <span className="lab">{children}</span>
    {chosen === true ? (
      <span className="tick">
        <Check aria-hidden />
      </span>
    ) : null}
  </AriaButton>
);

type MainTileProps = {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly onPress: () => void;
};

/** The obvious answer among tiles: filled. */
export const MainTile = ({ icon, children, onPress }: MainTileProps) => (
  <AriaButton className={classes('tile', 'none')} onPress={onPress}>
    {icon}
    <span>{children}</span>
  </AriaButton>
);
