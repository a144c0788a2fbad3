import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Staff screens with invented visits, to look at them without a cabin: `npx vite -c renderer/preview/vite.config.ts`, then
 * `/preview/index.html?screen=assistant&scene=request`. Never an input of the product's builds.
 */
// biome-ignore lint/style/noDefaultExport: Vite reads the default export
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  server: { port: 5199, strictPort: true, fs: { allow: ['..'] } },
});
