import { describe, expect, it } from 'vitest';
import { parseReportTemplate, textPartsOf } from './report-template.ts';
import { COAST_TEMPLATE, drawing } from './testing/template.ts';

type Change = (template: Record<string, unknown>) => unknown;

function refusalOf(change: Change): string[] {
  const template: Record<string, unknown> = structuredClone(COAST_TEMPLATE);
  try {
    parseReportTemplate(change(template));
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid' });
    const [first, ...lines] = (error as Error).message.split('\n');
    expect(first).toBe('Modèle de rapport refusé.');
    return lines;
  }
  return [];
}

const set =
  (field: string, value: unknown): Change =>
  (template) => ({ ...template, [field]: value });
const heading = { fr: 'Titre', en: null };
const made = (kind: string, more: object = {}) => ({ kind, level: 1, heading, ...more });
const text = (key: string, more: object = {}) =>
  made('text', { key, lasting: true, required: false, ...more });
const parts = (...given: object[]) => set('parts', given);
const logo = (more: object) => set('logo', { svg: drawing(), ratio: 3, alt: heading, ...more });

describe('a template', () => {
  it('is read as it is, its colour in lower case and its texts tidied', () => {
    const given = {
      ...COAST_TEMPLATE,
      accent: '#AABBCC',
      title: { fr: '  Bilan ', en: 'e\u0301' },
    };
    expect(parseReportTemplate(given)).toEqual({
      ...COAST_TEMPLATE,
      accent: '#aabbcc',
      title: { fr: 'Bilan', en: 'é' },
    });
  });

  it('may have a logo', () => {
    expect(refusalOf(logo({}))).toEqual([]);
  });

  it('gives the parts that somebody writes, in order', () => {
    expect(textPartsOf(COAST_TEMPLATE).map(({ key }) => key)).toEqual(['mot', 'membres', 'faits']);
  });

  it('may have as many chapters as it wants', () => {
    expect(refusalOf(parts(made('chapter'), made('chapter'), made('notes')))).toEqual([]);
  });
});

describe('a template is refused, with the place,', () => {
  it.each<[string, Change, string]>([
    ['that is none', () => 'modèle', 'modèle : un objet est attendu.'],
    [
      'with a colour in words',
      set('accent', 'bleu'),
      'accent : une couleur « #rrggbb » est attendue.',
    ],
    ['without a publisher', set('publisher', undefined), 'publisher : un objet est attendu.'],
    [
      'with an empty title',
      set('title', { fr: ' ', en: null }),
      'title.fr : un texte est attendu.',
    ],
    ['without a word on English', set('title', { fr: 'A' }), 'title.en : un texte est attendu.'],
    [
      'with a title of two lines',
      set('title', { fr: 'A\nB', en: null }),
      'title.fr : un texte d’une seule ligne est attendu.',
    ],
    [
      'with a title without end',
      set('title', { fr: 'A'.repeat(301), en: null }),
      'title.fr : 300 caractères au plus.',
    ],
    [
      'with a year that ends on no day',
      set('yearEndsOn', '02-30'),
      'yearEndsOn : un jour « MM-JJ » est attendu.',
    ],
    [
      'with a year that ends once',
      set('yearEndsOn', '2022-03-31'),
      'yearEndsOn : un jour « MM-JJ » est attendu.',
    ],
    [
      'with more than it may have',
      set('police', 'Arial'),
      'modèle : « police » n’y a pas sa place.',
    ],
    ['without parts', parts(), 'parts : il faut au moins une partie.'],
    [
      'with parts without end',
      parts(...Array.from({ length: 61 }, () => made('chapter'))),
      'parts : 60 parties au plus.',
    ],
    [
      'with a part of no kind',
      parts(made('sommaire')),
      'partie 1 (« Titre »), kind : choisissez parmi text, chapter, contents, sheet, acronyms, objectives, criteria, follow-up, notes, charts.',
    ],
    [
      'with a third level',
      parts(made('notes', { level: 3 })),
      'partie 1 (« Titre »), level : le niveau est 1 ou 2.',
    ],
    [
      'that begins at the second level',
      parts(made('notes', { level: 2 })),
      'partie 1 (« Titre »), level : la première partie est de niveau 1.',
    ],
    [
      'with a part without heading',
      parts({ kind: 'notes', level: 1 }),
      'partie 1, heading : un objet est attendu.',
    ],
    [
      'with a key that is none',
      parts(text('Mot du jour')),
      'partie 1 (« Titre »), key : une clé de 40 minuscules, chiffres et tirets au plus est attendue.',
    ],
    [
      'with a key without end',
      parts(text('a'.repeat(41))),
      'partie 1 (« Titre »), key : une clé de 40 minuscules, chiffres et tirets au plus est attendue.',
    ],
    [
      'that does not say whether a text lasts',
      parts(text('a', { lasting: undefined })),
      'partie 1 (« Titre »), lasting : « true » ou « false » est attendu.',
    ],
    [
      'with a key where none goes',
      parts(made('notes', { key: 'a' })),
      'partie 1 (« Titre ») : « key » n’y a pas sa place.',
    ],
    [
      'with two texts of one key',
      parts(text('a'), text('b'), text('a', { heading: { fr: 'Autre', en: null } })),
      'partie 3 (« Autre »), key : « a » est déjà la partie « Titre »; une seule peut l’être.',
    ],
    [
      'with two of one kind',
      parts(made('notes'), made('notes')),
      'partie 2 (« Titre »), kind : « notes » est déjà la partie « Titre »; une seule peut l’être.',
    ],
    [
      'with a logo that is not safe',
      logo({ svg: drawing('<script/>') }),
      'logo.svg : l’élément « script » n’est pas admis.',
    ],
    ['with a logo without proportions', logo({ ratio: 0 }), 'logo.ratio : 0,1 au moins.'],
    ['with a logo too long', logo({ ratio: 21 }), 'logo.ratio : 20 au plus.'],
    [
      'with a logo nobody can hear of',
      logo({ alt: { fr: '', en: null } }),
      'logo.alt.fr : un texte est attendu.',
    ],
    [
      'with a logo left in a file',
      logo({ svg: undefined, file: 'a.svg' }),
      'logo.svg : un texte est attendu.',
    ],
  ])('%s', (_, change, line) => {
    expect(refusalOf(change)).toContain(line);
  });

  it('whatever is wrong at once', () => {
    expect(refusalOf((template) => ({ ...template, accent: 'bleu', title: null }))).toEqual([
      'accent : une couleur « #rrggbb » est attendue.',
      'title : un objet est attendu.',
    ]);
  });

  it('but a key and a kind that are spelled alike are not the same', () => {
    expect(refusalOf(parts(text('notes'), made('notes')))).toEqual([]);
  });
});
