/**
 * Who may import whom. The first row whose pattern fits a file holds for it; everything not named is refused.
 * Type-only imports count like the others. Tests may import everything, and nothing may import a test.
 *
 * @typedef {object} Row
 * @property {string} name shown in the table and in the check's messages
 * @property {string} files regular expression on the path; a group can be used in `imports` as `$1`
 * @property {readonly string[]} imports beginnings of the paths of ours it may import, besides itself
 * @property {readonly string[] | 'any'} packages npm packages it may import
 * @property {readonly string[]} [types] npm packages whose types alone it may import
 * @property {boolean} builtins whether it may import Node's own modules
 * @property {string} why
 */

/** @type {readonly Row[]} */
export const rows = [
  {
    name: 'test/, *.test.ts',
    files: '^test/|\\.test\\.tsx?$',
    imports: ['core/', 'devices/', 'electron/', 'gateway/', 'renderer/', 'scripts/', 'test/'],
    packages: 'any',
    builtins: true,
    why: 'tests cross every border',
  },
  {
    name: 'core/',
    files: '^core/',
    imports: ['core/'],
    packages: ['zod', '@noble/hashes', 'jsonc-parser'],
    builtins: false,
    why: 'the rules run anywhere: no Node, no browser, no clock, no randomness',
  },
  {
    name: 'devices/kit/',
    files: '^devices/kit/',
    imports: ['core/', 'devices/kit/'],
    packages: [],
    builtins: true,
    why: 'what drivers, transports and simulators share',
  },
  {
    name: 'devices/transports/',
    files: '^devices/transports/',
    imports: ['core/', 'devices/kit/', 'devices/transports/'],
    packages: ['serialport', 'node-hid', 'usb', 'pcsc-mini'],
    builtins: true,
    why: 'the only place that opens a port',
  },
  {
    name: 'devices/drivers/*/protocol.ts',
    files: '^devices/drivers/([^/]+)/protocol\\.ts$',
    imports: ['core/', 'devices/kit/', 'devices/drivers/$1/'],
    packages: [],
    builtins: false,
    why: 'a protocol is pure: bytes in, frames out',
  },
  {
    name: 'devices/drivers/*/',
    files: '^devices/drivers/([^/]+)/',
    imports: ['core/', 'devices/kit/', 'devices/drivers/$1/'],
    packages: [],
    builtins: false,
    why: 'a driver knows one device, never another driver nor a port',
  },
  {
    name: 'devices/ (simulation, cli, catalogue)',
    files: '^devices/',
    imports: ['core/', 'devices/'],
    packages: [],
    builtins: true,
    why: 'they put drivers, simulators and transports together',
  },
  {
    name: 'gateway/client/',
    files: '^gateway/client/',
    imports: ['core/', 'gateway/client/'],
    packages: ['mqtt', 'zod', 'zustand'],
    builtins: false,
    why: 'the only broker client; runs in browsers and in the main process',
  },
  {
    name: 'gateway/',
    files: '^gateway/',
    imports: ['core/', 'gateway/'],
    packages: ['aedes', 'ws', 'accepts', 'jose', 'zod', 'openid-client', 'oidc-provider', 'pkijs', 'asn1js'],
    builtins: true,
    why: 'broker, sign-in, tokens and the physician’s page, also without Electron',
  },
  {
    name: 'electron/preload/',
    files: '^electron/preload/',
    imports: ['core/contract/', 'core/visit/projections/', 'electron/preload/'],
    packages: ['electron'],
    builtins: false,
    why: 'exposes one role’s commands and projection, by contract',
  },
  {
    name: 'electron/device-host/host-bench.ts',
    files: '^electron/device-host/host-bench\\.ts$',
    imports: ['core/', 'devices/', 'electron/device-host/'],
    packages: [],
    builtins: true,
    why: 'a device host on simulators in memory, for its tests',
  },
  {
    name: 'electron/device-host/',
    files: '^electron/device-host/',
    imports: [
      'core/',
      'devices/kit/',
      'devices/transports/',
      'devices/registry.ts',
      'devices/bench/',
      'electron/device-host/',
    ],
    packages: [],
    types: ['electron'],
    builtins: true,
    why: 'the only process with native modules; Electron’s main API must not be reachable from it',
  },
  {
    name: 'electron/simulator-host/',
    files: '^electron/simulator-host/',
    imports: ['core/', 'devices/', 'electron/simulator-host/'],
    packages: [],
    types: ['electron'],
    builtins: true,
    why: 'the only one in the app that plays devices that do not exist',
  },
  {
    name: 'electron/gateway-host/',
    files: '^electron/gateway-host/',
    imports: ['core/', 'gateway/', 'electron/gateway-host/'],
    packages: [],
    types: ['electron'],
    builtins: true,
    why: 'the embedded gateway, in a process of its own',
  },
  {
    name: 'electron/main/',
    files: '^electron/main/',
    imports: ['core/', 'gateway/client/', 'electron/main/'],
    packages: ['electron', 'zod'],
    builtins: true,
    why: 'talks to devices and windows by contract only',
  },
  {
    name: 'renderer/papers/',
    files: '^renderer/papers/',
    imports: ['core/', 'renderer/papers/'],
    packages: ['pdfjs-dist'],
    builtins: false,
    why: 'the one place that reads a PDF',
  },
  {
    name: 'renderer/apps/*/',
    files: '^renderer/apps/([^/]+)/',
    imports: [
      'core/',
      'gateway/client/',
      'renderer/apps/$1/',
      'renderer/call/',
      'renderer/i18n/',
      'renderer/papers/',
      'renderer/platform/',
      'renderer/stores/',
      'renderer/ui/',
    ],
    packages: [
      'react',
      'react-dom',
      'react-i18next',
      'react-aria-components',
      'lucide-react',
      'zustand',
      'zod',
    ],
    builtins: false,
    why: 'one screen family each; an app never imports another',
  },
  {
    name: 'renderer/preview/',
    files: '^renderer/preview/',
    imports: ['core/', 'gateway/client/', 'renderer/'],
    packages: ['react', 'react-dom', 'react-i18next', 'zustand', 'vite', '@vitejs/plugin-react'],
    builtins: true,
    why: 'shows any screen with a made-up visit, for who draws it; never built into the product',
  },
  {
    name: 'renderer/call/',
    files: '^renderer/call/',
    imports: ['core/', 'gateway/client/', 'renderer/call/', 'renderer/platform/', 'renderer/stores/'],
    packages: ['simple-peer', 'zustand', 'zod'],
    builtins: false,
    why: 'the call, outside React',
  },
  {
    name: 'renderer/ (ui, stores, platform, i18n)',
    files: '^renderer/',
    imports: [
      'core/',
      'renderer/i18n/',
      'renderer/platform/',
      'renderer/stores/',
      'renderer/ui/',
      'renderer/call/',
    ],
    packages: [
      'react',
      'react-dom',
      'react-i18next',
      'i18next',
      'react-aria-components',
      'lucide-react',
      'qr',
      'zustand',
      'zod',
      '@fontsource-variable/atkinson-hyperlegible-next',
      '@fontsource-variable/noto-sans-arabic',
    ],
    builtins: false,
    why: 'what the apps share',
  },
  {
    name: 'scripts/',
    files: '^scripts/',
    imports: ['core/', 'scripts/'],
    packages: ['@electron/fuses', 'dependency-cruiser', 'typescript', 'electron', 'zod'],
    builtins: true,
    why: 'set-up, tests, packages; starts before anything is installed',
  },
];

