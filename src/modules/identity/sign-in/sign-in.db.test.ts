import { describe, expect, test } from 'vitest';
import { codeOf } from '../../../../tests/support/one-time-code.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { openBrowser, openTestSignIn, PASSWORD, type TestBrowser } from './testing/sign-in-desk.ts';

const desk = openTestSignIn();

async function enter(email: string, password = PASSWORD, browser = openBrowser()) {
  const entry = await desk.signIn.enterByPassword(browser.request, { email, password });
  browser.keep(entry.cookies);
  return { entry, browser };
}
const visitorOf = async (browser: TestBrowser) =>
  (await desk.signIn.attend(browser.request)).visitor;
async function present(browser: TestBrowser) {
  const visitor = await visitorOf(browser);
  if (!visitor) throw new Error('nobody is there');
  return visitor;
}
const WRONG = {
  code: 'forbidden',
  message:
    'L’adresse et le mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un lien de connexion par courriel.',
};

describe('signing in by password', () => {
  test('opens a session of the person, with their roles', async () => {
    const { id, email } = await desk.person('Alix', { roles: ['direction'] });
    const { browser, entry } = await enter(email.toUpperCase());
    expect(entry.kind).toBe('signed-in');
    const visitor = await present(browser);
    expect(visitor).toMatchObject({
      person: { id, name: 'Alix', email, language: 'fr' },
      actor: { kind: 'person', id: `person:${id}` },
      session: { method: 'password', strong: false },
      gate: 'open',
    });
    expect([...visitor.actor.platformRoles]).toEqual(['direction']);
  });

  test('answers alike a wrong password, no account, and an account without a password', async () => {
    const { email } = await desk.person('Bao');
    const { email: other } = await desk.person('Chloe', { password: null });
    for (const tried of [email, other, 'personne@exemple.ca', 'pas une adresse']) {
      await expect(enter(tried, 'rien de tel', openBrowser('198.51.100.1'))).rejects.toMatchObject(
        WRONG,
      );
    }
  });

  test('is refused to whoever has no access any more', async () => {
    const { id, email } = await desk.person('Dora');
    const { browser } = await enter(email);
    await desk.owner('update person set leaves_on = local_day() where id = $1', [id]);
    expect(await visitorOf(browser)).toBeNull();
    await expect(enter(email)).rejects.toMatchObject(WRONG);
  });

  test('waits longer and longer after failures, whichever address they come from', async () => {
    const { email } = await desk.person('Eli');
    const fail = (address: string) => enter(email, 'faux', openBrowser(address));
    for (let failure = 0; failure < 6; failure += 1) {
      await expect(fail(`198.51.100.${20 + failure}`)).rejects.toMatchObject(WRONG);
    }
    await expect(fail('198.51.100.40')).rejects.toMatchObject({
      code: 'too-many',
      message: expect.stringMatching(/^Trop d’essais de suite\. Réessayez dans \d secondes/),
    });
    // The right password waits too: an answer would tell that it is right.
    await expect(enter(email)).rejects.toMatchObject({ code: 'too-many' });
    await desk.owner(`update auth.throttle set blocked_until = now() - interval '1 second'`);
    await expect(fail('198.51.100.41')).rejects.toMatchObject(WRONG);
    const [{ wait } = { wait: 0 }] = await desk.owner<{ wait: number }>(
      `select max(extract(epoch from blocked_until - now()))::float as wait from auth.throttle`,
    );
    expect(wait).toBeGreaterThan(2.5);
    await desk.owner('delete from auth.throttle');
    expect((await enter(email)).entry.kind).toBe('signed-in');
  });

  test('counts attempts that are made at once', async () => {
    const { email } = await desk.person('Fred');
    const tries = await Promise.allSettled(
      Array.from({ length: 30 }, (_, n) => enter(email, 'faux', openBrowser(`192.0.2.${n}`))),
    );
    const codes = tries.map((tried) => tried.status === 'rejected' && tried.reason.code);
    expect(codes.filter((code) => code === 'too-many').length).toBeGreaterThanOrEqual(20);
    await desk.owner('delete from auth.throttle');
  });
});

