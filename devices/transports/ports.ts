import type { PortAccess } from '../kit/bound-transport.ts';
import { createTransport, transportOfPort } from './connect.ts';
import { surveyPorts } from './survey.ts';

/** The real ports of this machine. */
export const systemPorts: PortAccess = {
  survey: surveyPorts,
  ofPort: transportOfPort,
  ofConnection: (connection, needs) => createTransport(connection, needs, surveyPorts),
};
