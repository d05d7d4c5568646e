import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSchema } from '#documents/document.ts';
import {
  indicatorState,
  lineState,
  measureState,
  planState,
} from '#presentation/testing/plan-fixtures.ts';
import { assembleReport } from './assemble-report.ts';
import {
  blocksOf,
  part,
  reportInput,
  saidIn,
  tablesOf,
  textPart,
  writtenText,
} from './testing/report-fixtures.ts';

const theme = (number: string, name: string, objective: string | null = null) => ({
  number,
  name: { fr: name, en: null },
  objective: objective === null ? null : { fr: objective, en: null },
  crossCutting: number === '0',
  progress: { value: 0.5, coverage: { stated: 1, expected: 1 } },
});

describe('a report', () => {
  it('names its body, its year and its date, and marks what it is from', () => {
    const document = assembleReport(
      reportInput([part('contents')], { address: 'https://passerelle.example/rapport' }),
    );
    expect(document).toMatchObject({
      language: 'fr',
      title: 'Rapport annuel 2021-2022',
      subtitle: 'Plan d’essai',
      body: 'Pôle des essais',
      publisher: 'Office des essais',
      dateline: 'Au 31 mars 2022',
      runningHead: 'Pôle des essais · Rapport annuel 2021-2022',
      draft: null,
    });
    expect(document.colophon.flat()).toContainEqual({
      kind: 'link',
      text: 'https://passerelle.example/rapport',
      href: 'https://passerelle.example/rapport',
    });
  });

  it('has no address where the site has none that anybody can reach', () => {
    expect(assembleReport(reportInput([part('contents')])).colophon).toEqual([]);
  });

  it('gives each chapter pages of its own, and turns those of the follow-up table', () => {
    const document = assembleReport(
      reportInput([
        part('contents'),
        part('chapter', 'Travaux'),
        part('objectives', 'Objectifs', 2),
        part('criteria', 'Critères', 2),
        part('follow-up', 'Suivi', 2),
        part('notes', 'Notes'),
      ]),
    );
    expect(document.sections.map(({ orientation }) => orientation)).toEqual([
      'portrait',
      'portrait',
      'landscape',
      'portrait',
    ]);
    expect(
      document.sections[1]?.blocks.flatMap((block) =>
        block.kind === 'heading' ? block.level : [],
      ),
    ).toEqual([1, 2, 2]);
  });

  it('names every part of it once', () => {
    const document = assembleReport(
      reportInput([textPart('a'), part('chapter', 'Un'), part('chapter', 'Deux'), part('notes')]),
    );
    const ids = blocksOf(document).flatMap((block) => (block.kind === 'heading' ? block.id : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is what the published schema says, whatever the plan', () => {
    const measures = [
      measureState('1', { indicators: [indicatorState('Décembre 2020', 0.3)] }),
      measureState('2', { lines: [] }),
    ];
    const document = assembleReport(
      reportInput(
        [part('sheet'), part('objectives'), part('follow-up'), part('charts'), part('notes')],
        { state: planState(measures, { themes: [theme('1', 'Information')] }) },
      ),
    );
    expect(documentSchema.parse(document)).toEqual(document);
  });
});

describe('a text of the report', () => {
  it('stands as it was written', () => {
    const texts = new Map([['message', writtenText('message', 'Un mot.\n• un\n• deux')]]);
    const document = assembleReport(reportInput([textPart('message')], { texts }));
    expect(document.draft).toBeNull();
    expect(blocksOf(document).slice(1)).toMatchObject([
      { kind: 'paragraph', content: [{ text: 'Un mot.' }] },
      { kind: 'list', items: [[{ text: 'un' }], [{ text: 'deux' }]] },
    ]);
  });

  it('shows as missing in a draft while nobody wrote it', () => {
    const document = assembleReport(reportInput([textPart('message')]));
    expect(document.draft).toBe('Projet');
    expect(blocksOf(document)).toContainEqual(
      expect.objectContaining({
        kind: 'paragraph',
        role: 'missing',
        content: [
          {
            kind: 'text',
            text: 'Texte à écrire\u00A0: Texte message, au 31 mars 2022. Tant qu’il manque, ce rapport est un projet.',
          },
        ],
      }),
    );
  });

  it('leaves no hole where it is not required', () => {
    const document = assembleReport(
      reportInput([textPart('thanks', { required: false }), part('notes')]),
    );
    expect(document.draft).toBeNull();
    expect(saidIn(document)).not.toContain('Texte thanks');
  });

  it('is in French, and marked as such, in an English report without a translation', () => {
    const texts = new Map([['message', writtenText('message', 'Un mot.')]]);
    const document = assembleReport(reportInput([textPart('message')], { texts, locale: 'en' }));
    expect(document.title).toBe('Annual report 2021-2022');
    expect(blocksOf(document)).toMatchObject([
      { kind: 'heading', content: [{ text: 'Text message' }] },
      { kind: 'paragraph', content: [{ text: 'Un mot.', lang: 'fr' }] },
    ]);
  });
});

describe('the acronyms', () => {
  const term = (label: string, fr: string, labelEn: string | null = null) => ({
    label: { fr: label, en: labelEn },
    definition: { fr, en: null },
    organisation: null,
  });
  const listed = (texts: string, more: Parameters<typeof reportInput>[1] = {}) => {
    const document = assembleReport(
      reportInput([part('acronyms', 'Liste'), textPart('corps')], {
        texts: new Map([['corps', writtenText('corps', texts)]]),
        ...more,
      }),
    );
    return (tablesOf(document)[0]?.groups[0]?.rows ?? []).map(([label]) =>
      label?.content
        .flatMap((flow) =>
          flow.kind === 'paragraph' ? flow.content.map((run) => 'text' in run && run.text) : [],
        )
        .join(''),
    );
  };

  it('are those that the report uses, and nothing else', () => {
    const acronyms = [
      term('RAC', 'Reconnaissance'),
      term('GT-RAC', 'Groupe'),
      term('ARM', 'Arrangement'),
      term('Q2', 'Qualifications'),
      term('M/O', 'Ministère'),
    ];
    const vocabulary = { acronyms, terms: [] };
    expect(
      listed('Le M/O suit le GT-RAC et Q2. Un bricARM n’en est pas un.', { vocabulary }),
    ).toEqual(['GT-RAC', 'M/O', 'Q2']);
  });

  it('are found in words that a hyphen joins', () => {
    const vocabulary = { acronyms: [term('CIQ', 'Conseil'), term('BCI', 'Bureau')], terms: [] };
    expect(listed('CIQ-BCI-Fédération', { vocabulary })).toEqual(['BCI', 'CIQ']);
  });

  it('are those of organisations too, unless several share one', () => {
    const name = (fr: string) => ({ fr, en: null });
    const organisations = [
      { acronym: 'OAQ', name: name('Ordre des architectes') },
      { acronym: 'OAQ', name: name('Ordre des agronomes') },
      { acronym: 'OIQ', name: name('Ordre des ingénieurs') },
    ];
    expect(listed('OAQ et OIQ', { organisations })).toEqual(['OIQ']);
  });

  it('say that there are none', () => {
    expect(saidIn(assembleReport(reportInput([part('acronyms'), textPart('t')])))).toContain(
      'Ce rapport n’emploie aucun sigle.',
    );
  });

  it('are all used, and all that are known and used are there', () => {
    const known = ['ABC', 'DEF', 'A1', 'X-Y', 'X', 'Y'];
    const vocabulary = {
      acronyms: known.map((label) => term(label, `sens de ${label}`)),
      terms: [],
    };
    const word = fc.constantFrom(...known, 'abc', 'ABCD', 'mot', 'DEF-mot', 'X-Z');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const used = known.filter((label) =>
          words.some(
            (one) => one === label || (!known.includes(one) && one.split('-').includes(label)),
          ),
        );
        expect(listed(words.join(' '), { vocabulary })).toEqual(used.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

describe('the sheet', () => {
  it('is by theme beyond what one look takes in', () => {
    const measures = Array.from({ length: 61 }, (_, index) => measureState(String(index + 1)));
    const state = planState(measures, { themes: [theme('1', 'Information')] });
    const [table] = tablesOf(assembleReport(reportInput([part('sheet')], { state })));
    expect(table?.groups.flatMap(({ rows }) => rows)).toHaveLength(1);
  });

  it('says each deadline aloud, and writes the ones that matter now', () => {
    const measure = measureState('2', {
      lines: [lineState({ stated: 0.3 })],
      indicators: [indicatorState('Décembre 2020', 0.3), indicatorState('Hiver 2023', 0.3)],
    });
    const state = planState([measure], { themes: [theme('1', 'Information')] });
    const document = assembleReport(reportInput([part('sheet')], { state }));
    const [, lane] = tablesOf(document)[0]?.groups[0]?.rows[0] ?? [];
    const runs = lane?.content.flatMap((flow) => (flow.kind === 'paragraph' ? flow.content : []));
    expect(runs).toMatchObject([
      { kind: 'graphic', alt: 'décembre 2020, dépassée de 15 mois; hiver 2023' },
      { kind: 'text', text: 'décembre 2020, dépassée de 15 mois', tone: 'late' },
    ]);
  });
});