describe('a session', () => {
  test('ends when it is idle, and when it is old', async () => {
    const { id, email } = await desk.person('Gil');
    const { browser } = await enter(email);
    await desk.owner(
      `update auth.session set created_at = now() - interval '13 hours' where person_id = $1`,
      [id],
    );
    expect(await visitorOf(browser)).toBeNull();
    await desk.owner(
      `update auth.session set created_at = now(), expires_at = now() - interval '1 second' where person_id = $1`,
      [id],
    );
    expect(await visitorOf(browser)).toBeNull();
  });

  test('is prolonged by being used', async () => {
    const { id, email } = await desk.person('Huu');
    const { browser } = await enter(email);
    await desk.owner(
      `update auth.session set updated_at = now() - interval '10 minutes', expires_at = now() + interval '5 minutes' where person_id = $1`,
      [id],
    );
    const { cookies } = await desk.signIn.attend(browser.request);
    expect(cookies).toEqual([
      expect.stringMatching(/^passerelle\.session_token=.*Max-Age=3600;.*HttpOnly; SameSite=Lax$/),
    ]);
    const [row] = await desk.owner<{ left: number }>(
      `select extract(epoch from expires_at - now())::float as left from auth.session where person_id = $1`,
      [id],
    );
    expect(row?.left).toBeGreaterThan(3500);
  });

  test('is not opened by a cookie that this site did not sign, nor by a token alone', async () => {
    const { id, email } = await desk.person('Ines');
    const { browser } = await enter(email);
    const name = 'passerelle.session_token';
    const [token, signature] = decodeURIComponent(browser.jar.get(name) ?? '').split('.');
    const forged = [
      token,
      `${token}.`,
      `${token}.${'A'.repeat(43)}=`,
      `x.${signature}`,
      `${token}.${signature}.x`,
    ];
    for (const value of forged) {
      browser.jar.set(name, encodeURIComponent(value ?? ''));
      expect(await visitorOf(browser), value).toBeNull();
    }
    expect(id).toBeTruthy();
  });

  test('is another one after each sign-in: one fixed beforehand is nobody’s', async () => {
    const { email } = await desk.person('Joa');
    const browser = openBrowser();
    browser.jar.set('passerelle.session_token', 'fixed.AAAA');
    await enter(email, PASSWORD, browser);
    expect(browser.jar.get('passerelle.session_token')).not.toContain('fixed');
    expect(await present(browser)).toMatchObject({ person: { email } });
  });

  test('has another token once its person may do more', async () => {
    const { id, email } = await desk.person('Jules');
    const { browser } = await enter(email);
    const before = new Map(browser.jar);
    await desk.owner(
      `insert into role_grant (person_id, role, valid) values ($1, 'direction', daterange(local_day(), null))`,
      [id],
    );
    const { visitor, cookies } = await desk.signIn.attend(browser.request);
    expect([...(visitor?.actor.platformRoles ?? [])]).toEqual(['direction']);
    browser.keep(cookies);
    expect(await visitorOf(browser)).not.toBeNull();
    const old = openBrowser();
    for (const [name, value] of before) old.jar.set(name, value);
    expect(await visitorOf(old)).toBeNull();
  });

  test('is listed to its owner, who closes it; nobody closes another’s', async () => {
    const { email } = await desk.person('Kim');
    const one = await enter(email);
    const two = await enter(email);
    const { email: other } = await desk.person('Lea');
    const stranger = await present((await enter(other)).browser);
    const visitor = await present(one.browser);
    const { sessions } = await desk.signIn.readAccount(visitor);
    expect(sessions).toHaveLength(2);
    const target = sessions.find(({ id }) => id !== visitor.session.id);
    expect(await desk.signIn.endSession(stranger, target?.id ?? '')).toBe(false);
    expect(await visitorOf(two.browser)).not.toBeNull();
    expect(await desk.signIn.endSession(visitor, target?.id ?? '')).toBe(true);
    expect(await visitorOf(two.browser)).toBeNull();
    expect(await desk.signIn.endSession(visitor, 'n’importe quoi')).toBe(false);
  });

  test('ends by leaving', async () => {
    const { email } = await desk.person('Mia');
    const { browser } = await enter(email);
    const before = new Map(browser.jar);
    browser.keep(await desk.signIn.leave(browser.request, await visitorOf(browser)));
    expect(browser.jar.has('passerelle.session_token')).toBe(false);
    for (const [name, value] of before) browser.jar.set(name, value);
    expect(await visitorOf(browser)).toBeNull();
  });

  test('has forms of its own: another’s token opens none', async () => {
    const { email } = await desk.person('Noe');
    const one = await desk.signIn.attend((await enter(email)).browser.request);
    const two = await desk.signIn.attend((await enter(email)).browser.request);
    const nobody = await desk.signIn.attend(openBrowser().request);
    expect(one.ownsForm(one.formToken)).toBe(true);
    for (const stolen of [two.formToken, nobody.formToken, '', 'x']) {
      expect(one.ownsForm(stolen)).toBe(false);
    }
    expect(nobody.ownsForm(one.formToken)).toBe(false);
  });
});

