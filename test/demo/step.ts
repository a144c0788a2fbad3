import type { StepName } from './messages.ts';
import type { Scene } from './scene.ts';

/** One step of the visit: what people do, and proof that it had its effect. A text that it returns is told at the end of its line. */
export interface Step {
  readonly name: StepName;
  readonly play: (scene: Scene) => Promise<unknown>;
}
