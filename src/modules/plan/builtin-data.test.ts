import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { groupSchema, organisationSchema } from '#modules/organisations/index.ts';
import { planDataSchema, vocabularyDataSchema } from './plan-data.ts';

const root = new URL('../../../', import.meta.url);
const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`data/${path}`, root), 'utf8'));

const organisations = z.array(organisationSchema).parse(readJson('organisations.json'));
const groups = z.array(groupSchema).parse(readJson('groups.json'));
const plan = planDataSchema.parse(readJson('pole-2019-2024/plan.json'));
const vocabulary = vocabularyDataSchema.parse(readJson('pole-2019-2024/vocabulary.json'));

const organisationOf = new Map(organisations.map((entry) => [entry.key, entry]));
const groupOf = new Map(groups.map((entry) => [entry.key, entry]));
const lines = plan.measures.flatMap((measure) =>
  measure.lines.map((line) => ({ measure: measure.number, ...line })),
);
const parties = plan.measures.flatMap(({ leads, collaborators }) => [...leads, ...collaborators]);
const duplicates = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();

describe('organisations and groups', () => {
  test('every key is used once', () => {
    expect(duplicates([...organisationOf.keys(), ...groupOf.keys()])).toEqual([]);
    expect(organisations).toHaveLength(organisationOf.size);
    expect(groups).toHaveLength(groupOf.size);
  });

  test('the 46 orders are there, each with its sector', () => {
    const orders = organisations.filter(({ kind }) => kind === 'order');
    expect(orders).toHaveLength(46);
    expect(orders.filter(({ sector }) => !sector)).toEqual([]);
  });

  test('parents and members exist', () => {
    const cited = [
      ...organisations.flatMap(({ parent }) => parent ?? []),
      ...groups.flatMap(({ members }) => (Array.isArray(members) ? members : [])),
    ];
    expect(cited.filter((key) => !organisationOf.has(key))).toEqual([]);
  });

  test('the names of an organisation follow one another without gap or overlap', () => {
    for (const { key, names } of organisations) {
      for (const [index, name] of names.entries()) {
        if (name.from && name.to) expect(name.from < name.to, key).toBe(true);
        const next = names[index + 1];
        if (next) expect(next.from, key).toBe(name.to);
        else expect(name.to, key).toBeNull();
      }
    }
  });

  test('an alias names one organisation, and nothing a group is called', () => {
    const spellings = organisations.flatMap(({ key, aliases, names }) => [
      ...new Set(
        [...aliases, ...names.map(({ name }) => name)].map((text) => `${plain(text)}|${key}`),
      ),
    ]);
    const words = spellings.map((entry) => entry.slice(0, entry.indexOf('|')));
    const groupWords = groups.flatMap(({ label, labelEn, patterns }) => [
      ...new Set([label, ...(labelEn ? [labelEn] : []), ...patterns].map(plain)),
    ]);
    expect(duplicates([...words, ...groupWords])).toEqual([]);
  });

  test.each(['OAQ', 'OPQ'])(
    'three organisations are called %s, so it settles nothing alone',
    (acronym) => {
      const bearers = organisations.filter(({ names }) =>
        names.some((name) => name.acronym === acronym),
      );
      expect(bearers).toHaveLength(3);
      expect(organisations.filter(({ aliases }) => aliases.includes(acronym))).toEqual([]);
      for (const { key, aliases } of bearers) {
        expect(
          aliases.some((alias) => alias.startsWith(`${acronym} (`)),
          key,
        ).toBe(true);
      }
    },
  );
});

