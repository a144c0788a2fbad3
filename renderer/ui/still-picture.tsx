import { useEffect, useRef, useState } from 'react';
import type { ShownPicture } from '#renderer/call/stills/shown-picture.ts';

type StillPictureProps = { readonly picture: ShownPicture; readonly label: string };

/** A single picture of the other side. Decoded and drawn, so that no address of it exists; one that cannot be decoded leaves the last. */
export const StillPicture = ({ picture, label }: StillPictureProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 4, height: 3 });
  useEffect(() => {
    let gone = false;
    const draw = async (): Promise<void> => {
      const bitmap = await createImageBitmap(new Blob([picture.bytes], { type: picture.type }));
      if (!gone && canvas.current) {
        const { width, height } = bitmap;
        Object.assign(canvas.current, { width, height });
        setSize({ width, height });
        canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0);
      }
      bitmap.close();
    };
    draw().catch(() => {});
    return () => {
      gone = true;
    };
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      className="single-picture"
      role="img"
      aria-label={label}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    />
  );
};
