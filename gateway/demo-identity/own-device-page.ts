import type { StaffLanguage } from '#core/visit/words.ts';
import { escaped, page } from './login-page.ts';
import type { OwnDevices } from './own-devices.ts';
import { DEMO_WORDS } from './words.ts';

export interface OwnDevicePage {
  readonly language: StaffLanguage;
  readonly questions: ReturnType<OwnDevices['questions']>;
  /** What became of the last answer. */
  readonly news?: 'answered' | 'late' | 'refused' | 'too-many' | undefined;
}

/** Whoever is asked, with the number to compare, and their answer. */
export const ownDevicePage = ({ language, questions, news }: OwnDevicePage): string => {
  const words = DEMO_WORDS[language];
  const form = ({ id, nationalId, number }: OwnDevicePage['questions'][number]): string =>
    `<form method="post"><p>${words['asks-person']} ${escaped(nationalId)}</p><h1>${escaped(number)}</h1>` +
    `<p class="mut">${words['same-number']}</p><input type="hidden" name="id" value="${escaped(id)}">` +
    `<label><span>${words.code}</span><input name="code" type="password" autocomplete="off" maxlength="64"></label>` +
    `<button name="answer" value="confirm">${words.confirm}</button>` +
    `<button class="plain" name="answer" value="refuse">${words.refuse}</button></form>`;
  return page(
    language,
    `<h1>${words.device}</h1><p class="mut">${words['device-lead']}</p>` +
      (news === undefined ? '' : `<p class="notice" role="alert">${words[news]}</p>`) +
      (questions.length === 0 ? `<p>${words['nobody-asks']}</p>` : questions.map(form).join('')) +
      `<a class="btn" href="?lang=${language}">${words.reload}</a>`,
  );
};
