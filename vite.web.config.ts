import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** The physician's page, the guest's and the tablet's: plain files that the gateway serves to any recent Chromium or Firefox. */
export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [react()],
  build: {
    target: ['chrome120', 'firefox128'],
    outDir: at('out/web'),
    emptyOutDir: true,
    sourcemap: true,
    // The content policy refuses fonts and scripts in data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        physician: at('renderer/physician.html'),
        guest: at('renderer/guest.html'),
        tablet: at('renderer/tablet.html'),
      },
    },
  },
});
