import { alertTableOf, toConfirm } from '../alerts/alerts.ts';
import { openGuest } from '../company/company.ts';
import { isCapturing, type Visit } from '../visit.ts';
import { newVisit, type Step, step, TODAY } from './played-visit.ts';
import { possibilities } from './possibilities.ts';

/** What goes on in a call besides; followed where nothing else is the matter, or the kinds would be too many. */
const inCallOf = ({ stage, paused, emergency, capture, examination, company }: Visit): readonly unknown[] =>
  stage === 'call' && !paused && emergency === undefined && capture === undefined
    ? [
        examination.requests.at(-1)?.status.status,
        examination.items.at(-1)?.state.state,
        company.assistant,
        openGuest(company)?.state.state,
      ]
    : [];

/** A physician who is away, or a line that is weak, matters to nothing but the way on. */
const breakOf = ({
  stage,
  paused,
  emergency,
  capture,
  examination,
  company,
  claim,
  weakLine,
}: Visit): readonly unknown[] =>
  stage === 'call' &&
  !paused &&
  emergency === undefined &&
  capture === undefined &&
  examination.requests.length === 0 &&
  company.assistant !== 'joined' &&
  openGuest(company) === undefined
    ? [claim?.absence?.answer, weakLine?.answer]
    : [];

/** Followed where measures are taken and nothing else is the matter. */
const awaitsConfirmation = (visit: Visit): boolean =>
  visit.stage === 'measures' &&
  !visit.paused &&
  visit.emergency === undefined &&
  toConfirm(alertTableOf(visit, TODAY), []).length > 0;

/** Papers are followed one at a time. */
const papersOf = ({ papers, paused, emergency, claim }: Visit): readonly unknown[] =>
  paused || emergency !== undefined || claim === undefined || papers.list.length > 1
    ? []
    : [
        papers.list[0]?.state.state,
        papers.list[0]?.reprint !== undefined,
        papers.presence?.by,
        papers.tray?.outcome,
      ];

/** What is decided matters to the end, and is followed in a consultation in which nothing else is the matter. */
const decisionOf = (visit: Visit): readonly unknown[] => {
  const { stage, pathway, exclusions, privacy, claim, weakLine, help } = visit;
  const others = [privacy, help, claim?.absence, weakLine];
  if (stage === 'goodbye')
    return [pathway === 'in-person', ...(others.every((one) => one === undefined) ? papersOf(visit) : [])];
  const isQuiet = breakOf(visit).length > 0 && others.every((one) => one === undefined);
  return isQuiet
    ? [
        pathway,
        exclusions.length > 0,
        exclusions.every(({ weighed }) => weighed),
        ...(pathway === 'remote' && exclusions.length === 0 ? papersOf(visit) : []),
      ]
    : [];
};

/** All that decides where a visit can go from here; two visits alike in it are explored once. */
const kindOf = (visit: Visit): string =>
  [
    visit.stage,
    visit.ended,
    visit.paused,
    visit.emergency !== undefined,
    visit.help !== undefined,
    visit.identity !== undefined,
    visit.consents.teleconsultation,
    visit.ticket !== undefined,
    visit.claim?.acknowledged,
    visit.capture?.phase.phase,
    awaitsConfirmation(visit),
    isCapturing(visit),
    visit.closing !== undefined,
    visit.handover.state,
    visit.emergency === undefined && !visit.paused ? visit.privacy?.state : undefined,
    ...breakOf(visit),
    ...inCallOf(visit),
    ...decisionOf(visit),
  ].join();

/** Every step that can be taken from every kind of visit that can be reached. */
export const explore = (): readonly Step[] => {
  const steps: Step[] = [];
  const first = newVisit();
  const seen = new Set([kindOf(first)]);
  const open = [{ visit: first, depth: 0 }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { visit, depth } = next;
    for (const possibility of possibilities(visit)) {
      const taken = step(visit, possibility, depth);
      steps.push(taken);
      const kind = kindOf(taken.after);
      if (seen.has(kind)) continue;
      seen.add(kind);
      open.push({ visit: taken.after, depth: depth + 1 });
    }
  }
  return steps;
};
