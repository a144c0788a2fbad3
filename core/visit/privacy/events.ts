import type { PrivacyEnding } from './privacy.ts';

/** What has happened with the talk between patient and physician alone. */
export type PrivacyEvent =
  | { readonly type: 'private-talk-asked'; readonly by: 'patient' | 'physician' }
  | { readonly type: 'private-talk-started' }
  | { readonly type: 'return-asked' }
  | { readonly type: 'return-put-off' }
  | { readonly type: 'private-talk-ended'; readonly ending: PrivacyEnding }
  | { readonly type: 'return-acknowledged' };
