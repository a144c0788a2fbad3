import type { CabinPage } from './cabin.ts';
import type { PeersPage } from './peers.ts';
import type { PhysicianPage } from './physician.ts';

declare global {
  interface Window {
    /** Absent while the page loads. */
    readonly cabin?: CabinPage;
    readonly physician?: PhysicianPage;
    readonly peers?: PeersPage;
    /** What the test's process puts into the cabin's page in the place of a preload. */
    callMain(method: string, value?: unknown): Promise<never>;
  }
}
