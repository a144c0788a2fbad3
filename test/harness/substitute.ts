/** A sample of `docs/servers` with this machine's places in the place of the usual ones; each must stand in it. */
export const substitute = (text: string, places: Readonly<Record<string, string>>): string =>
  Object.entries(places).reduce((present, [usual, own]) => {
    if (!present.includes(usual)) throw new Error(`the sample does not say ${usual}`);
    return present.replace(usual, own);
  }, text);
