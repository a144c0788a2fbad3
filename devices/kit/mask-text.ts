/** As many neutral characters: letters become `X`, digits `0`, anything else stays, so that the layout of a field is kept. */
export const maskText = (text: string): string =>
  text.replace(/[0-9]/g, '0').replace(/[A-Za-z\u00c0-\u00ff]/g, 'X');
