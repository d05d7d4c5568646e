import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseReportTemplate } from '#modules/report-texts/index.ts';
import { runCli } from '../../tests/support/run-cli.ts';
import { contentsOf, openTestServices } from '../../tests/support/test-site.ts';

const PLAN = 'pole-2019-2024';
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>';

const site = openTestServices();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...options: readonly string[]) =>
  runCli(site.url, folder, ['report-template', ...options]);

const write = (name: string, content: unknown) =>
  writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

async function template() {
  await site.services.refresh();
  return site.services.reportTexts.template(PLAN);
}

describe('passerelle report-template', () => {
  test('writes the template in force, which can be given back as it is', async () => {
    const { status, out, err } = await run('--plan', PLAN);
    expect([status, err]).toEqual([0, '']);
    expect(parseReportTemplate(JSON.parse(out))).toEqual(await template());
    const before = await contentsOf(site.url);
    expect(await run('--plan', PLAN, '--out', 'modele.json')).toMatchObject({
      status: 0,
      out: 'modele.json : 17 parties, dont 7 textes.\n',
    });
    expect(await readFile(join(folder, 'modele.json'), 'utf8')).toBe(out);
    expect(await run('--plan', PLAN, '--set', 'modele.json')).toMatchObject({
      status: 0,
      out: `Le plan « ${PLAN} » a déjà ce modèle.\n`,
    });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('replaces it, with the logo that stands beside the file', async () => {
    const alt = { fr: 'Un carré et son double', en: null };
    const logo = { file: 'logo.svg', ratio: 2, alt };
    await write('logo.svg', LOGO);
    await write('nouveau.json', { ...(await template()), accent: '#7A0019', logo });
    expect(await run('--plan', PLAN, '--set', 'nouveau.json', '--out', 'ecrit.json')).toMatchObject(
      {
        status: 0,
        err: '',
        out: `Modèle de rapport du plan « ${PLAN} » enregistré : 17 parties, dont 7 textes.\necrit.json : 17 parties, dont 7 textes.\n`,
      },
    );
    const expected = { accent: '#7a0019', logo: { svg: LOGO, ratio: 2, alt } };
    expect(await template()).toMatchObject(expected);
    expect(JSON.parse(await readFile(join(folder, 'ecrit.json'), 'utf8'))).toMatchObject(expected);
  });

  test.each<[string, unknown, string]>([
    [
      'a template that is wrong',
      { parts: [] },
      'Modèle de rapport refusé.\naccent : un texte est attendu.\n',
    ],
    ['what is no JSON', '{"accent": ,}', '« , » est de trop dans « {"accent": ,} ».'],
    ['what is no JSON, further on', '{"a": 1,\n "b" 2}', 'voyez la ligne 2, colonne 6.'],
    ['nothing', '', 'il est vide, ou s’arrête trop tôt.'],
    [
      'a logo out of its folder',
      { logo: { file: '../logo.svg' } },
      '« ../logo.svg » doit nommer un fichier .svg à côté du modèle.',
    ],
    ['a logo that is not there', { logo: { file: 'absent.svg' } }, 'absent.svg » ne peut être lu'],
  ])('refuses %s, says where, and leaves no trace', async (_, content, message) => {
    await write('refuse.json', content);
    const before = await contentsOf(site.url);
    const { status, out, err } = await run('--plan', PLAN, '--set', 'refuse.json');
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(message);
    expect(err).not.toContain('Erreur inattendue');
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('refuses a logo that is not safe', async () => {
    await write('logo.svg', LOGO.replace('<path', '<script>x</script><path'));
    const logo = { file: 'logo.svg', ratio: 2, alt: { fr: 'Logo', en: null } };
    await write('refuse.json', { ...(await template()), logo });
    const { status, err } = await run('--plan', PLAN, '--set', 'refuse.json');
    expect(status).toBe(1);
    expect(err).toBe(
      'Modèle de rapport refusé.\nlogo.svg : l’élément « script » n’est pas admis.\n',
    );
  });

  test.each([
    [['--plan', 'inconnu'], 'Aucun plan n’a la clé « inconnu ».\n'],
    [['--plan', 'inconnu', '--set', 'modele.json'], 'Aucun plan n’a la clé « inconnu ».\n'],
    [
      ['--plan', PLAN, '--out', 'absent/modele.json'],
      '« absent/modele.json » ne peut être écrit : vérifiez le dossier et ses droits.\n',
    ],
    [
      ['--plan', PLAN, '--set', 'absent.json'],
      'Le fichier « absent.json » ne peut être lu : vérifiez son nom et ses droits.\n',
    ],
    [[], "L'option --plan <clé> est obligatoire. Aide : passerelle --help\n"],
  ])('%j says what is wrong in one line, and fails', async (options, message) => {
    const before = await contentsOf(site.url);
    expect(await run(...options)).toEqual({ status: 1, out: '', err: message });
    expect(await contentsOf(site.url)).toEqual(before);
  });
});
