import type { Numbered } from '#core/contract/ipc.ts';

/** A projection counts down on its own in the window: elapsing time alone is not a change worth an update. */
const TICKING_KEYS = new Set(['waitedMs', 'remainingMs']);
const withoutTicking = (key: string, value: unknown): unknown => (TICKING_KEYS.has(key) ? 0 : value);

/** Numbers one projection and hands it to whoever shows it; an unchanged projection is not sent again. */
export class ProjectionChannel<Projection> {
  private sequence = 0;
  private fingerprint = '';
  private readonly listeners = new Set<(update: Numbered<Projection>) => void>();
  private readonly compute: () => Projection;

  constructor(compute: () => Projection) {
    this.compute = compute;
  }

  snapshot(): Numbered<Projection> {
    return { sequence: this.sequence, projection: this.compute() };
  }

  listen(listener: (update: Numbered<Projection>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  refresh(): void {
    const projection = this.compute();
    const fingerprint = JSON.stringify(projection, withoutTicking) ?? '';
    if (fingerprint === this.fingerprint) return;
    this.fingerprint = fingerprint;
    this.sequence += 1;
    for (const listener of this.listeners) listener({ sequence: this.sequence, projection });
  }
}
