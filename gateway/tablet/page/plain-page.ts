import { createHash } from 'node:crypto';
import { fingerprintGroups } from '#core/trust/fingerprint-groups.ts';
import type { StaffLanguage } from '#core/visit/words.ts';
import { PLAIN_WORDS } from './plain-words.ts';

/** Where the plain page gives the certificate: DER for all, and a profile as iPads take it. */
export const CERTIFICATE_PATH = '/cabine.crt';
export const PROFILE_PATH = '/cabine.mobileconfig';

/** In the colours of the staff's screens; no file, so that the page needs nothing else. */
const STYLE = `
:root{color-scheme:light;--ink:#10242c;--soft:#41565f;--paper:#f1f4f2;--card:#fff;--line:#8a979c;--main:#0b5563;--on:#fff;--warn:#fff1c7}
*{box-sizing:border-box}
body{margin:0;padding:20px;background:var(--paper);color:var(--ink);font:400 18px/1.4 "Atkinson Hyperlegible Next",system-ui,sans-serif}
main{width:min(720px,100%);margin:0 auto;background:var(--card);border:2px solid var(--line);border-radius:14px;padding:24px 28px 28px;display:grid;gap:14px}
h1{margin:0;font-size:28px;line-height:1.15}
h2{margin:10px 0 0;font-size:21px;line-height:1.2}
p,ul{margin:0}
ul{padding-inline-start:22px;display:grid;gap:8px}
code{font:600 20px/1.7 ui-monospace,monospace;word-spacing:.35em;background:var(--warn);border:2px solid var(--ink);border-radius:10px;padding:8px 14px;overflow-wrap:anywhere}
.keys{display:flex;flex-wrap:wrap;gap:12px}
a{font-weight:700;min-height:52px;border-radius:12px;border:2px solid var(--main);padding:12px 18px;color:var(--main);text-decoration:none;overflow-wrap:anywhere}
a.go{background:var(--main);color:var(--on)}
a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.mut{color:var(--soft)}
`;

/** Only this style, no script, no form, nothing of another place. */
export const PLAIN_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

interface PlainPage {
  readonly language: StaffLanguage;
  readonly siteName: string;
  readonly fingerprint: string;
  /** Of the page over HTTPS. */
  readonly secureAddress: string;
}

/** How a tablet comes to trust the cabin: what to compare, what to install, where to go then. */
export const plainPage = ({ language, siteName, fingerprint, secureAddress }: PlainPage): string => {
  const words = PLAIN_WORDS[language];
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${words.title}</title>` +
    `<style>${STYLE}</style></head><body><main><h1>${words.title}</h1>` +
    `<p>${words.lead.replace('{{site}}', () => escaped(siteName))}</p>` +
    `<h2>${words['compare-title']}</h2><code>${fingerprintGroups(fingerprint).join(' ')}</code><p>${words.compare}</p>` +
    `<h2>${words['install-title']}</h2><div class="keys"><a href="${CERTIFICATE_PATH}">${words.certificate}</a>` +
    `<a href="${PROFILE_PATH}">${words.profile}</a></div>` +
    `<ul><li>${words.android}</li><li>${words.ipad}</li><li>${words.windows}</li></ul>` +
    `<p>${words.check}</p><p class="mut">${words.limits}</p>` +
    `<h2>${words['open-title']}</h2><div class="keys"><a class="go" href="${escaped(secureAddress)}">${escaped(secureAddress)}</a></div>` +
    `<p>${words.open}</p></main></body></html>`
  );
};