async function withCodes(name: string, roles: readonly string[] = ['coordination']) {
  const { id, email } = await desk.person(name, { roles });
  const { browser } = await enter(email);
  const visitor = await present(browser);
  const setUp = await desk.signIn.beginSecondFactor(browser.request, visitor, PASSWORD);
  browser.keep(
    await desk.signIn.confirmSecondFactor(browser.request, visitor, codeOf(setUp.secret)),
  );
  await desk.owner('delete from auth.spent_code');
  return { id, email, browser, ...setUp };
}

describe('a second factor', () => {
  test('is demanded of the roles that must have one: until then, they may do nothing', async () => {
    const { email } = await desk.person('Oli', { roles: ['coordination'] });
    const { browser } = await enter(email);
    const before = await present(browser);
    expect(before.gate).toBe('set-up-second-factor');
    expect([...before.actor.platformRoles]).toEqual([]);
    const { secret, recoveryCodes, picture } = await desk.signIn.beginSecondFactor(
      browser.request,
      before,
      PASSWORD,
    );
    expect(recoveryCodes).toHaveLength(10);
    expect(picture).toMatch(/^<svg/);
    browser.keep(await desk.signIn.confirmSecondFactor(browser.request, before, codeOf(secret)));
    const after = await present(browser);
    expect(after).toMatchObject({ gate: 'open', session: { strong: true, method: 'totp' } });
    expect([...after.actor.platformRoles]).toEqual(['coordination']);
    expect(after.session.id).not.toBe(before.session.id);
    expect(desk.mails.at(-1)).toMatchObject({
      kind: 'account-changed',
      change: 'second-factor-added',
    });
  });

  test('is not set up with a wrong password, nor by a wrong code', async () => {
    const { email } = await desk.person('Pia');
    const { browser } = await enter(email);
    const visitor = await present(browser);
    await expect(
      desk.signIn.beginSecondFactor(browser.request, visitor, 'faux'),
    ).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Ce n’est pas votre mot de passe.',
    });
    const { secret } = await desk.signIn.beginSecondFactor(browser.request, visitor, PASSWORD);
    const wrong = codeOf(secret) === '000000' ? '000001' : '000000';
    await expect(
      desk.signIn.confirmSecondFactor(browser.request, visitor, wrong),
    ).rejects.toMatchObject({
      code: 'forbidden',
      message:
        'Ce code n’est pas le bon. Attendez que votre application en montre un autre, puis recopiez-le.',
    });
    expect((await desk.signIn.readAccount(visitor)).hasCodes).toBe(false);
  });

  test('is not the recovery code of a setting up that was begun and never confirmed', async () => {
    const { email } = await desk.person('Quentin', { roles: ['administration'] });
    const { browser } = await enter(email);
    const { recoveryCodes, secret } = await desk.signIn.beginSecondFactor(
      browser.request,
      await present(browser),
      PASSWORD,
    );
    for (const input of [
      { code: recoveryCodes[0] ?? '', recovery: true },
      { code: codeOf(secret), recovery: false },
    ]) {
      await expect(
        desk.signIn.enterByCode(browser.request, await present(browser), input),
      ).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect((await present(browser)).session.strong).toBe(false);
  });

  test('is asked after the password, and its code is accepted once', async () => {
    const { email, secret } = await withCodes('Quyen');
    const { entry, browser } = await enter(email);
    expect(entry.kind).toBe('code-needed');
    expect(await visitorOf(browser)).toBeNull();
    const code = codeOf(secret);
    const shown = await desk.signIn.enterByCode(browser.request, null, {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
      recovery: false,
    });
    browser.keep(shown.cookies);
    expect(await present(browser)).toMatchObject({ session: { strong: true } });
    const again = await enter(email);
    await expect(
      desk.signIn.enterByCode(again.browser.request, null, { code, recovery: false }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await visitorOf(again.browser)).toBeNull();
  });

  test('may be a recovery code, once, and its owner is told', async () => {
    const { email, recoveryCodes } = await withCodes('Rio');
    const [code = ''] = recoveryCodes;
    const first = await enter(email);
    const shown = await desk.signIn.enterByCode(first.browser.request, null, {
      code,
      recovery: true,
    });
    first.browser.keep(shown.cookies);
    expect(await present(first.browser)).toMatchObject({
      session: { strong: true, method: 'recovery-code' },
    });
    expect(desk.mails.at(-1)).toMatchObject({ change: 'recovery-code-used', person: { email } });
    const second = await enter(email);
    await expect(
      desk.signIn.enterByCode(second.browser.request, null, { code, recovery: true }),
    ).rejects.toMatchObject({
      message: 'Ce code de secours n’est pas valable, ou il a déjà servi.',
    });
  });

  test('is still asked after a link by mail, and makes the session another one', async () => {
    const { email, secret } = await withCodes('Sol');
    await desk.signIn.askLink(openBrowser().request, email);
    const browser = openBrowser();
    const path = desk.mails.at(-1)?.path ?? '';
    browser.keep(
      (await desk.signIn.enterByLink(browser.request, path.split('/').at(-1) ?? '')).cookies,
    );
    const weak = await present(browser);
    expect(weak.gate).toBe('second-factor');
    const before = browser.jar.get('passerelle.session_token');
    // One factor does not add another.
    await expect(
      desk.signIn.beginSecondFactor(browser.request, weak, PASSWORD),
    ).rejects.toMatchObject({
      message: 'Montrez d’abord le second facteur que vous avez déjà.',
    });
    const { cookies } = await desk.signIn.enterByCode(browser.request, weak, {
      code: codeOf(secret),
      recovery: false,
    });
    browser.keep(cookies);
    expect(browser.jar.get('passerelle.session_token')).not.toBe(before);
    expect((await present(browser)).gate).toBe('open');
    const old = openBrowser();
    old.jar.set('passerelle.session_token', before ?? '');
    expect(await visitorOf(old)).toBeNull();
  });

  test('makes wrong codes wait, in a session too', async () => {
    const { email, secret } = await withCodes('Tao');
    const { browser } = await enter(email);
    const wrong = codeOf(secret, 40);
    const outcomes: string[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await desk.signIn
        .enterByCode(browser.request, null, { code: wrong, recovery: false })
        .catch((error) => outcomes.push(error.code));
    }
    expect(outcomes).toHaveLength(8);
    expect(outcomes.at(-1)).toBe('too-many');
    await desk.owner('delete from auth.throttle');
  });

  test('that is lost is taken away by whoever runs the machine, and the record says so', async () => {
    const { id, email, browser } = await withCodes('Tess');
    await resetSecondFactor(desk.url, desk.app, email.toUpperCase());
    expect(await visitorOf(browser)).toBeNull();
    const again = await enter(email);
    expect((await present(again.browser)).gate).toBe('set-up-second-factor');
    const events = await desk.owner(
      `select actor, audience from audit_event where action = 'reset-second-factor' and subject_person = $1`,
      [id],
    );
    expect(events).toEqual([{ actor: 'operator', audience: 'people' }]);
    await expect(
      resetSecondFactor(desk.url, desk.app, 'personne@exemple.ca'),
    ).rejects.toMatchObject({
      code: 'not-found',
      message: 'Personne n’a l’adresse « personne@exemple.ca ».',
    });
  });

  test('is removed with the password', async () => {
    const { email, browser } = await withCodes('Uma', []);
    const visitor = await present(browser);
    await expect(
      desk.signIn.removeSecondFactor(browser.request, visitor, 'faux'),
    ).rejects.toMatchObject({
      message: 'Ce n’est pas votre mot de passe.',
    });
    browser.keep(await desk.signIn.removeSecondFactor(browser.request, visitor, PASSWORD));
    expect((await enter(email)).entry.kind).toBe('signed-in');
    await expect(
      desk.signIn.removeSecondFactor(browser.request, await present(browser), PASSWORD),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: 'Vous n’avez pas d’application de codes.',
    });
  });
});

