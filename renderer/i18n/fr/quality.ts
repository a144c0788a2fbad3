/** Words about the line and what it bears, for all three people. */
export const quality = {
  label: 'Ligne',
  /** What one way of the call sends. */
  rung: {
    hd: 'image complète',
    '360p': 'image réduite',
    '240p': 'petite image',
    stills: 'images fixes et son',
    audio: 'son seul',
    none: 'rien ne passe',
  },
  reason: {
    bandwidth: 'la ligne est lente',
    loss: 'la ligne perd des données',
    delay: 'la ligne a trop de retard',
    freezes: 'l’image se figeait',
    processor: 'un des ordinateurs est trop chargé',
    starting: 'la ligne est à l’essai',
    forced: 'choix du médecin',
    shared: 'la ligne est gardée pour la consultation',
    camera: 'la caméra ne donne pas d’image',
    'camera-off': 'caméra coupée',
    off: 'caméra et micro coupés',
  },
  level: '{{rung}} ({{reason}})',
  muted: '{{level}}, micro coupé',
  strained: '{{rung}} (choix du médecin, au-delà de ce que porte la ligne)',
  released: '{{rung}} ({{reason}}) ; « {{forced}} » abandonné, le son se coupait',
  /** To the patient: what they see of the physician. */
  patient: {
    stills: 'L’image avance par photos pour garder un bon son.',
    audio: 'L’image est arrêtée pour garder un bon son.',
    forced: 'Le médecin a arrêté l’image. Il vous entend.',
    off: 'Le médecin a coupé sa caméra et son micro.',
    'camera-off': 'Le médecin a coupé sa caméra. Vous vous entendez.',
    muted: 'Le médecin a coupé son micro. Il vous entend.',
    smaller: 'L’image est plus petite : {{reason}}.',
  },
  incoming: 'Reçu : {{level}}',
  outgoing: 'Envoyé : {{level}}',
  'round-trip': 'Aller-retour {{ms}} ms',
  /** The physician's choice. */
  choice: {
    incoming: 'Image de la cabine',
    outgoing: 'Mon image',
    automatic: 'Automatique',
    sound: 'Son seul',
    again: 'Image : réessayer',
  },
  still: 'Image fixe, {{time}}',
  'no-still': 'Son seul : {{reason}}',
  /** The line to the gateway, before the call. */
  line: {
    hd: 'Ligne bonne',
    '360p': 'Ligne moyenne : image réduite',
    '240p': 'Ligne faible : petite image',
    stills: 'Ligne faible : images fixes et son',
    audio: 'Ligne très faible : son seul',
    detail:
      'Mesuré avant l’appel, à travers la passerelle : {{down}} reçus, {{up}} envoyés, aller-retour {{ms}} ms. Au-delà, rien n’est mesuré.',
    called: 'Dernier appel : {{ways}}',
    elsewhere: 'Ligne non mesurée avant l’appel',
    'elsewhere-detail':
      'Les messages de cette cabine passent par un serveur qui ne sait pas mesurer la ligne. L’appel commence par une image réduite, mesure la ligne lui-même et s’adapte.',
    unknown: 'Ligne pas encore mesurée',
    'unknown-detail':
      'Elle se mesure entre la page d’un médecin et la cabine, ou par l’adresse publique de la passerelle. Sans mesure, l’appel commence par une image réduite et s’adapte.',
  },
  kilobits: '{{count}} kbit/s',
  megabits: '{{count}} Mbit/s',
} as const;
