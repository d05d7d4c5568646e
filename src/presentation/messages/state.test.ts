import { describe, expect, it } from 'vitest';
import { planMessages as messages } from '../messages.ts';
import { indicatorState } from '../testing/plan-fixtures.ts';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('a deadline in words', () => {
  const cases = [
    [
      'Décembre 2020',
      0.33,
      'décembre 2020, dépassée de 15 mois',
      'December 2020, overdue by 15 months',
    ],
    [
      '15 mars 2022',
      0.2,
      '15 mars 2022, dépassée depuis moins d’un mois',
      'March 15, 2022, overdue by less than a month',
    ],
    [
      '28 février 2022',
      0.2,
      '28 février 2022, dépassée de 1 mois',
      'February 28, 2022, overdue by 1 month',
    ],
    [
      '31 mars 2022',
      0.46,
      '31 mars 2022, non atteinte à l’échéance',
      'March 31, 2022, not met on the day',
    ],
    ['31 mars 2022', 1, '31 mars 2022, atteinte', 'March 31, 2022, met'],
    ['Automne 2020', null, 'automne 2020, passée, sans chiffre', 'fall 2020, passed, no figure'],
    ['Hiver 2023', 0.15, 'hiver 2023', 'winter 2023'],
    ['En continu', 0.5, 'en continu', 'ongoing'],
    ['Selon les besoins', 0.5, 'sans date : « selon les besoins »', 'no date: “selon les besoins”'],
    ['', null, 'sans date', 'no date'],
  ] as const;

  it.each(cases)('%s at %s', (written, progress, french, english) => {
    const indicator = indicatorState(written, progress);
    expect(plain(messages.fr.state.deadline(indicator).text)).toBe(french);
    expect(plain(messages.en.state.deadline(indicator).text)).toBe(english);
  });

  it('is a sentence on the page of its measure', () => {
    const sentence = (written: string, progress: number | null) =>
      plain(messages.fr.state.deadlineSentence(indicatorState(written, progress)).text);
    expect(sentence('Décembre 2020', 0.33)).toBe('Échéance dépassée de 15 mois : décembre 2020');
    expect(sentence('31 mars 2022', 0.46)).toBe('Non atteinte à l’échéance (31 mars 2022)');
    expect(sentence('31 mars 2022', 1)).toBe('Échéance atteinte : 31 mars 2022');
    expect(sentence('En continu', 0.5)).toBe('En continu, sans date de fin');
    expect(sentence('', 0.5)).toBe('Sans date');
    expect(sentence('2020', null)).toBe('Échéance passée, sans chiffre pour en juger : 2020');
    expect(sentence('Hiver 2023', 0)).toBe('Échéance : hiver 2023');
  });

  it('says when there is none', () => {
    const none = { ...indicatorState('', null), deadline: null };
    expect(messages.fr.state.deadline(none).text).toBe('sans échéance');
    expect(messages.en.state.deadlineSentence(none).text).toBe('No deadline');
  });
});

describe('a figure in words', () => {
  it('tells zero, missing, not applicable and nothing to report apart, in both languages', () => {
    for (const { state } of [messages.fr, messages.en]) {
      const words = [
        state.figure({ kind: 'stated', share: 0, wholeMeasure: false }, 0),
        state.figure({ kind: 'missing' }, null),
        state.figure({ kind: 'not-applicable' }, null),
        state.figure({ kind: 'nothing-to-report' }, null),
        state.figure({ kind: 'in-measure' }, null),
        state.figure({ kind: 'in-files' }, null),
        state.figure({ kind: 'not-expected' }, null),
      ];
      expect(new Set(words).size).toBe(words.length);
    }
    expect(messages.fr.state.figure({ kind: 'missing' }, null)).toBe('pas de donnée');
    expect(messages.fr.state.figure({ kind: 'not-applicable' }, null)).toBe('sans objet');
    expect(messages.fr.state.figure({ kind: 'nothing-to-report' }, null)).toBe('rien à signaler');
  });
});
