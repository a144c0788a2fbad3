import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/**
 * Syntax targets of the oldest runtime we start on (Electron 33: Chromium 130, Node 20.18).
 * The default follows the installed electron package, whose newer syntax the older runtime cannot parse.
 */
const nodeTarget = 'node20.18';
const chromiumTarget = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: at('electron/main/index.ts'),
          'device-host': at('electron/device-host/main.ts'),
          'gateway-host': at('electron/gateway-host/index.ts'),
          'simulator-host': at('electron/simulator-host/main.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      // A sandboxed preload can load nothing: each must be one CommonJS file.
      isolatedEntries: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          patient: at('electron/preload/patient.ts'),
          assistant: at('electron/preload/assistant.ts'),
          technician: at('electron/preload/technician.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      target: chromiumTarget,
      minify: true,
      sourcemap: true,
      // The content policy refuses fonts and scripts in data: addresses, so nothing is inlined.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          patient: at('renderer/patient.html'),
          assistant: at('renderer/assistant.html'),
          technician: at('renderer/technician.html'),
          misconfigured: at('renderer/misconfigured.html'),
          sheets: at('renderer/sheets.html'),
        },
      },
    },
  },
});