describe('the plan of 2019-2024', () => {
  test('16 measures in 5 themes, 26 lines, 20 of them with a percentage', () => {
    expect(plan.themes.map(({ number }) => number)).toEqual(['0', '1', '2', '3', '4']);
    expect(plan.measures.map(({ number }) => number)).toEqual(
      Array.from({ length: 16 }, (_, index) => String(index + 1)),
    );
    expect([...new Set(plan.measures.map(({ theme }) => theme))]).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ]);
    expect(lines).toHaveLength(26);
    expect(lines.filter(({ stated }) => stated !== null)).toHaveLength(20);
  });

  test('a figure is expected of the lines that have one, and of no other', () => {
    expect(lines.filter(({ expected, stated }) => expected !== (stated !== null))).toEqual([]);
  });

  test('lines about a whole measure or a file are those of measures 1, 6, 14 and 16', () => {
    const special = lines.filter(({ scope }) => scope !== 'indicator');
    expect(special.map(({ measure, scope, label }) => [measure, scope, label])).toEqual([
      ['1', 'measure', null],
      ['1', 'file', 'OPTMQ'],
      ['1', 'file', 'OIIAQ'],
      ['6', 'measure', null],
      ['14', 'measure', null],
      ['16', 'measure', null],
    ]);
    expect(
      lines.filter(({ scope, indicator }) => (scope === 'file') !== (indicator === null)),
    ).toEqual([]);
  });

  test('each party is an organisation or a group, under one of its spellings', () => {
    expect(organisationOf.has(plan.coordinator ?? '')).toBe(true);
    for (const party of parties) {
      const organisation = organisationOf.get(party.organisation ?? '');
      const group = groupOf.get(party.group ?? '');
      const spellings = organisation
        ? [
            ...organisation.aliases,
            ...organisation.names.flatMap(({ name, acronym }) => [name, acronym ?? name]),
          ]
        : [group?.label ?? '', ...(group?.patterns ?? [])];
      expect(Boolean(organisation) !== Boolean(group), party.text).toBe(true);
      expect(spellings.map(plain)).toContain(plain(party.text));
    }
  });

  test('a computation is about an indicator of its measure, in units that have an English name', () => {
    const units = plan.units.map(({ fr }) => fr);
    const quantity = z.object({ value: z.number(), unit: z.string() });
    const used = new Set<string>();
    for (const { computation, lines, number } of plan.measures) {
      if (!computation) continue;
      expect(
        lines.map(({ indicator }) => indicator?.label),
        number,
      ).toContain(computation.indicatorLabel);
      for (const value of Object.values({ ...computation.rule, ...computation.observation })) {
        const found = quantity.safeParse(value);
        if (found.success) used.add(found.data.unit);
      }
    }
    expect([...used].sort()).toEqual([...units].sort());
  });

  test('a summary gives the same figures in both languages', () => {
    const figures = (text: string) => (text.match(/\d+/g) ?? []).sort();
    for (const { measure, narrative, narrativeEn } of lines) {
      expect(figures(narrativeEn ?? ''), measure).toEqual(figures(narrative ?? ''));
      expect(narrativeEn === null, measure).toBe(narrative === null);
    }
  });

  test('French texts have curly apostrophes and no-break spaces', () => {
    const texts = [
      ...lines.flatMap(({ narrative }) => narrative ?? []),
      ...plan.notes.map(({ fr }) => fr),
      ...plan.criteria.map(({ fr }) => fr.description),
      ...plan.measures.flatMap(({ computation }) => computation?.note?.fr ?? []),
      ...vocabulary.acronyms.map(({ fr }) => fr),
      ...vocabulary.terms.map(({ fr }) => fr.definition),
    ];
    expect(texts.filter((text) => /'| [:;%»]|« |\d%/.test(text))).toEqual([]);
  });
});

