import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { FailureWords } from '../fr/errors.ts';

const moment = 'One moment, please. Nothing is lost.';
const comes = 'The person near you is coming to look. Nothing is lost.';
const device = 'A device of the cabin does not answer. The cabin is dealing with it.';

/** Every code of the catalogue, in English. */
export const errors: Readonly<Record<ErrorCode, FailureWords>> = {
  PORT_MISSING: {
    patient: comes,
    assistant: 'The device is not plugged into its port. Check the cable, then call the technician.',
    physician: device,
  },
  PORT_BUSY: {
    patient: comes,
    assistant: 'Another program holds the device’s port. Close it or call the technician.',
    physician: device,
  },
  PORT_PERMISSION: {
    patient: comes,
    assistant: 'The cabin is not allowed to open this port. Call the technician.',
    physician: device,
  },
  PORT_RENUMBERED: {
    patient: comes,
    assistant: 'The ports have changed numbers: another device is in this place. Call the technician.',
    physician: device,
  },
  PORT_TWINS: {
    patient: comes,
    assistant: 'Two identical adapters are plugged in. Choose the one of this device.',
    physician: device,
  },
  PORT_FAILED: {
    patient: comes,
    assistant: 'The device’s port is broken. Call the technician.',
    physician: device,
  },
  DEVICE_SILENT: {
    patient: comes,
    assistant: 'The device does not answer. Switch it on and check its cable.',
    physician: device,
  },
  DEVICE_UNPLUGGED: {
    patient: comes,
    assistant: 'The device was unplugged. Plug it in again.',
    physician: device,
  },
  DEVICE_UNKNOWN: {
    patient: comes,
    assistant: 'This is not the device expected on this port. Call the technician.',
    physician: device,
  },
  DEVICE_AMBIGUOUS: {
    patient: comes,
    assistant: 'Two devices could be this one. Choose which.',
    physician: device,
  },
  DEVICE_FROZEN: {
    patient: 'Let us try again.',
    assistant: 'The device repeats one frozen value. Switch it off and on, then try again.',
    physician: device,
  },
  DEVICE_BATTERY: {
    patient: comes,
    assistant: 'The battery of the device is too low. Change it, then try again.',
    physician: device,
  },
  DEVICE_STORED_ONLY: {
    patient: 'Let us try again.',
    assistant: 'The device gave only values from its memory. Measure again and check its clock.',
    physician: device,
  },
  DEVICE_GARBLED: {
    patient: 'Let us try again.',
    assistant: 'The device sends damaged data. Check the cable, then start again.',
    physician: device,
  },
  DEVICE_REFUSED: {
    patient: comes,
    assistant: 'The device refuses to measure. Look at its display, then start again.',
    physician: device,
  },
  DEVICE_NOT_CONFIGURED: {
    patient: comes,
    assistant: 'No device is set up for this measurement. Call the technician.',
    physician: 'This cabin does not have this measurement.',
  },
  DEVICE_HOST_RESTARTED: {
    patient: moment,
    assistant: 'The device module is restarting. The running measurement must be done again.',
    physician: 'The cabin is restarting its devices. The visit goes on.',
  },
  BENCH_FAILED: {
    patient: comes,
    assistant: 'The technician’s bench could not do that.',
    physician: device,
  },
  CABIN_CLOSED: {
    patient: 'The cabin is not open. The person who opens it has been told.',
    assistant: 'The cabin is not open: sign in.',
    physician: 'The cabin is not open.',
  },
  NOT_SIGNED_IN: {
    patient: 'One moment, please. Nothing is lost.',
    assistant: 'Sign in first, with your code.',
    physician: 'Nobody is signed in beside the patient.',
  },
  CODE_WRONG: {
    patient: 'One moment, please. Nothing is lost.',
    assistant: 'This is not the right code.',
    physician: 'A wrong code was typed in the cabin.',
  },
  CODE_PAUSE: {
    patient: 'One moment, please. Nothing is lost.',
    assistant: 'Too many wrong codes: the cabin takes none for a while.',
    physician: 'The cabin takes no code for a while.',
  },
  TRAINING_EXPIRED: {
    patient: 'One moment, please. Nothing is lost.',
    assistant: 'This person’s training for the cabin is out of date. Somebody else can open it.',
    physician: 'The training of the person who assists is out of date.',
  },
  PREMISES_NOT_ALLOWED: {
    patient: 'One moment, please. Nothing is lost.',
    assistant: 'A nurse does not practise in a pharmacy (art. R. 4312-77). A manager may allow it, by name.',
    physician: 'A nurse does not practise in a pharmacy.',
  },
  HANDED_OVER_MISSING: {
    patient: 'One moment, the physician is finishing.',
    assistant: 'The physician first says who has taken the person over.',
    physician: 'First say who has taken the person over: an emergency is going on.',
  },
  PRIVATE_TALK: {
    patient: 'You are alone with the physician: this is done with the person who assists you.',
    assistant: 'The patient is talking alone with the physician.',
    physician: 'You are alone with the patient: first call the assistant back.',
  },
  GUARDIAN_MISSING: {
    patient: 'One moment: the person who assists you notes who is responsible for the child.',
    assistant: 'A minor: first note who holds parental authority (“Complete the file”).',
    physician: 'A minor: the holder of parental authority is not noted.',
  },
  HELP_UNANSWERED: {
    patient: 'Nobody has answered your call for help yet.',
    assistant: 'A call for help went unanswered for a minute and a half.',
    physician: 'A call for help of the patient went unanswered for a minute and a half.',
  },
  PATIENT_NOT_CALLED: {
    patient: 'The person beside you has something to do first.',
    assistant: 'An alarming sign was noted: say first whether you have reached this person.',
    physician: 'The assistant tries to reach the patient first.',
  },
  CAPTURE_TIMEOUT: {
    patient: 'The measurement did not come in time. We do it again, calmly.',
    assistant: 'No measurement in the expected time. Check the position, then start again.',
    physician: 'The measurement did not come in time.',
  },
  CAPTURE_MOVED: {
    patient: 'Keep your hand still, flat on the table.',
    assistant: 'Movement during the measurement. Support the arm, then start again.',
    physician: 'Movement during the measurement.',
  },
  CAPTURE_NO_PULSE: {
    patient: 'The device cannot feel the pulse well. We will warm the hand.',
    assistant: 'No pulse found. Warm the hand, remove nail varnish, use another finger.',
    physician: 'The device found no pulse.',
  },
  CAPTURE_CUFF: {
    patient: 'The cuff has to be placed again. Someone is coming to help you.',
    assistant: 'Place the cuff again: two fingers above the elbow, not too tight, not too loose.',
    physician: 'The cuff has to be placed again.',
  },
  CAPTURE_SIGNAL_LOST: {
    patient: 'Leave your finger all the way in the clip.',
    assistant: 'Signal lost. Place the clip again, then start again.',
    physician: 'Signal lost during the measurement.',
  },
  CAPTURE_OUT_OF_RANGE: {
    patient: 'The device is not sure. We do the measurement again.',
    assistant: 'Impossible value, not kept. Check the placement, then start again.',
    physician: 'Impossible value, not kept.',
  },
  CAPTURE_STOPPED: {
    patient: 'The measurement was stopped. You can do it again or skip it.',
    assistant: 'Measurement stopped before its end.',
    physician: 'Measurement stopped before its end.',
  },
  NOT_ALLOWED: {
    patient: comes,
    assistant: 'This action is not allowed from this screen.',
    physician: 'This action is not allowed from this page.',
  },
  NOT_NOW: {
    patient: moment,
    assistant: 'This action is no longer possible at this step.',
    physician: 'This action is not possible at this step.',
  },
  NO_VISIT: { patient: moment, assistant: 'Nobody is in a visit.', physician: 'The visit is over.' },
  INVALID_MESSAGE: {
    patient: comes,
    assistant: 'The cabin got a message that it does not understand. Call the technician.',
    physician:
      'A message that cannot be read came over the link. It was not read. If it comes again, reload the page.',
  },
  VALUE_IMPLAUSIBLE: {
    patient: comes,
    assistant: 'This value is not possible. Check the number and the unit.',
    physician: 'Impossible value, not kept.',
  },
  CONSENT_REFUSED: {
    patient: 'Without your agreement, this step is not done.',
    assistant: 'Agreement not given. Offer the other solutions.',
    physician: 'The person did not agree.',
  },
  PAPER_ON_THE_WAY: {
    patient: moment,
    assistant: 'The physician is still sending a document. Wait a moment.',
    physician: 'A document has not arrived yet. Wait for it, or take it back, then close.',
  },
  PAPERS_WAITING: {
    patient: 'Your papers are not all in your hands yet. Somebody sees to it, and you may go.',
    assistant: 'A paper has not been handed over. Print it, or say what becomes of it.',
    physician: 'A paper is not in the patient’s hands yet.',
  },
  PAPER_TOO_MANY: {
    patient: moment,
    assistant: 'The physician has sent too many documents for one visit.',
    physician: 'A visit prints twelve documents at most. Put them together into one file.',
  },
  PAPER_NOT_PDF: {
    patient: moment,
    assistant: 'A document of the physician is no PDF. They have been told.',
    physician: 'This file is no PDF. Save it as a PDF from your software.',
  },
  PAPER_TOO_LARGE: {
    patient: moment,
    assistant: 'A document of the physician is too large. They have been told.',
    physician: 'This document is larger than 5 MB. Save a lighter one, without pictures of whole pages.',
  },
  PAPER_TOO_LONG: {
    patient: moment,
    assistant: 'A document of the physician is too long. They have been told.',
    physician: 'This document has more than ten pages. The cabin prints no more.',
  },
  PAPER_ENCRYPTED: {
    patient: moment,
    assistant: 'A document of the physician needs a password. They have been told.',
    physician: 'This document needs a password: the cabin cannot print it. Save it without one.',
  },
  PAPER_UNREADABLE: {
    patient: moment,
    assistant: 'A document of the physician cannot be read. They have been told.',
    physician: 'This document cannot be read: it is empty or damaged. Save it again.',
  },
  PAPER_DIFFERS: {
    patient: moment,
    assistant: 'A document came other than announced, and is not printed. The physician has been told.',
    physician: 'The cabin did not get the document that was announced, and does not print it. Send it again.',
  },
  PRINTER_MISSING: {
    patient: comes,
    assistant: 'The cabin cannot find its printer. Plug it in, or call the technician.',
    physician: 'The cabin has no printer. Send this document another way.',
  },
  PRINTER_OFFLINE: {
    patient: comes,
    assistant: 'The printer does not answer. Switch it on, check its cable, then try again.',
    physician: 'The cabin’s printer does not answer. The assistant has been told.',
  },
  PRINTER_PAPER_OUT: {
    patient: comes,
    assistant: 'The printer is out of paper. Put some in, then try again.',
    physician: 'The cabin’s printer is out of paper. The assistant has been told.',
  },
  PRINTER_JAMMED: {
    patient: comes,
    assistant: 'The paper is jammed. Take the sheet out, then try again.',
    physician: 'The paper is jammed in the cabin’s printer. The assistant has been told.',
  },
  PRINT_FAILED: {
    patient: comes,
    assistant: 'Printing did not work. Look at the printer, then try again.',
    physician: 'Printing did not work in the cabin. The assistant has been told.',
  },
  GATEWAY_LOST: {
    patient: moment,
    assistant: 'The link to the physicians is down. The cabin retries by itself.',
    physician: 'The link to the cabin is down. The page retries by itself.',
  },
  BROKER_LOST: {
    patient: moment,
    assistant: 'The physicians’ message server does not answer. The cabin retries by itself.',
    physician: 'The cabins’ message server does not answer. The page retries by itself.',
  },
  BROKER_REFUSED: {
    patient: comes,
    assistant: 'The physicians’ message server refuses the cabin. Call the technician.',
    physician: 'The cabins’ message server refuses the gateway. Tell technical support.',
  },
  GATEWAY_PORT_TAKEN: {
    patient: comes,
    assistant: 'The gateway cannot start: its port is taken. Call the technician.',
    physician: 'The gateway did not start.',
  },
  SIGN_IN_REFUSED: {
    patient: moment,
    assistant: 'The physician’s sign-in is refused.',
    physician: 'The sign-in is refused. Try again.',
  },
  SIGN_IN_CANCELLED: {
    patient: moment,
    assistant: 'The physician broke off signing in.',
    physician: 'You broke off signing in. Try again when you wish.',
  },
  SIGN_IN_EXPIRED: {
    patient: moment,
    assistant: 'The physician’s sign-in took too long.',
    physician: 'Signing in took too long. Try again.',
  },
  SIGN_IN_MISMATCH: {
    patient: moment,
    assistant: 'The physician’s sign-in is not valid.',
    physician: 'This sign-in did not begin on this page. Try again here.',
  },
  SIGN_IN_CLOCK: {
    patient: moment,
    assistant: 'The gateway’s clock is wrong. Call the technician.',
    physician: 'The gateway’s clock is wrong, so the sign-in cannot be checked. Tell the place of the cabin.',
  },
  SIGN_IN_UNAVAILABLE: {
    patient: moment,
    assistant: 'The sign-in service for physicians does not answer.',
    physician: 'The sign-in service does not answer. Try again in a moment.',
  },
  SIGN_IN_NOT_PHYSICIAN: {
    patient: moment,
    assistant: 'The person who signs in is not a physician.',
    physician: 'This page is for practising physicians. Your identity does not carry this profession.',
  },
  SIGN_IN_INCOMPLETE: {
    patient: moment,
    assistant: 'The physician’s identity is incomplete.',
    physician:
      'Your identity is incomplete: the name or the RPPS number is missing. Contact your medical council.',
  },
  SIGN_IN_TOO_MANY: {
    patient: moment,
    assistant: 'The physician tried to sign in too often.',
    physician: 'Too many attempts to sign in. Wait for a minute.',
  },
  SIGN_IN_NOT_SET_UP: {
    patient: moment,
    assistant: 'Sign-in for physicians is not set up. Call the technician.',
    physician: 'Sign-in for physicians is not set up at this gateway yet. Tell the place of the cabin.',
  },
  SESSION_EXPIRED: {
    patient: moment,
    assistant: 'The physician’s session has ended.',
    physician: 'Your session has ended. Sign in again.',
  },
  GUEST_LINK_UNKNOWN: {
    patient: moment,
    assistant: 'This invitation link is not known. Send a new one.',
    physician: 'This invitation link is not known. Send a new one.',
  },
  GUEST_LINK_USED: {
    patient: moment,
    assistant: 'This invitation link has been used already. Send a new one.',
    physician: 'This invitation link has been used already. Send a new one.',
  },
  GUEST_LINK_EXPIRED: {
    patient: moment,
    assistant: 'This invitation link is not valid any more: its time is over. Send a new one.',
    physician: 'This invitation link is not valid any more: its time is over. Send a new one.',
  },
  GUEST_LINK_REVOKED: {
    patient: moment,
    assistant: 'This invitation was withdrawn.',
    physician: 'This invitation was withdrawn.',
  },
  TABLET_CODE_WRONG: {
    patient: moment,
    assistant: 'This is not the code shown on the cabin.',
    physician: moment,
  },
  TABLET_CODE_OVER: {
    patient: moment,
    assistant: 'This code is no longer valid. Show another one on the cabin.',
    physician: moment,
  },
  TABLET_UNKNOWN: {
    patient: moment,
    assistant: 'This tablet is not paired with the cabin any more.',
    physician: moment,
  },
  PAGE_REPLACED: {
    patient: 'The doctor has moved to another screen. Stay here, they are coming back.',
    assistant: 'The physician opened the visit in another page. The link comes back by itself.',
    physician: 'You opened this page elsewhere. This one is closed, the visit goes on in the other.',
  },
  ALREADY_TAKEN: {
    patient: moment,
    assistant: 'Another physician has already taken this person.',
    physician: 'Another physician has already taken this person.',
  },
  TICKET_GONE: {
    patient: moment,
    assistant: 'This request is no longer waiting.',
    physician: 'This request is no longer waiting.',
  },
  CONSULTATION_CLOSED: {
    patient: moment,
    assistant: 'The consultation is closed and its record has left.',
    physician: 'The consultation is closed and its record has left: nothing can be added.',
  },
  MESSAGE_TOO_LONG: {
    patient: moment,
    assistant: 'A message that is too long came over the link. It was not read.',
    physician: 'A message that is too long came over the link. It was not read.',
  },
  MESSAGE_TOO_MANY: {
    patient: moment,
    assistant:
      'Too many messages came over the link. Those above the limit were not read. Call the technician.',
    physician: 'Too many messages came over the link. Those above the limit were not read.',
  },
  MESSAGE_OUT_OF_ORDER: {
    patient: moment,
    assistant: 'A message of the link was not in its place. What follows is asked for again.',
    physician: 'A message of the link was not in its place. What follows is asked for again.',
  },
  MESSAGE_REPLAYED: {
    patient: moment,
    assistant: 'A request came twice with another content. Only the first one counts.',
    physician:
      'A request came twice with another content. Only the first one counts: check it, and make the other one again.',
  },
  READING_DIFFERS: {
    patient: moment,
    assistant: 'The physician’s page showed another value. It was hidden there, then sent again.',
    physician: 'A value was not the same as in the cabin. It is hidden and sent again.',
  },
  VISIT_DIFFERS: {
    patient: moment,
    assistant: 'The physician’s page did not show the same visit. All of it was sent again.',
    physician: 'This page did not show the same visit as the cabin. All of it is sent again.',
  },
  PROTOCOL_VERSION: {
    patient: moment,
    assistant: 'The physician’s page is too old. It must be reloaded.',
    physician: 'This page is too old for the cabin. Reload it.',
  },
  PICTURE_FROZEN: {
    patient: 'The doctor’s picture has stopped. The sound goes on.',
    assistant: 'The physician’s picture has stopped in the cabin. It comes back by itself.',
    physician: 'The cabin’s picture has stopped. It comes back by itself.',
  },
  SOUND_HELD: {
    patient: 'Touch the screen to hear.',
    assistant: 'The window plays no sound yet: touch it.',
    physician: 'Your browser holds the sound back: click anywhere in the page to hear.',
  },
  SOUND_LOST: {
    patient: 'The doctor’s voice no longer arrives. It will come back, or the doctor writes to you.',
    assistant: 'The doctor’s voice no longer arrives. If it does not come back, write or telephone.',
    physician: 'The cabin’s sound no longer arrives. If it does not come back, write (M) or telephone.',
  },
  LINE_POOR: {
    patient: 'The line is slow: sound goes before the picture.',
    assistant: 'The line does not bear the picture. It comes back by itself.',
    physician: 'The line does not bear the picture. It comes back by itself.',
  },
  LINE_CONTINUED: {
    patient: 'The doctor goes on without a picture.',
    assistant: 'The line carries no picture: the physician chose to go on by sound.',
    physician: 'The line carries no picture: you chose to go on by sound.',
  },
  LINE_POSTPONED: {
    patient: 'The doctor puts the rest off: the line is too weak.',
    assistant: 'The line carries no picture: the physician put the rest off.',
    physician: 'The line carries no picture: the rest was put off.',
  },
  COMPUTER_BUSY: {
    patient: 'Sound goes before the picture.',
    assistant: 'The computer is too busy for the picture. Tell the technician if it lasts.',
    physician: 'Your computer is too busy for the picture. Close other programs.',
  },
  CALL_LOST: {
    patient: 'The link to the doctor is coming back. Stay there.',
    assistant: 'The call was cut. The cabin is restoring it.',
    physician: 'The call was cut. The page is restoring it.',
  },
  CALL_TELEPHONED: {
    patient: 'The consultation goes on by telephone.',
    assistant: 'The consultation goes on by telephone, without a picture.',
    physician: 'The consultation goes on by telephone, without a picture.',
  },
  CALL_PAUSED: {
    patient: 'The visit is paused. Nobody sees or hears you.',
    assistant: 'The visit is paused: picture and sound are off on purpose.',
    physician: 'Visit paused: picture and sound are off on purpose.',
  },
  CALL_NOT_JOINED: {
    patient: 'The link to the doctor is being prepared.',
    assistant: 'The call is not established yet. The cabin retries.',
    physician: 'The call is not established yet. The page retries.',
  },
  PEER_UNPROVEN: {
    patient: 'The link is not safe yet. The cabin retries.',
    assistant: 'The call was refused: the other end gave no proof of who it is. The cabin retries.',
    physician: 'The call was refused: one of the two ends gave no proof of who it is. The page retries.',
  },
  PEER_FORGED: {
    patient: 'The link was not safe, so it was stopped. Nobody saw or heard you over it.',
    assistant:
      'The call was refused: the connection data were changed on their way, or come from someone else. Do not go on, call the technician.',
    physician:
      'The call was refused: the connection data were changed on their way, or come from someone else. Nothing is sent to them. The page retries.',
  },
  PEER_STATEMENT_EXPIRED: {
    patient: 'The link is not safe yet. The cabin retries.',
    assistant:
      'The call was refused: the other end’s proof of identity is no longer valid. The cabin retries.',
    physician: 'The call was refused: a proof of identity is no longer valid. The page asks for a new one.',
  },
  PEER_CLOCK: {
    patient: 'The link is not safe yet. The cabin retries.',
    assistant: 'The call was refused: the gateway’s clock is wrong. Call the technician.',
    physician: 'The call was refused: the gateway’s clock is wrong, a proof seems to come from the future.',
  },
  RELAY_REFUSED: {
    patient: 'The link to the doctor is being prepared. It takes longer than expected.',
    assistant:
      'The relay server refuses the call: its access has expired or is set up wrongly. The cabin tries again; call the technician if it lasts.',
    physician:
      'The relay server refuses the call: its access has expired or is set up wrongly. The page tries again; tell support if it lasts.',
  },
  CAMERA_REFUSED: {
    patient: comes,
    assistant: 'The camera is refused to this window. Call the technician.',
    physician: 'The browser refuses your camera. Allow it: the picture goes out by itself.',
  },
  CAMERA_MISSING: {
    patient: comes,
    assistant: 'No camera found. Check its cable.',
    physician: 'No camera found. Plug one in: the picture goes out by itself.',
  },
  CAMERA_BUSY: {
    patient: comes,
    assistant: 'Another program holds the camera. Close it.',
    physician: 'Another program holds your camera. Close it: the picture goes out by itself.',
  },
  INSTRUMENT_MISSING: {
    patient: comes,
    assistant: 'The instrument is not plugged in. Plug it in.',
    physician: 'The instrument is not plugged in at the cabin. The assistant has been told.',
  },
  INSTRUMENT_AMBIGUOUS: {
    patient: comes,
    assistant: 'Several devices that are plugged in may be this instrument. Choose which one it is.',
    physician: 'The assistant has to choose the instrument first.',
  },
  INSTRUMENT_BUSY: {
    patient: comes,
    assistant:
      'The instrument does not answer, or another program uses it. Unplug it, then plug it in again.',
    physician: 'The instrument does not answer. The assistant has been told.',
  },
  INSTRUMENT_PROCESSED: {
    patient: comes,
    assistant: 'The computer alters the sound of the stethoscope. Call the technician.',
    physician: 'The cabin alters the sound of the stethoscope: do not rely on it.',
  },
  INSTRUMENT_REFUSED: {
    patient: comes,
    assistant: 'The instrument is refused to this window. Call the technician.',
    physician: 'The cabin may not open the instrument. The technician has to step in.',
  },
  INSTRUMENT_UNPLUGGED: {
    patient: comes,
    assistant: 'The instrument is not plugged in any more. Plug it in: it comes back by itself.',
    physician: 'The instrument was unplugged. The assistant has been told, it comes back by itself.',
  },
  INSTRUMENT_BLACK: {
    patient: comes,
    assistant: 'The picture is black. Switch the lamp of the instrument on, or take its cap off.',
    physician: 'The instrument sends a black picture. The assistant has been told.',
  },
  INSTRUMENT_FROZEN: {
    patient: comes,
    assistant: 'The instrument yields no picture any more. Unplug it and plug it in again.',
    physician: 'The instrument yields no picture any more. The assistant has been told.',
  },
  INSTRUMENT_SILENT: {
    patient: comes,
    assistant: 'No sound comes from the stethoscope. Switch it on.',
    physician: 'No sound comes from the stethoscope: it is off or muted. The assistant has been told.',
  },
  LISTENING_HELD: {
    patient: 'The line is too thin to listen live. The doctor can ask for a recording.',
    assistant: 'Line too thin: not heard live. Keep it in place, the physician can record.',
    physician:
      'The line is too thin to listen live. Ask for 15 s recorded: they arrive without loss. Live sound comes back by itself.',
  },
  CLIP_BROKEN: {
    patient: moment,
    assistant: 'The sound of the stethoscope keeps breaking. The physician may ask for it again.',
    physician: 'No 15 seconds of sound without a break within 45 seconds: nothing is kept. Ask for it again.',
  },
  TRANSFER_FULL: {
    patient: moment,
    assistant: 'Too many pictures or sounds in this visit. The physician has been told.',
    physician: 'Too many pictures or sounds in this consultation: this one was not taken.',
  },
  TRANSFER_DAMAGED: {
    patient: moment,
    assistant: 'A picture or a sound did not arrive intact. The physician may ask for it again.',
    physician: 'The picture or sound did not arrive intact. Ask for it again.',
  },
  CAMERA_UNPLUGGED: {
    patient: comes,
    assistant: 'The camera is not connected any more. Plug it in: the picture comes back by itself.',
    physician: 'Your camera is not connected any more. Plug it in: the picture comes back by itself.',
  },
  CAMERA_BLACK: {
    patient: comes,
    assistant: 'The camera’s picture is black. Open its cover, switch the light on.',
    physician: 'Your camera’s picture is black. Open its cover, or light the room.',
  },
  CAMERA_FROZEN: {
    patient: comes,
    assistant: 'The camera yields no picture any more. Unplug it and plug it in again.',
    physician: 'Your camera yields no picture any more. Unplug it and plug it in again.',
  },
  MICROPHONE_REFUSED: {
    patient: comes,
    assistant: 'The microphone is refused to this window. Call the technician.',
    physician: 'The browser refuses your microphone. Allow it: the sound goes out by itself.',
  },
  MICROPHONE_MISSING: {
    patient: comes,
    assistant: 'No microphone found. Check its cable.',
    physician: 'No microphone found. Plug one in: the sound goes out by itself.',
  },
  MICROPHONE_BUSY: {
    patient: comes,
    assistant: 'Another program has the microphone. Close it.',
    physician: 'Another program has your microphone. Close it: the sound goes out by itself.',
  },
  MICROPHONE_UNPLUGGED: {
    patient: comes,
    assistant: 'The microphone is not connected any more. Plug it in: the sound comes back by itself.',
    physician: 'Your microphone is not connected any more. Plug it in: the sound comes back by itself.',
  },
  MICROPHONE_SILENT: {
    patient: comes,
    assistant: 'No sound comes from the microphone: it is muted. Switch it on.',
    physician: 'No sound comes from your microphone: it is muted. Switch it on.',
  },
  LOUDSPEAKER_MISSING: {
    patient: 'The loudspeaker is missing: the doctor cannot be heard. They can write to you.',
    assistant: 'The cabin has no loudspeaker. Plug one in: the sound comes back by itself.',
    physician: 'No loudspeaker found. Plug one in: the sound comes back by itself.',
  },
  LOUDSPEAKER_UNPLUGGED: {
    patient: 'The loudspeaker is unplugged: the doctor cannot be heard any more. They can write to you.',
    assistant: 'The cabin’s loudspeaker is unplugged. Plug it in again: the sound comes back by itself.',
    physician: 'Your loudspeaker is unplugged. Plug it in again: the sound comes back by itself.',
  },
  DECISION_MISSING: {
    patient: moment,
    assistant: 'The physician has not decided yet. Wait a moment.',
    physician: 'Decide first: remote, in person or emergency, knowing what was raised.',
  },
  ORIENTATION_MISSING: {
    patient: moment,
    assistant: 'The physician still has to say where the person will be seen.',
    physician: 'Say where the person will be seen in person.',
  },
  SICK_LEAVE_UNEXPLAINED: {
    patient: moment,
    assistant: 'The physician still has to answer about the sick leave.',
    physician: 'More than three days of sick leave: say which exception applies, or that none does.',
  },
  HANDOVER_FAILED: {
    patient: 'The record is not stored yet. It is being dealt with.',
    assistant: 'The record could not be written. Retry, then call the technician.',
    physician: 'The record could not be written. The cabin keeps it and retries.',
  },
  WIPE_FAILED: {
    patient: comes,
    assistant: 'The wipe is not confirmed. The cabin retries and stays closed.',
    physician: 'The wipe of the cabin is not confirmed.',
  },
};
