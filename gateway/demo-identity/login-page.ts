import { createHash } from 'node:crypto';
import type { StaffLanguage } from '#core/visit/words.ts';
import type { DemoAccount } from './accounts.ts';
import { DEMO_WORDS } from './words.ts';

/** In the colours of the physician's page; no file, so that the page needs nothing else. */
const STYLE = `
:root{color-scheme:light dark;--ink:#1d2733;--soft:#465362;--paper:#f4f1ea;--card:#fff;--line:#8a94a0;--main:#1f4e79;--on:#fff;--warn:#fff1c7}
@media(prefers-color-scheme:dark){:root{--ink:#eef2f6;--soft:#c3ccd6;--paper:#12181f;--card:#1c242d;--line:#7c8794;--main:#9cc7ee;--on:#10202f;--warn:#4b3c0a}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--paper);color:var(--ink);font:400 17px/1.4 "Atkinson Hyperlegible Next",system-ui,sans-serif}
main{width:min(440px,100%);background:var(--card);border:2px solid var(--line);border-radius:14px;padding:28px 32px 32px;display:grid;gap:16px}
h1{margin:0;font-size:26px;line-height:1.15}
p{margin:0}
.mut{color:var(--soft)}
form{display:grid;gap:16px}
label{display:grid;gap:5px;font-weight:600}
input,select{font:inherit;font-weight:400;min-height:40px;width:100%;border:2px solid var(--line);border-radius:9px;background:var(--card);color:var(--ink);padding:6px 12px}
button,a.btn{font:inherit;font-weight:700;min-height:44px;border-radius:10px;border:2px solid var(--main);padding:8px 16px;cursor:pointer;text-align:center;text-decoration:none;background:var(--main);color:var(--on)}
button.plain{background:transparent;color:var(--ink);border-color:var(--line)}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
.notice{background:var(--warn);border:2px solid var(--ink);border-radius:10px;padding:6px 12px}
`;

/** Only this style, only forms to this gateway; no script at all. */
export const LOGIN_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
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
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** A page of the demonstration, in one style and without scripts. */
export const page = (language: StaffLanguage, content: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${DEMO_WORDS[language].title}</title>` +
  `<style>${STYLE}</style></head><body><main>${content}</main></body></html>`;

export interface LoginPage {
  readonly language: StaffLanguage;
  readonly accounts: readonly DemoAccount[];
  /** The account that was chosen last. */
  readonly chosen?: string;
  readonly trouble?: 'refused' | 'too-many';
}

/** Account and access code; sends them to its own address. */
export const loginPage = ({ language, accounts, chosen, trouble }: LoginPage): string => {
  const words = DEMO_WORDS[language];
  const options = accounts.map(
    ({ account, card }) =>
      `<option value="${escaped(account)}"${account === chosen ? ' selected' : ''}>${escaped(card.name)}</option>`,
  );
  return page(
    language,
    `<h1>${words.title}</h1><p class="mut">${words.lead}</p>` +
      `<form method="post"><label><span>${words.account}</span><select name="account">${options.join('')}</select></label>` +
      `<label><span>${words.code}</span><input name="code" type="password" autocomplete="off" maxlength="64" autofocus></label>` +
      (trouble === undefined ? '' : `<p class="notice" role="alert">${words[trouble]}</p>`) +
      `<button name="answer" value="sign-in">${words.submit}</button>` +
      `<button class="plain" name="answer" value="cancel">${words.cancel}</button></form>`,
  );
};

/** Shown for an address of a sign-in that is over. */
export const gonePage = (language: StaffLanguage): string => {
  const words = DEMO_WORDS[language];
  return page(
    language,
    `<h1>${words.title}</h1><p role="alert">${words.gone}</p><a class="btn" href="/">${words.back}</a>`,
  );
};
