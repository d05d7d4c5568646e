import { beforeAll, describe, expect, test } from 'vitest';
import { openHttpSite } from '../support/http-site.ts';
import { bare, FORMATS, READ } from '../support/report-files.ts';
import { bring, coastTable, line, measure } from '../support/test-table.ts';

const site = openHttpSite();
const AS_OF = '2024-06-30';

const ask = (plan: string, format: string) =>
  site.ask(`/api/v1/plans/${plan}/report.${format}?as_of=${AS_OF}`);

/** Brings in a plan with one measure of this text. */
function withNarrative(planKey: string, narrative: string) {
  return bring(
    site.data.services,
    coastTable(AS_OF, {
      measures: [measure('1', 'Éprouver', [line('Épreuve', 0.5, { narrative })])],
    }),
    { planKey, asOf: AS_OF },
  );
}

const MARKUP =
  'Prix #1 : $5 \\ <b>pas gras</b> & *étoiles* _soulignés_ `code` = titre @ref ~ [lien]';
const RIGHT_TO_LEFT = 'الترجمة العربية ثم עברית';
const EMOJI = 'Réussi 👍🏽 👩‍⚕️ ✅';
const LONG_WORD = 'anticonstitutionnel'.repeat(16).slice(0, 300);
const HELPERS = Array.from({ length: 26 }, (_, index) => `AIDE ${index + 1}`);

describe('a plan that tries everything', () => {
  beforeAll(() =>
    bring(
      site.data.services,
      coastTable(AS_OF, {
        title: `Plan ${MARKUP}`,
        measures: [
          measure('1', `Mesure ${MARKUP}`, [
            line('Balises', 0.5, { narrative: MARKUP }),
            line('De droite à gauche', 0.1, { narrative: RIGHT_TO_LEFT }),
            line('Images', 0.2, { narrative: EMOJI }),
            line(LONG_WORD, 0.3, { narrative: `Mot : ${LONG_WORD}` }),
          ]),
          measure('2', 'À plusieurs', [line('Ensemble', 1)], {
            collaboratorText: HELPERS.join(', '),
          }),
          measure('3', 'Sans ligne', []),
        ],
      }),
      { planKey: 'hostile', asOf: AS_OF, keepUnknown: true },
    ),
  );

  test.each(FORMATS)('is whole as %s', async (format) => {
    const answer = await ask('hostile', format);
    expect(answer.status).toBe(200);
    const text = bare(await READ[format](Buffer.from(await answer.arrayBuffer())));
    for (const words of [
      MARKUP,
      LONG_WORD,
      'À plusieurs',
      'Sans ligne',
      'عربية',
      'עברית',
      '👍🏽',
      '✅',
    ]) {
      expect(text, words).toContain(bare(words));
    }
    for (const helper of HELPERS) expect(text).toContain(bare(helper));
  });
});

describe('a text of 40,000 characters', () => {
  const words = Array.from({ length: 2400 }, (_, n) => `T${n}T suivi`);
  const long = words.join(', ').padEnd(40_000, ' fin').slice(0, 40_000);
  beforeAll(() => withNarrative('longue', long));

  test.each(FORMATS.filter((format) => format !== 'xlsx'))('is whole as %s', async (format) => {
    const answer = await ask('longue', format);
    expect(answer.status).toBe(200);
    const text = bare(await READ[format](Buffer.from(await answer.arrayBuffer())));
    for (const term of long.match(/T\d+T/g) ?? []) expect(text).toContain(term);
  });

  test('is more than a cell of a workbook holds: refused, at its place', async () => {
    const answer = await ask('longue', 'xlsx');
    expect(answer.status).toBe(415);
    const { detail } = (await answer.json()) as { detail: string };
    expect(detail.replaceAll('\u00A0', ' ')).toMatch(
      /^Le classeur ne peut pas être fait : feuille « Suivi », ligne \d+, colonne « État d’avancement des mesures au 30 juin 2024 » \(1\. Éprouver\), le texte a 40 000 caractères et une cellule d’Excel en contient 32 767\./,
    );
  });
});

describe('a character that no font of the PDF draws', () => {
  beforeAll(() => withNarrative('chinois', 'Bienvenue : 歡迎'));

  test('is refused at its place, and harms no other format', async () => {
    const answer = await ask('chinois', 'pdf');
    expect(answer.status).toBe(415);
    const { detail } = (await answer.json()) as { detail: string };
    expect(detail).toContain('« 歡 » (U+6B61)');
    expect(detail).toContain('Éprouver');
    for (const format of FORMATS.filter((other) => other !== 'pdf')) {
      const other = await ask('chinois', format);
      expect(other.status, format).toBe(200);
      expect(await READ[format](Buffer.from(await other.arrayBuffer()))).toContain('歡迎');
    }
  });
});
