import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { askAll } from '#test/harness/bridge.ts';
import { openBrokerTap } from '#test/harness/broker-tap.ts';
import { openCabin } from '#test/harness/cabin.ts';
import { reachMeasures, SOMEBODY } from '#test/harness/fast-visit.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { hears, hearsNothing, sees } from '#test/harness/levels.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser, PHYSICIAN_VIEWPORT } from '#test/harness/physician-browser.ts';
import { auditScreen, PATIENT_RULES, type ScreenRules } from '#test/harness/screen-audit.ts';
import { inTurn } from '#test/harness/undo.ts';

const words = wordsOf('fr');
const { company } = words;
const GUEST = 'Ana Ferreira';
const TELEPHONE = { width: 390, height: 844 };
/** Touched on a telephone; the page knows nothing of the visit, so it carries no banner of its own. */
const GUEST_RULES: ScreenRules = { smallestText: 15, bannerText: 15, target: 44, gap: 8, keyboardGap: 0 };
const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();
const presence = (page: Page) => page.getByRole('status', { name: company.label });
const says = (page: Page, text: string) =>
  expect(presence(page)).toContainText(text.charAt(0).toUpperCase() + text.slice(1), { timeout: 30_000 });
const pictures = process.env['CABINE_PICTURES'];
const show = (page: Page, name: string) =>
  pictures === undefined
    ? Promise.resolve()
    : page.screenshot({ path: join(pictures, `${name}.png`) }).then(() => undefined);
const microphone = (page: Page): Promise<string> =>
  page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      (stream) => {
        for (const track of stream.getTracks()) track.stop();
        return 'opened';
      },
      (error: unknown) => (error instanceof DOMException ? error.name : 'unknown'),
    ),
  );

