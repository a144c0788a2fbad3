/** What both people got of the call, in English. Times are minutes and seconds. */
export const ledger = {
  title: 'Link during the consultation',
  outgoing: 'From the cabin',
  incoming: 'To the cabin',
  video: 'picture and sound {{time}}',
  stills: 'still pictures {{time}}',
  audio: 'sound only {{time}}',
  picture: 'picture without sound {{time}}',
  nothing: 'nothing {{time}}',
  cause: '{{time}}: {{cause}}',
  'round-trip': 'Time there and back: {{mean}} ms on average, {{highest}} ms at most',
  lead: 'Counted by the cabin, filed with the technical incidents.',
};
