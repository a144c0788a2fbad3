/**
 * What `npm run test:network` says. Headings of two figures name the cabin's side first, then the physician's.
 * @satisfies {Record<string, { fr: string, en: string }>}
 */
export const networkMessages = {
  networkRefused: {
    fr: 'Rien de joué : ce système ne permet pas de créer des réseaux ({reason}). Il faut Linux, /dev/net/tun et les droits de root.',
    en: 'Nothing was played: this system does not let networks be made ({reason}). It takes Linux, /dev/net/tun and the rights of root.',
  },
  networkCase: { fr: 'cas', en: 'case' },
  networkRuns: { fr: 'jeux', en: 'runs' },
  networkJoined: { fr: 'établi', en: 'joined' },
  networkJoin: { fr: 'entrée ms', en: 'join ms' },
  networkFirstFrame: { fr: '1re image ms', en: '1st frame ms' },
  networkConcealed: { fr: 'son comblé %', en: 'concealed %' },
  networkReadings: { fr: 'mesures', en: 'readings' },
  networkSlowest: { fr: 'mesure lente ms', en: 'slowest reading ms' },
  networkListening: { fr: 'écoute direct / abîmée / retenue %', en: 'heart live / spoilt / held %' },
  networkHeart: { fr: 'cœur comblé %', en: 'heart concealed %' },
  networkWaveGap: { fr: 'pouls perdu %', en: 'pleth gap %' },
  networkBack: { fr: 'retour ms', en: 'back ms' },
  networkStill: { fr: 'figé max ms', en: 'longest still ms' },
  networkFreezes: { fr: 'gels s', en: 'freezes s' },
  networkRoundTrip: { fr: 'aller-retour ms', en: 'round trip ms' },
  networkLoad: { fr: 'charge', en: 'load' },
  networkVerdict: { fr: 'tenu', en: 'held' },
  networkMissed: { fr: 'manqué', en: 'missed' },
  networkAll: { fr: 'toutes', en: 'all' },
  networkCabin: { fr: 'cabine', en: 'cabin' },
  networkPhysician: { fr: 'médecin', en: 'physician' },
  networkFall: {
    fr: '{name}, {side} : son comblé {first} % en 10 s, {whole} % en tout ; {repeated} ko d’image répétés ; sans image ni photo {blind} s ; une fois la ligne bonne, mise en cause {blamed} s, image entière après {back} s ; {rungs}',
    en: '{name}, {side}: concealed {first} % in 10 s, {whole} % in all; {repeated} kB of picture repeated; neither picture nor still for {blind} s; once the line is good, blamed for {blamed} s, whole picture after {back} s; {rungs}',
  },
};
