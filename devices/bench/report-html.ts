import type { SelfTestReport, StepReport } from './self-test-report.ts';
import type { BenchWords } from './words.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Marks that are not colour alone: the page is printed in black. */
const MARKS: Readonly<Record<StepReport['outcome'], string>> = {
  passed: '✓',
  failed: '✗',
  'not-said': '–',
  'not-tried': '·',
};

const STYLE = `
:root{--ink:#14212b;--soft:#4a5a66;--line:#cfd8de;--good:#0b5d3b;--bad:#9c1c1c;--warn:#7a4b00}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:2.5rem 1.5rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:#fff}
h1{font-size:1.75rem;margin:0 0 .25rem}
h2{font-size:1.25rem;margin:0}
.verdict{font-size:1.125rem;margin:0 0 2rem;font-weight:600}
.good{color:var(--good)}.bad{color:var(--bad)}.soft{color:var(--soft)}
section{border-top:2px solid var(--ink);padding:1.25rem 0;margin-top:1.5rem;break-inside:avoid}
header{display:flex;justify-content:space-between;gap:1rem;align-items:baseline}
header strong{white-space:nowrap}
.note{margin:.5rem 0;padding:.5rem .75rem;border:2px solid var(--warn);color:var(--warn);font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.125rem 1.5rem;margin:1rem 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{text-align:left;padding:.375rem .75rem .375rem 0;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--soft);font-weight:400}
td:last-child{font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:1rem;color:var(--soft)}
@media print{body{padding:0;max-width:none}}
`;

const CLASS_OF: Readonly<Record<StepReport['outcome'], string>> = {
  passed: 'good',
  failed: 'bad',
  'not-said': 'soft',
  'not-tried': 'soft',
};

const rowOf = ({ step, outcome, code, detail, tookMs }: StepReport, words: BenchWords): string => {
  const said = [code, detail, tookMs === undefined ? undefined : `${tookMs} ms`].filter(
    (part) => part !== undefined,
  );
  return (
    `<tr><td>${escapeText(words.steps[step])}</td>` +
    `<td class="${CLASS_OF[outcome]}">${MARKS[outcome]} ${escapeText(words.outcomes[outcome])}</td>` +
    `<td>${escapeText(said.join(' · '))}</td></tr>`
  );
};

const factsOf = (report: SelfTestReport, { facts }: BenchWords): string => {
  const { identity } = report;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [facts.identity, `${identity.maker} ${identity.model}`],
    [facts.serial, identity.serial],
    [facts.firmware, identity.firmware],
    [facts.driver, `${report.driver}: ${report.title}`],
    [facts.port, report.port],
    [facts.at, report.at],
    [facts.traffic, `${report.bytesIn}, ${report.bytesOut}`],
  ];
  return rows
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`<dt>${escapeText(name)}</dt><dd>${escapeText(value)}</dd>`],
    )
    .join('');
};

const sectionOf = (report: SelfTestReport, words: BenchWords): string => {
  const notes = [
    ...(report.simulated ? [words.simulated] : []),
    ...(report.evidence === 'unverified' ? [words.unverified] : []),
  ];
  const columns = [words.columns.step, words.columns.outcome, words.columns.detail];
  return [
    '<section>',
    `<header><h2>${escapeText(report.device)}</h2>`,
    `<strong class="${report.passed ? 'good' : 'bad'}">${escapeText(report.passed ? words.passed : words.failed)}</strong></header>`,
    ...notes.map((note) => `<p class="note">${escapeText(note)}</p>`),
    `<dl>${factsOf(report, words)}</dl>`,
    `<table><thead><tr>${columns.map((column) => `<th scope="col">${escapeText(column)}</th>`).join('')}</tr></thead>`,
    `<tbody>${report.steps.map((step) => rowOf(step, words)).join('')}</tbody></table>`,
    '</section>',
  ].join('\n');
};

/** One page that stands alone: no script, no font, no picture from elsewhere. */
export const formatHtmlReport = (reports: readonly SelfTestReport[], words: BenchWords): string => {
  const passed = reports.every((report) => report.passed);
  const verdict = reports.length === 0 ? words.none : passed ? words.allPassed : words.someFailed;
  return [
    '<!doctype html>',
    `<html lang="${words.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeText(words.title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeText(words.title)}</h1>`,
    `<p class="verdict ${passed ? 'good' : 'bad'}">${escapeText(verdict)}</p>`,
    ...reports.map((report) => sectionOf(report, words)),
    `<footer>${escapeText(words.foot)}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

/** The same as data. */
export const formatJsonReport = (reports: readonly SelfTestReport[]): string =>
  `${JSON.stringify({ passed: reports.every(({ passed }) => passed), reports }, null, 2)}\n`;
