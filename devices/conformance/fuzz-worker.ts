import { answerJobs } from './answer-jobs.ts';
import { type FuzzResult, fuzzDriver } from './fuzz.ts';
import type { FuzzJob } from './fuzz-plan.ts';
import { corpusOf } from './properties.ts';

answerJobs<FuzzJob, FuzzResult>(async ({ driver, frames, seed }, tell) => {
  tell(fuzzDriver(driver, await corpusOf(driver), frames, seed));
});
