import type { privacy as french } from '../fr/privacy.ts';
import type { Wording } from '../wording.ts';

export const privacy: Wording<typeof french> = {
  patient: {
    ask: 'Talk alone',
    alone: 'You are alone with the doctor',
    'alone-lead': '{{name}} is outside and sees nothing. Help calls them.',
    asked: '{{name}} is about to leave. One moment.',
    out: '{{name}} is outside, their screen shows nothing.',
    withdraw: 'Cancel',
    back: 'Call {{name}} back',
    'return-title': '{{name}} asks to come back',
    'return-lead': 'As long as you say no, {{name}} neither sees nor hears you.',
    'return-yes': 'Yes, {{name}} can come back',
    'return-no': 'No, not yet',
    'over-title': 'You are not alone any more',
    over: {
      'let-in': 'The doctor has called {{name}} back.',
      declined: '{{name}} cannot leave you alone now. Tell the doctor if that bothers you.',
      withdrawn: '{{name}} stays near you.',
      emergency: '{{name}} has come back because of the emergency.',
      help: '{{name}} has come back because you called.',
      'physician-gone': 'The doctor is not there any more. {{name}} comes back to you.',
      closed: 'The consultation is over. {{name}} comes back to you.',
    },
    'declined-title': 'This is not possible now',
    understood: 'All right',
  },
  physician: {
    ask: 'Alone',
    outside: '{{name}} is outside',
    asked: {
      patient: 'The patient wishes to talk with you alone. {{name}} is about to leave.',
      physician: 'A talk alone was asked for. {{name}} is about to leave.',
    },
    withdraw: 'Cancel',
    alone:
      'You have been alone with the patient since {{time}}. {{name}} is outside, their screen shows nothing.',
    back: 'Call back',
    'return-asked': '{{name}} asks to come back.',
    'return-yes': 'Let them in',
    'return-no': 'Not yet',
    over: {
      'let-in': '{{name}} is in the room again.',
      declined: '{{name}} cannot leave the patient alone now.',
      withdrawn: '{{name}} stays in the room.',
      emergency: '{{name}} is in the room again: emergency.',
      help: '{{name}} is in the room again: the patient has called.',
      'physician-gone': '{{name}} is in the room again.',
      closed: '{{name}} is in the room again.',
    },
  },
  assistant: {
    since: 'Wished at {{time}}',
    title: {
      patient: 'The person wishes to talk alone with the physician',
      physician: 'The physician wishes to talk alone with the person',
    },
    lead: 'Touch “I am leaving”, leave and close the door. Your screen will show nothing of the visit; it rings if you are called.',
    out: 'I am leaving',
    decline: 'I cannot leave them alone',
    leave: 'Leave the room',
    'leave-title': 'Leave the person alone with the physician?',
    'leave-lead':
      'Your screen will show nothing of the visit. You come back with their agreement, or when they call.',
    'blind-title': 'A talk alone',
    'blind-lead': 'Since {{time}}. Nothing of the visit is shown here.',
    return: 'Ask to come back',
    'return-asked': 'Asked at {{time}}. Wait for their agreement.',
    help: 'Somebody calls you in the cabin',
    coming: 'I am coming',
  },
};