test('the assistant takes part, a guest comes by a link, and every screen says who hears and sees whom', async () => {
  const undo = inTurn();
  try {
    const cabin = undo.later(await openCabin({ clockRate: 20, patientSize: '1920x1080' }));
    const browser = undo.later(await openPhysicianBrowser());
    const visitor = undo.later(await openPhysicianBrowser());
    const tap = await openBrokerTap(cabin, browser.page);
    const [patientPage, assistantPage] = [await cabin.patient(), await cabin.assistant()];
    const patient = new PatientHands(patientPage, words);
    const physician = new PhysicianHands(browser.page, words);
    const doctor = cabin.accounts[0]?.name ?? '';
    const name = SOMEBODY.givenName;

    await test.step('patient and physician are in a call', async () => {
      await reachMeasures(assistantPage);
      await askAll(assistantPage, [{ type: 'finish-measures' }]);
      await physician.signsIn(cabin.physicianUrl, cabin.accounts[0]?.account ?? '', cabin.accessCode);
      await physician.takes('Mairie de Saint-Aubin');
      await patient.acceptsPhysician(doctor);
      await seesMoving(browser.page);
      await seesMoving(patientPage);
      await says(patientPage, filled(company.you.both_one, { names: doctor }));
      await says(browser.page, filled(company.you.both_one, { names: name }));
      await show(patientPage, 'patient-two');
    });

    await test.step('the assistant joins without being heard or seen, then opens microphone and camera', async () => {
      expect(await microphone(assistantPage)).toBe('NotAllowedError');
      await press(assistantPage, company.part.open);
      await press(assistantPage, company.part.join);
      await expect(assistantPage.getByText(company.part['microphone-off'])).toBeVisible();
      await expect(browser.page.getByRole('figure', { name: /Awa/ })).toBeVisible();
      await says(assistantPage, company.nobody);
      await press(assistantPage, company.part['microphone-off']);
      await hears(browser.page, 'Awa');
      await says(assistantPage, filled(company.you.sound_one, { names: doctor }));
      await press(assistantPage, company.part['camera-off']);
      await sees(browser.page, 'Awa');
      await says(assistantPage, filled(company.you.both_one, { names: doctor }));
      await says(patientPage, filled(company.them.both, { name: doctor, others: 'Awa' }));
      await show(assistantPage, 'assistant-joined');
      await show(browser.page, 'physician-three');
    });

    await test.step('the physician is heard in this window with headphones only', async () => {
      const muted = () =>
        assistantPage.evaluate(() => [...document.querySelectorAll('video')].every((video) => video.muted));
      expect(await muted()).toBe(true);
      await press(assistantPage, company.part['listen-off']);
      await expect.poll(muted).toBe(false);
      await press(assistantPage, company.part['listen-on']);
      await expect.poll(muted).toBe(true);
    });

    await test.step('muted again: nothing leaves the room by this window', async () => {
      await press(assistantPage, company.part['microphone-on']);
      await says(assistantPage, filled(company.you.picture_one, { names: doctor }));
      await hearsNothing(browser.page, 'Awa');
      await press(assistantPage, company.part['camera-on']);
      await says(assistantPage, company.nobody);
    });

    let link = '';
    await test.step('an interpreter is invited and waits at the door, seeing and hearing nothing', async () => {
      await assistantPage.getByLabel(company.invite.language).fill('arabe');
      await press(assistantPage, filled(company.invite.create, { kind: company.kind.interpreter }));
      const field = assistantPage.getByRole('textbox', { name: company.invite.link });
      await expect(field).toBeVisible();
      link = await field.inputValue();
      expect(link).toMatch(/\/guest#[\w-]{32}$/);
      // The server of this cabin is on this computer alone: a telephone could not follow the link.
      await expect(assistantPage.getByText(company.invite.local)).toBeVisible();
      await expect(assistantPage.getByRole('img', { name: company.invite['code-alt'] })).toHaveCount(0);
      await press(assistantPage, company.invite.copy);
      await expect(assistantPage.getByText(company.invite.copied)).toBeVisible();
      await show(assistantPage, 'assistant-invites');
      await press(assistantPage, company.part.close);
      await show(assistantPage, 'assistant-window');
      await visitor.page.goto(link);
      await expect(visitor.page.getByText(company.page['limit-yes'])).toBeVisible();
      expect(visitor.page.url()).not.toContain('#');
      // Most guests come with a telephone: all of the entrance is within reach there.
      await visitor.page.setViewportSize(TELEPHONE);
      const out = await auditScreen(visitor.page, GUEST_RULES, [{}]);
      expect(out.filter((violation) => !violation.includes('SIMULATION'))).toEqual([]);
      await visitor.page.setViewportSize(PHYSICIAN_VIEWPORT);
      await visitor.page.getByLabel(company.page.name).fill(GUEST);
      await show(visitor.page, 'guest-entrance');
      await press(visitor.page, company.page.enter);
      await expect(visitor.page.getByText(company.page.asked)).toBeVisible();
      await expect(patientPage.getByText(filled(company.ask.title, { name: GUEST }))).toBeVisible();
      await show(patientPage, 'patient-question');
      expect(await visitor.page.locator('video').count()).toBe(1);
    });

    await test.step('after the patient’s yes they hear and see one another', async () => {
      await press(patientPage, company.ask.yes);
      for (const other of [company.page['in-cabin'], doctor]) {
        await sees(visitor.page, other);
        await hears(visitor.page, other);
      }
      for (const page of [patientPage, browser.page]) {
        await sees(page, GUEST);
        await hears(page, GUEST);
      }
      const both = (names: string) => filled(company.you.both_other, { names });
      await says(visitor.page, both(`${company.patient} et ${doctor}`));
      await says(patientPage, both(`${doctor} et ${GUEST}`));
      await says(patientPage, filled(company.them.mutual, { name: doctor, others: GUEST }));
      await says(browser.page, both(`${name} et ${GUEST}`));
      const looks = [{}, { theme: 'contrast' }, { text: 'large' }];
      expect(await auditScreen(patientPage, PATIENT_RULES, looks)).toEqual([]);
      await show(patientPage, 'patient-guest');
      await show(browser.page, 'physician-guest');
      await show(visitor.page, 'guest-call');
      await visitor.page.setViewportSize(TELEPHONE);
      const hidden = await auditScreen(visitor.page, GUEST_RULES, [{}]);
      expect(hidden.filter((violation) => !violation.includes('SIMULATION'))).toEqual([]);
      await show(visitor.page, 'guest-call-phone');
      await visitor.page.setViewportSize(PHYSICIAN_VIEWPORT);
    });

    await test.step('the guest mutes, and everyone knows', async () => {
      await press(visitor.page, company.page['microphone-on']);
      const names = `${company.patient} et ${doctor}`;
      await says(visitor.page, filled(company.you.picture_other, { names }));
      await hearsNothing(browser.page, GUEST);
      await press(visitor.page, company.page['microphone-off']);
      await says(visitor.page, filled(company.you.both_other, { names }));
    });

    await test.step('the page may be loaded again; the link serves nobody else', async () => {
      await visitor.page.reload();
      await sees(visitor.page, company.page['in-cabin']);
      const stranger = undo.later(await openPhysicianBrowser());
      await stranger.page.goto(link);
      await expect(stranger.page.getByText(company.page.refused.GUEST_LINK_USED)).toBeVisible();
      await show(stranger.page, 'guest-refused');
    });

    await test.step('the patient asks the guest to go, and nothing of them stays', async () => {
      await press(patientPage, filled(company.ask.send, { name: GUEST }));
      await expect(visitor.page.getByText(company.page.over.ended)).toBeVisible();
      await expect(visitor.page.locator('video')).toHaveCount(0);
      await expect(patientPage.getByText(GUEST)).toHaveCount(0);
      await expect(browser.page.getByText(GUEST)).toHaveCount(0);
    });

    await test.step('the physician invites and takes it back: the link says so', async () => {
      await browser.page.keyboard.press('Alt+g');
      await press(browser.page, filled(company.invite.create, { kind: company.kind.relative }));
      const field = browser.page.getByRole('textbox', { name: company.invite.link });
      await expect(field).toBeVisible();
      const second = await field.inputValue();
      await show(browser.page, 'physician-invites');
      await press(browser.page, company.invite.revoke);
      await expect(browser.page.getByText(company.invite.ended.revoked)).toBeVisible();
      await press(browser.page, company.invite.close);
      await visitor.page.goto('about:blank');
      await visitor.page.goto(second);
      await expect(visitor.page.getByText(company.page.refused.GUEST_LINK_REVOKED)).toBeVisible();
    });

    await test.step('the end: the microphone is shut, the record says who was there, the broker knew no name', async () => {
      await physician.preparesClosing('given-to-patient', 'Repos.');
      await physician.closes();
      await patient.sees(words.patient.goodbye.title);
      await expect.poll(() => microphone(assistantPage)).toBe('NotAllowedError');
      await patient.mayFinish();
      const [file] = await readdir(cabin.handover);
      const bundle = JSON.parse(await readFile(join(cabin.handover, file ?? ''), 'utf8')) as {
        entry: { resource: { resourceType: string; participant?: unknown[] } }[];
      };
      const visit = bundle.entry.find(({ resource }) => resource.resourceType === 'Encounter');
      const guests = (visit?.resource.participant ?? []).filter((one) => JSON.stringify(one).includes(GUEST));
      expect(guests).toHaveLength(1);
      expect(JSON.stringify(guests)).toContain('translator');
      expect(await tap.holding([GUEST, SOMEBODY.familyName, SOMEBODY.givenName])).toEqual([]);
    });
  } finally {
    await undo.all();
  }
});