describe('a sign-in link', () => {
  test('lets in once, for ten minutes', async () => {
    const { email } = await desk.person('Vic');
    await desk.signIn.askLink(openBrowser().request, ` ${email.toUpperCase()} `);
    const mail = desk.mails.at(-1);
    expect(mail).toMatchObject({
      kind: 'sign-in-link',
      person: { email },
      path: expect.stringMatching(/^\/connexion\/lien\/\w+$/),
    });
    const token = mail?.path?.split('/').at(-1) ?? '';
    const [stored] = await desk.owner<{ identifier: string; left: number }>(
      `select identifier, extract(epoch from expires_at - now())::float as left from auth.verification order by created_at desc limit 1`,
    );
    expect(stored?.identifier).not.toContain(token);
    expect(stored?.left).toBeLessThanOrEqual(600);
    const browser = openBrowser();
    browser.keep((await desk.signIn.enterByLink(browser.request, token)).cookies);
    expect((await present(browser)).session).toMatchObject({ method: 'link', strong: false });
    await expect(desk.signIn.enterByLink(openBrowser().request, token)).rejects.toMatchObject({
      code: 'forbidden',
      message:
        'Ce lien a déjà servi, ou il est trop vieux : il vaut 10 minutes, une seule fois. Demandez-en un autre.',
    });
  });

  test('goes to nobody without an account, or without access', async () => {
    const { id, email } = await desk.person('Wen');
    await desk.owner(`update person set leaves_on = local_day() where id = $1`, [id]);
    const before = desk.mails.length;
    await desk.signIn.askLink(openBrowser().request, email);
    await desk.signIn.askLink(openBrowser().request, 'inconnue@exemple.ca');
    expect(desk.mails).toHaveLength(before);
  });
});

