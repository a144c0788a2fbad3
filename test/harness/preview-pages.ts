import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { inProject } from './paths.ts';

/** The previews of all screens, built once and served to this machine. */
export interface PreviewPages {
  /** Such as `http://localhost:4173/`. */
  readonly address: string;
  close(): Promise<void>;
}

export const openPreviewPages = async (): Promise<PreviewPages> => {
  const outDir = await mkdtemp(join(tmpdir(), 'cabine-preview-'));
  const configFile = inProject('renderer', 'preview', 'vite.config.ts');
  const input = [
    inProject('renderer', 'preview', 'index.html'),
    inProject('renderer', 'apps', 'patient', 'preview', 'preview.html'),
  ];
  await build({
    configFile,
    logLevel: 'error',
    build: { target: 'chrome120', outDir, emptyOutDir: true, minify: false, rolldownOptions: { input } },
  });
  const server = await preview({ configFile, build: { outDir }, preview: { host: '127.0.0.1', port: 5198 } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the previews are not served');
  return {
    address,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
};
