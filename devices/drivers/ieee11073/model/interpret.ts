import type { Message } from '../codec/messages.ts';
import { isReport } from '../codec/scan-reports.ts';
import { readSegmentPage, readSegments } from '../codec/segments.ts';
import type { Agent, Interpretation } from './agent.ts';
import { readConfiguration } from './configuration.ts';
import { readDataResponse } from './data-response.ts';
import { ACTIONS, EVENTS } from './nomenclature.ts';

const contradiction = (what: string): Interpretation => ({
  type: 'unreadable',
  detail: `${what} contradicts itself`,
});
const NOTHING: Interpretation = { type: 'readings', readings: [] };

const takeEvent = (agent: Agent, message: Extract<Message, { type: 'event' }>): Interpretation => {
  const { event, handle, information } = message;
  if (isReport(event)) return agent.report(event, handle, information);
  switch (event) {
    case EVENTS.configuration: {
      const configuration = readConfiguration(information);
      if (configuration === undefined) return contradiction('the configuration');
      agent.configure(configuration);
      return NOTHING;
    }
    case EVENTS.segmentData: {
      const page = readSegmentPage(information);
      return page === undefined ? contradiction('the page') : agent.page(page);
    }
    default:
      return NOTHING;
  }
};

const takeActionResult = (
  agent: Agent,
  message: Extract<Message, { type: 'action-result' }>,
): Interpretation => {
  switch (message.action) {
    case ACTIONS.segmentInformation: {
      const segments = readSegments(message.information);
      if (segments === undefined) return contradiction('the list of segments');
      agent.list(segments);
      return NOTHING;
    }
    case ACTIONS.dataRequest: {
      const response = readDataResponse(message.information);
      if (response === undefined) return contradiction('the response');
      return response.report === undefined
        ? NOTHING
        : agent.report(response.report.event, message.handle, response.report.information);
    }
    default:
      return NOTHING;
  }
};

/** What a message of an agent says, and what is learned of the agent from it. */
export const interpretMessage = (agent: Agent, message: Message): Interpretation => {
  switch (message.type) {
    case 'event':
      return takeEvent(agent, message);
    case 'action-result':
      return takeActionResult(agent, message);
    case 'get-result':
      agent.describe(message.attributes);
      return NOTHING;
    default:
      // The rest is what a manager says, or an answer that bears nothing.
      return NOTHING;
  }
};
