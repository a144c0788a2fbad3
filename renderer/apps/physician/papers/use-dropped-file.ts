import { useEffect, useRef, useState } from 'react';

/** The last file that was dropped anywhere on the page, which would else open in its place and take the consultation with it. */
export const useDroppedFile = (
  onDrop: () => void,
): { readonly file: File | undefined; readonly forget: () => void } => {
  const [file, setFile] = useState<File>();
  const told = useRef(onDrop);
  told.current = onDrop;
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const dropped = event.dataTransfer?.files[0];
      if (dropped === undefined) return;
      setFile(dropped);
      told.current();
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return { file, forget: () => setFile(undefined) };
};