describe('a password', () => {
  test.each([
    ['court', 'Ce mot de passe est trop court : 12 caractères au moins.'],
    ['motdepasse123', 'Ce mot de passe se devine trop vite'],
    ['passwordpassword', 'Ce mot de passe se devine trop vite'],
    ['Xavier Xavier!', 'Ce mot de passe se devine trop vite'],
    ['passerelle2026', 'Ce mot de passe se devine trop vite'],
    ['a'.repeat(201), 'Ce mot de passe est trop long : 200 caractères au plus.'],
  ])('like %j is refused', async (chosen, message) => {
    const existing = await desk.owner(`select 1 from person where email = 'xavier@exemple.ca'`);
    const { email } =
      existing.length > 0 ? { email: 'xavier@exemple.ca' } : await desk.person('Xavier');
    const { browser } = await enter(email);
    await expect(
      desk.signIn.changePassword(browser.request, await present(browser), {
        current: PASSWORD,
        chosen,
      }),
    ).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining(message) });
  });

  test('is changed with the current one: other sessions end, this one goes on under another token', async () => {
    const { email } = await desk.person('Yan');
    const other = await enter(email);
    const { browser } = await enter(email);
    const change = { current: PASSWORD, chosen: 'cinq autres mots sans lien aucun' };
    await expect(
      desk.signIn.changePassword(browser.request, await present(browser), {
        ...change,
        current: 'faux',
      }),
    ).rejects.toMatchObject({ code: 'forbidden', message: 'Ce n’est pas votre mot de passe.' });
    const before = new Map(browser.jar);
    browser.keep(await desk.signIn.changePassword(browser.request, await present(browser), change));
    expect(await visitorOf(browser)).not.toBeNull();
    expect(await visitorOf(other.browser)).toBeNull();
    const old = openBrowser();
    for (const [name, value] of before) old.jar.set(name, value);
    expect(await visitorOf(old)).toBeNull();
    await expect(enter(email)).rejects.toMatchObject(WRONG);
    expect((await enter(email, change.chosen)).entry.kind).toBe('signed-in');
  });

  test('is chosen without the old one just after a link', async () => {
    const { email } = await desk.person('Zoe');
    await desk.signIn.askLink(openBrowser().request, email);
    const browser = openBrowser();
    browser.keep(
      (
        await desk.signIn.enterByLink(
          browser.request,
          desk.mails.at(-1)?.path?.split('/').at(-1) ?? '',
        )
      ).cookies,
    );
    const chosen = 'six mots encore plus inattendus là';
    browser.keep(
      await desk.signIn.changePassword(browser.request, await present(browser), {
        current: '',
        chosen,
      }),
    );
    expect((await enter(email, chosen)).entry.kind).toBe('signed-in');
  });
});

