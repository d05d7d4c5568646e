import { beforeAll, describe, expect, test } from 'vitest';
import { ORIGIN, openHttpSite, PLAN } from '../support/http-site.ts';
import { bring, coastTable, line, measure } from '../support/test-table.ts';

const site = openHttpSite();

/** The lines of a calendar, unfolded as RFC 5545, 3.1 says; checks that each was short enough. */
function unfold(text: string): string[] {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.endsWith('END:VCALENDAR') || text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const physical of text.split('\r\n')) {
    expect(Buffer.byteLength(physical), physical).toBeLessThanOrEqual(75);
  }
  return text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((one) => one !== '');
}

/** Each event as its properties, by name without parameters. */
function eventsOf(text: string): Record<string, string>[] {
  const events: Record<string, string>[] = [];
  let current: Record<string, string> | null = null;
  for (const content of unfold(text)) {
    const at = content.indexOf(':');
    const [name = ''] = content.slice(0, at).split(';');
    if (content === 'BEGIN:VEVENT') current = {};
    else if (content === 'END:VEVENT' && current) {
      events.push(current);
      current = null;
    } else if (current) current[name] = unescapeText(content.slice(at + 1));
  }
  return events;
}

const unescapeText = (text: string) =>
  text.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));

async function calendar(plan: string, query = '') {
  const answer = await site.ask(`/api/v1/plans/${plan}/deadlines.ics${query}`);
  expect(answer.status).toBe(200);
  return { headers: answer.headers, text: await answer.text() };
}

const LONG =
  'Portrait des besoins; relevé, carte et calendrier des travaux, remis à la Régie du littoral \\ à ses partenaires';

beforeAll(() =>
  bring(
    site.data.services,
    coastTable('2024-06-30', {
      measures: [
        measure(
          '1.10',
          'Restaurer les marais',
          [
            ['Chaque année', 'Chaque année, au plus tard le 31 mars'],
            ['Floue', 'Hiver 2025'],
            ['Limite', 'D’ici l’automne 2025'],
            ['Sans fin', 'En continu'],
            ['Sans date', 'À déterminer'],
            [LONG, '31 décembre 2025'],
          ].map(([label = '', deadline = '']) =>
            line(label, 0.5, { indicator: { label, deadline } }),
          ),
        ),
      ],
    }),
    { planKey: 'littoral' },
  ),
);

describe('the feed of a plan’s deadlines', () => {
  test('is a calendar, to be read in place', async () => {
    const { headers, text } = await calendar(PLAN);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(`inline; filename="${PLAN}.ics"`);
    expect(unfold(text).slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(unfold(text)).toContain('METHOD:PUBLISH');
  });

  test('has an event for each indicator with a date, under a name of its own', async () => {
    const events = eventsOf((await calendar(PLAN)).text);
    const { measures } = await site.read<{
      measures: { indicators: { deadline: { latest: string | null } | null }[] }[];
    }>(`/plans/${PLAN}/measures`);
    const days = measures.flatMap(({ indicators }) =>
      indicators.flatMap(({ deadline }) => deadline?.latest ?? []),
    );
    expect(events.map((event) => event['DTSTART'])).toEqual(
      days.map((day) => day.replaceAll('-', '')),
    );
    expect(new Set(events.map((event) => event['UID'])).size).toBe(events.length);
  });

  test('puts what is written loosely on its last day, with the words as written', async () => {
    const events = eventsOf((await calendar('littoral')).text);
    const of = (label: string) => events.find((event) => event['SUMMARY']?.endsWith(`: ${label}`));
    expect(of('Floue')).toMatchObject({
      SUMMARY: 'Mesure 1.10 : Floue',
      DTSTART: '20250320',
      DESCRIPTION: 'Restaurer les marais\nÉchéance telle qu’écrite : Hiver 2025',
      URL: `${ORIGIN}/plans/littoral/mesures/1.10`,
    });
    expect(of('Limite')?.['DTSTART']).toBe('20251221');
  });

  test('repeats what comes back every year, and only that', async () => {
    const events = eventsOf((await calendar('littoral')).text);
    expect(events.map((event) => [event['DTSTART'], event['RRULE'] ?? null])).toEqual([
      ['20250331', 'FREQ=YEARLY'],
      ['20250320', null],
      ['20251221', null],
      ['20251231', null],
    ]);
  });

  test('folds long lines, and keeps every sign of them', async () => {
    const { text } = await calendar('littoral');
    expect(eventsOf(text).map((event) => event['SUMMARY'])).toContain(`Mesure 1.10 : ${LONG}`);
  });

  test('gives whole days, and the same bytes each time', async () => {
    const first = await calendar(PLAN);
    expect(first.text).toMatch(/\r\nDTSTART;VALUE=DATE:\d{8}\r\n/);
    expect((await calendar(PLAN)).text).toBe(first.text);
  });

  test('on a date, has the definitions of that date', async () => {
    expect(eventsOf((await calendar('littoral', '?as_of=2025-06-30')).text)[0]).toMatchObject({
      DTSTART: '20260331',
    });
  });
});
