/** The printers that the cabin could print by: the one that its profile names, else any. */
export const namesOfPrinters =
  (wanted: string | undefined) =>
  (printers: readonly { readonly name: string; readonly displayName: string }[]): readonly string[] =>
    printers
      .filter(({ name, displayName }) => wanted === undefined || wanted === name || wanted === displayName)
      .map(({ displayName }) => displayName);
