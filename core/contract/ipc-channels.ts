/** IPC channels. Every payload is parsed in the main process with its schema, after the sender's frame, origin and role were checked. */
export const IPC = {
  command: 'visit:command',
  snapshot: 'visit:snapshot',
  update: 'visit:update',
  connectDevices: 'devices:connect',
  devicePort: 'devices:port',
  callOpen: 'call:open',
  callSignal: 'call:signal',
  callRefusal: 'call:refusal',
  callState: 'call:state',
  callEvent: 'call:event',
  callLevels: 'call:levels',
  callAlive: 'call:alive',
  /** What the patient's window sends and gets in the call. */
  callQuality: 'call:quality',
  qualityUpdate: 'quality:update',
  /** Asks for the present board to be sent as an update. */
  qualitySnapshot: 'quality:snapshot',
  consultationCommand: 'consultation:command',
  consultationEcho: 'consultation:echo',
  consultationUpdate: 'consultation:update',
  /** Asks for the present one to be sent as an update. */
  consultationSnapshot: 'consultation:snapshot',
  /** Messages of the side calls: from a window, and to one. */
  sideSend: 'side:send',
  sideEvent: 'side:event',
  /** This window, or a page that it carries messages for, listens. */
  sideOpen: 'side:open',
  presenceReport: 'presence:report',
  presenceUpdate: 'presence:update',
  /** Asks for the present board to be sent as an update. */
  presenceSnapshot: 'presence:snapshot',
  /** A paper that came whole over the data channel. */
  paperDeliver: 'paper:deliver',
  report: 'window:report',
  /** The assistant says which of several devices it is. */
  chooseDevice: 'devices:choose',
  /** Whoever assists takes the duty, and leaves it. */
  signIn: 'people:sign-in',
  signOut: 'people:sign-out',
  /** They confirm on a device of their own instead, or do not wait for it any more. */
  confirmSignIn: 'people:confirm',
  stopConfirming: 'people:stop-confirming',
  /** Somebody has looked after the person whose visit was cut off. */
  interruptionSeen: 'people:interruption-seen',
  /** The patient's window is to look at its camera, microphone and loudspeaker, or to stop looking; and what it found. */
  openingLook: 'opening:look',
  openingReport: 'opening:report',
  /** Instruments of the call that are not plugged in. */
  instrumentsMissing: 'opening:instruments-missing',
  /** The assistant asks for the check. */
  openingCheck: 'opening:check',
  /** The assistant's tablets: what is known of them, and what is asked. */
  tabletsUpdate: 'tablets:update',
  /** Asks for the present board to be sent as an update. */
  tabletsSnapshot: 'tablets:snapshot',
  tabletsOrder: 'tablets:order',
  /** The assistant asks for the technician's window. */
  technicianOpen: 'technician:open',
  technicianCommand: 'technician:command',
  technicianSnapshot: 'technician:snapshot',
  technicianUpdate: 'technician:update',
  technicianFrames: 'technician:frames',
} as const;
