import { expect, it } from 'vitest';
import { cacheFolder, placeInRuntime } from './fallback.mjs';
import { readArguments } from './stand-in/arguments.mjs';

it.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/icudtl.dat', 'icudtl.dat'],
  ['Cypress/locales/fr.pak', 'locales/fr.pak'],
  ['Cypress/resources/app/package.json', undefined],
  ['Cypress/resources/app-update.yml', undefined],
  ['Cypress/browser_v8_context_snapshot.bin', undefined],
])('%s goes to %s', (name, place) => {
  expect(placeInRuntime(name)).toBe(place);
});

it('keeps to the cache folder the person chose', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/elsewhere' })).toBe('/elsewhere/cabine');
});

it.each([
  [['-r', '/loader.js', '--inspect=0', '/app'], { preloads: ['/loader.js'], application: '/app' }],
  [['--require=/a.js', '--require', '/b.js', '.'], { preloads: ['/a.js', '/b.js'], application: '.' }],
  [['--no-sandbox', '--cabine-lang=fr', '/app', '/other'], { preloads: [], application: '/app' }],
  [['--version'], { preloads: [], application: undefined }],
])('the stand-in reads %j', (argv, understood) => {
  expect(readArguments(argv)).toEqual(understood);
});
