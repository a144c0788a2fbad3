import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { DEMO_WORDS } from '#gateway/demo-identity/words.ts';
import { ACCESS_CODE, createGatewayRig, type GatewayRig } from '#test/harness/gateway-rig.ts';

let rig: GatewayRig;
beforeEach(async () => {
  rig = await createGatewayRig({}, createFakeClock());
});
afterEach(() => rig.close());

const AWA = '800000000033';
const page = (): string => `${rig.origin()}/demo-identity/own-device?lang=fr`;
const never = new AbortController().signal;

/** The page that stands in for a telephone, as soon as somebody is asked there. */
const asked = async (): Promise<{ readonly id: string; readonly html: string }> => {
  for (;;) {
    const html = await (await fetch(page())).text();
    const id = /name="id" value="([^"]+)"/.exec(html)?.[1];
    if (id !== undefined) return { id, html };
  }
};
const answer = async (answer: 'confirm' | 'refuse', code = ACCESS_CODE): Promise<string> => {
  const { id } = await asked();
  const body = new URLSearchParams({ answer, id, code });
  return (await fetch(page(), { method: 'POST', body })).text();
};
const confirm = (stop = never, number = '47') =>
  rig.gateway().confirmPerson({ nationalId: AWA, number }, stop);

describe('a person who is asked on a device of their own', () => {
  it('sees who is meant and the number of the cabin, says yes, and is known', async () => {
    const outcome = confirm();
    const { html } = await asked();
    expect(html).toContain(`<h1>47</h1>`);
    expect(html).toContain(AWA);
    expect(await answer('confirm')).toContain(DEMO_WORDS.fr.answered);
    expect(await outcome).toEqual({ ok: true, value: null });
  });

  it('says no, and is not', async () => {
    const outcome = confirm();
    await answer('refuse');
    expect(await outcome).toMatchObject({ ok: false, failure: { code: 'SIGN_IN_CANCELLED' } });
  });

  it('is not believed without the code of the demonstration', async () => {
    const stop = new AbortController();
    const outcome = confirm(stop.signal);
    expect(await answer('confirm', '000000')).toContain(DEMO_WORDS.fr.refused);
    stop.abort();
    expect(await outcome).toMatchObject({ ok: false, failure: { code: 'SIGN_IN_EXPIRED' } });
  });

  it('is not asked with anything but two digits', async () => {
    expect(await confirm(never, 'hello')).toMatchObject({ ok: false });
    expect(await (await fetch(page())).text()).toContain(DEMO_WORDS.fr['nobody-asks']);
  });

  it('answers once', async () => {
    const outcome = confirm();
    const { id } = await asked();
    await answer('confirm');
    const again = new URLSearchParams({ answer: 'refuse', id, code: ACCESS_CODE });
    expect(await (await fetch(page(), { method: 'POST', body: again })).text()).toContain(DEMO_WORDS.fr.late);
    expect((await outcome).ok).toBe(true);
  });
});
