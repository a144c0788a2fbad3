/** What both people got of the call, in French. Times are minutes and seconds. */
export const ledger = {
  title: 'Liaison pendant la consultation',
  outgoing: 'De la cabine',
  incoming: 'Vers la cabine',
  video: 'image et son {{time}}',
  stills: 'images fixes {{time}}',
  audio: 'son seul {{time}}',
  picture: 'image sans son {{time}}',
  nothing: 'rien {{time}}',
  cause: '{{time}} : {{cause}}',
  'round-trip': 'Délai aller-retour : {{mean}} ms en moyenne, {{highest}} ms au plus',
  lead: 'Compté par la cabine, joint au dossier avec les incidents techniques.',
};