/**
 * Things with a single owner, wherever the rows would allow more.
 *
 * @typedef {object} Owned
 * @property {string} thing
 * @property {string} owner regular expression on the paths that may use it
 * @property {string} shownAs
 */

/** Packages only one place may import. @type {readonly Owned[]} */
export const ownedPackages = [
  { thing: 'serialport', owner: '^devices/transports/', shownAs: 'devices/transports/' },
  {
    thing: 'node-hid',
    owner: '^devices/transports/hid-library\\.ts$',
    shownAs: 'devices/transports/hid-library.ts',
  },
  {
    thing: 'usb',
    owner: '^devices/transports/usb-library\\.ts$',
    shownAs: 'devices/transports/usb-library.ts',
  },
  {
    thing: 'pcsc-mini',
    owner: '^devices/transports/pcsc-library\\.ts$',
    shownAs: 'devices/transports/pcsc-library.ts',
  },
  { thing: 'mqtt', owner: '^gateway/client/', shownAs: 'gateway/client/' },
  {
    thing: 'pkijs',
    owner: '^gateway/tablet/certificates/',
    shownAs: 'gateway/tablet/certificates/',
  },
  {
    thing: 'asn1js',
    owner: '^gateway/tablet/certificates/',
    shownAs: 'gateway/tablet/certificates/',
  },
  { thing: 'openid-client', owner: '^gateway/sign-in/', shownAs: 'gateway/sign-in/' },
  { thing: 'oidc-provider', owner: '^gateway/demo-identity/', shownAs: 'gateway/demo-identity/' },
  { thing: 'simple-peer', owner: '^renderer/call/peer\\.ts$', shownAs: 'renderer/call/peer.ts' },
];

/** Names only one place may use in its code. Tests are free to. @type {readonly Owned[]} */
export const ownedNames = [
  { thing: 'ipcMain', owner: '^electron/main/ipc/', shownAs: 'electron/main/ipc/' },
  { thing: 'window.cabine', owner: '^renderer/platform/', shownAs: 'renderer/platform/' },
  // Of a canvas that nothing is drawn on. Anywhere else it could record a consultation.
  {
    thing: 'captureStream',
    owner: '^renderer/call/quality/resting-track\\.ts$',
    shownAs: 'renderer/call/quality/resting-track.ts',
  },
];

/** Names core may not use: time and randomness are handed in. @type {readonly string[]} */
export const refusedInCore = ['Date.now', 'new Date()', 'Math.random'];

/**
 * Names that no product code may use: nothing of a consultation is recorded, neither its picture nor its sound nor a screen.
 * A still or a sound clip that the professional takes on purpose is a measure of the visit, and needs none of these.
 * @type {readonly string[]}
 */
export const refusedEverywhere = [
  'MediaRecorder',
  'getDisplayMedia',
  'setDisplayMediaRequestHandler',
  'desktopCapturer',
  'capturePage',
];
