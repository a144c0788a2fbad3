import type { quality as french } from '../fr/quality.ts';
import type { Wording } from '../wording.ts';

export const quality: Wording<typeof french> = {
  label: 'Line',
  rung: {
    hd: 'full picture',
    '360p': 'reduced picture',
    '240p': 'small picture',
    stills: 'stills and sound',
    audio: 'sound only',
    none: 'nothing gets through',
  },
  reason: {
    bandwidth: 'the line is slow',
    loss: 'the line loses data',
    delay: 'the line is too late',
    freezes: 'the picture froze',
    processor: 'the computer is too busy',
    starting: 'the line is being tried',
    forced: 'chosen by the physician',
    shared: 'the line is kept for the consultation',
    camera: 'the camera gives no picture',
    off: 'camera and microphone switched off',
  },
  level: '{{rung}} ({{reason}})',
  strained: '{{rung}} (chosen by the physician, beyond what the line bears)',
  released: '{{rung}} ({{reason}}); “{{forced}}” given up, the sound was breaking',
  patient: {
    stills: 'The picture moves on by photos to keep the sound good.',
    audio: 'The picture is stopped to keep the sound good.',
    forced: 'The physician stopped the picture. They hear you.',
    off: 'The physician switched their camera and microphone off.',
    smaller: 'The picture is smaller: {{reason}}.',
  },
  incoming: 'Received: {{level}}',
  outgoing: 'Sent: {{level}}',
  'round-trip': 'Round trip {{ms}} ms',
  choice: {
    incoming: 'Picture of the cabin',
    outgoing: 'My picture',
    automatic: 'Automatic',
    sound: 'Sound only',
    again: 'Picture: try again',
  },
  still: 'Still, {{time}}',
  'no-still': 'Sound only: {{reason}}',
  line: {
    hd: 'Good line',
    '360p': 'Fair line: reduced picture',
    '240p': 'Weak line: small picture',
    stills: 'Weak line: still pictures and sound',
    audio: 'Very weak line: sound only',
    detail:
      'Measured before the call, through the gateway: {{down}} received, {{up}} sent, round trip {{ms}} ms. Beyond it nothing is measured.',
    called: 'Last call: {{ways}}',
    elsewhere: 'Line not measured before the call',
    'elsewhere-detail':
      'The messages of this cabin go through a server that cannot measure the line. The call begins with a reduced picture, measures the line itself and adapts.',
    unknown: 'Line not measured yet',
    'unknown-detail':
      'It is measured between a physician’s page and the cabin, or by the gateway’s public address. Unmeasured, the call begins with a reduced picture and adapts.',
  },
  kilobits: '{{count}} kbit/s',
  megabits: '{{count}} Mbit/s',
};