describe('the vocabulary', () => {
  test('has every acronym of the report, and organisations that exist', () => {
    const listed =
      'ARM BCI CAIQ CERAC CIQ CISSS CFP CPMT GT-RAC IPOP MEQ MES MIFI MRIF MSSS MTESS OBNL OIIAQ OPTMQ PFÉ PPRTCE PRIIME Q2 RAC RCMO RSQ RSSS UQAC UQAM UQAR UQAT UQO UQTR'.split(
        ' ',
      );
    const acronyms = vocabulary.acronyms.map(({ acronym }) => acronym);
    expect(listed.filter((acronym) => !acronyms.includes(acronym))).toEqual([]);
    expect(duplicates(acronyms)).toEqual([]);
    for (const { organisation, acronym } of vocabulary.acronyms) {
      if (!organisation) continue;
      const names = organisationOf.get(organisation)?.names ?? [];
      expect(
        names.map((name) => name.acronym),
        acronym,
      ).toContain(acronym);
    }
  });

  test('defines each term once, in both languages', () => {
    expect(duplicates(vocabulary.terms.map(({ fr }) => fr.term))).toEqual([]);
    expect(duplicates(vocabulary.terms.map(({ en }) => en.term))).toEqual([]);
  });
});

const reference =
  process.env['PASSERELLE_REFERENCE_DIR'] ?? fileURLToPath(new URL('../shared/reference', root));
const workbookPath = `${reference}/suivi-2022-03-31.xlsx`;

describe('against the published table', () => {
  const published = async (skip: (note: string) => never) => {
    if (!existsSync(workbookPath))
      skip('The reference workbook is not here: nothing to compare with.');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(workbookPath);
    const [table, objectives] = workbook.worksheets;
    if (!table || !objectives) throw new Error('The reference workbook has two sheets.');
    const rows = table.getRows(5, table.rowCount - 4) ?? [];
    const lineRows = rows.filter((row) => !row.getCell('A').isMerged);
    const cells = lineRows.map((row) => (column: string) => row.getCell(column).text || null);
    const figures = lineRows.map((row) => row.getCell('H').value);
    return { cells, figures, objectives };
  };

  test('names, parties, indicators and deadlines are the same, to the letter', async ({ skip }) => {
    const { cells } = await published(skip);
    const ours = plan.measures.flatMap((measure) =>
      measure.lines.map((line, index) => {
        const theme = plan.themes.find(({ number }) => number === measure.theme);
        const first = [
          measure.number,
          `${theme?.number}. ${theme?.name.fr}`,
          measure.name.fr,
          measure.leadText,
          measure.collaboratorText,
        ];
        const indicator = [line.indicator?.label ?? line.label, line.indicator?.deadline ?? null];
        return [...(index === 0 ? first : first.map(() => null)), ...indicator];
      }),
    );
    expect(ours).toEqual(cells.map((cell) => [...'ABCDEFG'].map(cell)));
  });

  test('percentages are the same, and summaries stand where the report has a text', async ({
    skip,
  }) => {
    const { figures, cells } = await published(skip);
    expect(lines.map((line) => line.stated)).toEqual(figures);
    expect(lines.map(({ narrative }) => narrative !== null)).toEqual(
      cells.map((cell) => cell('I') !== null),
    );
  });

  test('objectives are the same', async ({ skip }) => {
    const { objectives } = await published(skip);
    const theirs = (objectives.getRows(2, 4) ?? []).map((row) => [
      row.getCell(1).text,
      row.getCell(2).text,
    ]);
    const ours = plan.themes
      .slice(1)
      .map(({ number, name, objective }) => [`${number}. ${name.fr}`, objective?.fr]);
    expect(ours).toEqual(theirs);
  });

  test('no summary repeats nine words in a row', async ({ skip }) => {
    const { cells } = await published(skip);
    const words = (text: string) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    const runs = (text: string) => {
      const all = words(text);
      return all.slice(8).map((_, index) => all.slice(index, index + 9).join(' '));
    };
    const theirs = new Set(cells.flatMap((cell) => runs(cell('I') ?? '')));
    expect(theirs.size).toBeGreaterThan(500);
    expect(
      lines.flatMap(({ narrative }) => runs(narrative ?? '')).filter((run) => theirs.has(run)),
    ).toEqual([]);
  });
});
