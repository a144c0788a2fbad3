// Stands in for Electron's default application, which the fallback runtime lacks: starts the application whose
// folder is on the command line. Copied into the runtime's resources/app.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readArguments } from './arguments.mjs';

const require = createRequire(import.meta.url);

/** Electron's own default application sets these; its public types leave them out. */
/** @typedef {import('electron').App & { setVersion: (version: string) => void, setAppPath: (path: string) => void }} DefaultApp */

/** @type {DefaultApp} */
const app = require('electron').app;
const { preloads, application } = readArguments(process.argv.slice(1));
Object.assign(process, { defaultApp: true });
for (const preload of preloads) require(resolve(preload));

if (application === undefined) {
  process.stderr.write('This runtime starts an application folder: electron [switches] <folder>\n');
  app.exit(2);
} else {
  const given = resolve(application);
  const isFolder = statSync(given).isDirectory();
  const folder = isFolder ? given : dirname(given);
  if (isFolder) {
    const { name, productName, version, main } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    if (productName ?? name) app.setName(productName ?? name);
    if (version) app.setVersion(version);
    if (!app.commandLine.hasSwitch('user-data-dir'))
      app.setPath('userData', join(app.getPath('appData'), app.getName()));
    app.setAppPath(folder);
    // Awaited: Electron holds `ready` back until this module has finished, as with its own default application.
    await import(pathToFileURL(join(folder, main ?? 'index.js')).href);
  } else {
    app.setAppPath(folder);
    await import(pathToFileURL(given).href);
  }
}
