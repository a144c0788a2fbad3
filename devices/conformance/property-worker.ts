import { answerJobs } from './answer-jobs.ts';
import { PROPERTIES } from './properties.ts';
import type { PropertyJob, PropertyNews } from './property-table.ts';

answerJobs<PropertyJob, PropertyNews>(async ({ driver }, tell) => {
  for (const { name, try: attempt } of PROPERTIES) tell({ property: name, problems: await attempt(driver) });
});
