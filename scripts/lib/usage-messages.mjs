/**
 * What `--help` tells of our commands and their options, in both languages.
 * @satisfies {Record<string, { fr: string, en: string }>}
 */
export const usageMessages = {
  usage: { fr: 'Usage : {command} -- [options]', en: 'Usage: {command} -- [options]' },
  usageLang: { fr: 'langue des écrans et des messages (fr)', en: 'language of screens and messages (fr)' },
  usageHelp: { fr: 'cette aide', en: 'this help' },
  usageStart: {
    fr: 'Ouvre toute la cabine sur cette machine ; sans --devices, les appareils sont simulés.',
    en: 'Opens the whole cabin on this machine; without --devices, the devices are simulated.',
  },
  usageStartDevices: {
    fr: 'fichier des appareils réels et de leurs ports',
    en: 'file of the real devices and their ports',
  },
  usageStartProfile: {
    fr: 'fichier du lieu et de qui assiste ; exigé avec de vrais appareils',
    en: 'file of the place and of who assists; needed with real devices',
  },
  usageStartWindowed: {
    fr: 'fenêtres ordinaires, pas en plein écran',
    en: 'framed windows, not full screen',
  },
  usageStartTechnician: {
    fr: 'ouvre aussi la console technique, derrière son code',
    en: 'opens the technician’s console too, behind its code',
  },
  usageStartClockRate: {
    fr: 'combien de fois plus vite passent repos et pauses en simulation (6)',
    en: 'how much faster rests and gaps go by in simulation (6)',
  },
  usageStartGatewayPort: {
    fr: 'port de la page du médecin ; 0 en prend un libre',
    en: 'port of the physician’s page; 0 takes a free one',
  },
  usageStartHandover: { fr: 'dossier où vont les dossiers remis', en: 'folder where the records go' },
  usageStartFakeCamera: {
    fr: 'image et son simulés même s’il y a une caméra',
    en: 'simulated picture and sound even where there is a camera',
  },
  usageTest: {
    fr: 'Fait toutes les vérifications et finit par « N passed, N failed ».',
    en: 'Makes every check and ends with "N passed, N failed".',
  },
  usageTestOnly: { fr: 'cette partie seulement', en: 'this part alone' },
  usageNetwork: {
    fr: 'Joue l’appel sur des lignes émulées et des coupures, et en dresse un tableau. Environ trente minutes.',
    en: 'Plays the call over emulated lines and outages, and draws up one table. About thirty minutes.',
  },
  usageNetworkOnly: { fr: 'ce cas seulement', en: 'this case alone' },
  usageNetworkRuns: { fr: 'combien de fois chaque cas est joué', en: 'how often each case is played' },
  usageNetworkQuick: {
    fr: 'plus court, une fois chacun : pour voir, pas pour juger',
    en: 'shorter, once each: to see, not to judge',
  },
  usageNetworkJson: { fr: 'une ligne JSON par cas au lieu du tableau', en: 'one JSON line a case, no table' },
  usagePackage: {
    fr: 'Fait dans out/packages l’installateur pour ce système.',
    en: 'Makes the installer for this system in out/packages.',
  },
  usagePackageForTests: {
    fr: 'paquet d’essai avec l’Electron de secours, marqué comme tel',
    en: 'a test package with the fallback Electron, marked as such',
  },
};