describe('an invitation', () => {
  const given = { name: '', email: '', password: PASSWORD };
  const REFUSED = {
    code: 'forbidden',
    message: expect.stringMatching(/^Cette invitation a déjà servi, ou elle n’est plus valable\./),
  };

  test('is shown without being used, and accepted once', async () => {
    const { id, email } = await desk.person('Abel', { password: null });
    const token = await desk.invite(id);
    for (let reading = 0; reading < 3; reading += 1) {
      expect(await desk.signIn.readInvitation(openBrowser().request, token)).toMatchObject({
        person: { name: 'Abel', email },
      });
    }
    const browser = openBrowser();
    browser.keep((await desk.signIn.acceptInvitation(browser.request, token, given)).cookies);
    expect(await present(browser)).toMatchObject({ person: { id } });
    await expect(
      desk.signIn.acceptInvitation(openBrowser().request, token, given),
    ).rejects.toMatchObject(REFUSED);
  });

  test('is refused when it is too old, withdrawn, or was never made', async () => {
    const { id } = await desk.person('Bela', { password: null });
    const old = await desk.invite(id, '-1 second');
    const withdrawn = await desk.invite(id);
    await desk.owner('update invitation set revoked_at = now() where expires_at > now()');
    for (const token of [old, withdrawn, 'jamais', '']) {
      await expect(
        desk.signIn.readInvitation(openBrowser('192.0.2.200').request, token),
      ).rejects.toMatchObject(REFUSED);
    }
  });

  test('with a weak password is still there', async () => {
    const { id } = await desk.person('Ciro', { password: null });
    const token = await desk.invite(id);
    await expect(
      desk.signIn.acceptInvitation(openBrowser().request, token, { ...given, password: 'court' }),
    ).rejects.toMatchObject({ code: 'invalid' });
    expect(await desk.signIn.readInvitation(openBrowser().request, token)).toBeTruthy();
  });

  test('without a person, accepted twice at once, makes one administrator', async () => {
    await desk.owner(`delete from role_grant where role in ('administration', 'coordination')`);
    const token = await desk.invite(null);
    const accept = (name: string) =>
      desk.signIn.acceptInvitation(openBrowser().request, token, {
        name,
        email: `${name.toLowerCase()}@exemple.ca`,
        password: PASSWORD,
      });
    const both = await Promise.allSettled([accept('Jumelle'), accept('Jumeau')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const made = await desk.owner(`select 1 from role_grant where role = 'administration'`);
    expect(made).toHaveLength(1);
    expect(await desk.owner(`select 1 from person where name like 'Jume%'`)).toHaveLength(1);
  });

  test('without a person makes the first administrator, and no second one', async () => {
    await desk.owner('update person set leaves_on = leaves_on where false');
    await desk.owner(`delete from role_grant where role = 'administration'`);
    const [one, two] = [await desk.invite(null), await desk.invite(null)];
    const first = { name: 'Première', email: 'Premiere@exemple.ca', password: PASSWORD };
    await expect(
      desk.signIn.acceptInvitation(openBrowser().request, one, {
        ...first,
        email: 'pas une adresse',
      }),
    ).rejects.toMatchObject({ message: '« pas une adresse » n’est pas une adresse de courriel.' });
    await expect(
      desk.signIn.acceptInvitation(openBrowser().request, one, { ...first, name: ' ' }),
    ).rejects.toMatchObject({ message: 'Écrivez votre nom.' });
    const browser = openBrowser();
    browser.keep((await desk.signIn.acceptInvitation(browser.request, one, first)).cookies);
    expect((await present(browser)).gate).toBe('set-up-second-factor');
    await expect(
      desk.signIn.acceptInvitation(openBrowser().request, two, {
        ...first,
        email: 'autre@exemple.ca',
      }),
    ).rejects.toMatchObject({ code: 'forbidden', message: 'Il y a déjà une administration.' });
  });
});
