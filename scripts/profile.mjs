import { enter } from './lib/enter.mjs';

await enter(() => import('./commands/profile.mjs'));
