import type { ReactNode } from 'react';

/** What every drawing accepts. */
export type IllustrationProps = {
  /** What the drawing shows, in words. Left out when the text beside it already says so. */
  readonly label?: string;
  /** Fill the box and crop (a portrait, a scene) in place of showing the whole drawing. */
  readonly cover?: boolean;
};

type FrameProps = IllustrationProps & { readonly viewBox: string; readonly children: ReactNode };

/**
 * The frame of a drawing. Drawings keep their own colours in every theme and are never mirrored:
 * a left arm stays a left arm in a right-to-left language.
 */
export const Illustration = ({ viewBox, label, cover = false, children }: FrameProps) => {
  const fit = cover ? 'xMidYMid slice' : 'xMidYMid meet';
  return label === undefined ? (
    <svg className="ill" viewBox={viewBox} preserveAspectRatio={fit} aria-hidden="true">
      {children}
    </svg>
  ) : (
    <svg className="ill" viewBox={viewBox} preserveAspectRatio={fit} role="img" aria-label={label}>
      {children}
    </svg>
  );
};
