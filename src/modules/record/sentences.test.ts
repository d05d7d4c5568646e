import { describe, expect, it } from 'vitest';
import type { RecordEntry, Who } from './record-entry.ts';
import { ACTIONS, changesOf, sentenceOf } from './sentences.ts';

const CAMILLE: Who = { kind: 'person', id: 'c', name: 'Camille Roy' };
const ALIX: Who = { kind: 'person', id: 'a', name: 'Alix Côté' };
const PLAN = {
  kind: 'plan',
  key: 'estuaire',
  label: { fr: 'Plan de l’estuaire', en: 'Estuary plan' },
};
const DOCK = { key: 'quai', name: { fr: 'Régie du quai', en: 'Dock board' } };

function entry(given: Partial<RecordEntry>): RecordEntry {
  return {
    id: 1,
    occurredAt: '2025-03-03T17:00:00.000000Z',
    day: '2025-03-03',
    action: 'edit-texts',
    actorId: 'person:c',
    actor: CAMILLE,
    subject: PLAN,
    organisation: null,
    about: null,
    changes: [],
    reason: null,
    requestId: null,
    audience: 'platform',
    personId: null,
    details: {},
    link: null,
    ...given,
  };
}

const aboutAlix = {
  subject: { kind: 'person', key: 'a', label: null },
  about: ALIX,
  personId: 'a',
} as const;
const aboutSelf = {
  subject: { kind: 'person', key: 'c', label: null },
  about: CAMILLE,
  personId: 'c',
} as const;
const deadline = { field: 'deadline', before: 'été 2024', after: 'hiver 2025' };

describe('a sentence, in French', () => {
  it.each<[Partial<RecordEntry>, string]>([
    [
      { changes: [deadline] },
      'Le 3 mars 2025, Camille Roy a porté l’échéance de «\u00A0été 2024\u00A0» à «\u00A0hiver 2025\u00A0», dans le plan «\u00A0Plan de l’estuaire\u00A0».',
    ],
    [
      { changes: [{ field: 'measures.12.shortName', before: 'Quais', after: 'Quais et phares' }] },
      'Le 3 mars 2025, Camille Roy a remplacé le nom court de la mesure 12 «\u00A0Quais\u00A0» par «\u00A0Quais et phares\u00A0», dans le plan «\u00A0Plan de l’estuaire\u00A0».',
    ],
    [
      { changes: [deadline, deadline, deadline] },
      'Le 3 mars 2025, Camille Roy a modifié des textes dans le plan «\u00A0Plan de l’estuaire\u00A0».',
    ],
    [
      {
        action: 'import-follow-up',
        actor: { kind: 'operator' },
        actorId: 'operator',
        details: { file: 'suivi.xlsx', asOf: '2024-06-30', counts: { added: 2 } },
      },
      'Le 3 mars 2025, la ligne de commande a importé le tableau de suivi «\u00A0suivi.xlsx\u00A0» dans le plan «\u00A0Plan de l’estuaire\u00A0», au 30 juin 2024.',
    ],
    [
      { action: 'load-organisations', actor: { kind: 'system' }, details: { added: ['a', 'b'] } },
      'Le 3 mars 2025, Passerelle a ajouté 2 organisations.',
    ],
    [
      {
        action: 'grant-role',
        ...aboutAlix,
        organisation: DOCK,
        changes: [{ field: 'role', before: null, after: 'validator' }],
      },
      'Le 3 mars 2025, Camille Roy a donné le rôle «\u00A0valideur\u00A0» à Alix Côté, pour Régie du quai.',
    ],
    [
      {
        action: 'end-role',
        ...aboutAlix,
        changes: [{ field: 'until', before: null, after: '2025-04-01' }],
        details: { role: 'respondent' },
      },
      'Le 3 mars 2025, Camille Roy a mis fin au rôle «\u00A0répondant\u00A0» d’Alix Côté, le 1er avril 2025.',
    ],
    [
      {
        action: 'declare-absence',
        ...aboutSelf,
        changes: [
          { field: 'from', before: null, after: '2025-03-10' },
          { field: 'until', before: null, after: '2025-03-21' },
        ],
      },
      'Le 3 mars 2025, Camille Roy a déclaré son absence du 10 mars 2025 au 21 mars 2025.',
    ],
    [
      { action: 'sign-in', ...aboutSelf, details: { method: 'passkey' } },
      'Le 3 mars 2025, Camille Roy a ouvert une session, par clé d’accès.',
    ],
    [
      { action: 'reset-second-factor', ...aboutAlix, actor: { kind: 'erased', id: 'c' } },
      'Le 3 mars 2025, une personne effacée a réinitialisé le second facteur d’Alix Côté.',
    ],
    [
      {
        action: 'submit-update',
        actor: { kind: 'unseen' },
        organisation: DOCK,
        subject: { kind: 'update', key: '12', label: null },
      },
      'Le 3 mars 2025, une personne de l’organisation Régie du quai a soumis la mise à jour «\u00A012\u00A0».',
    ],
    [
      {
        action: 'submit-update',
        organisation: DOCK,
        subject: { kind: 'update', key: '12', label: null },
        changes: [{ field: 'state', before: 'draft', after: 'submitted' }],
        details: { plan: 'estuaire', measure: '7', label: 'Quai nord', asOf: '2025-03-31' },
      },
      'Le 3 mars 2025, Camille Roy a soumis la mise à jour de la ligne «\u00A0Quai nord\u00A0» de la mesure 7 au 31 mars 2025, pour Régie du quai.',
    ],
    [
      {
        action: 'edit-draft',
        subject: { kind: 'update', key: '12', label: null },
        changes: [{ field: 'value', before: 0.45, after: 0.6 }],
        details: { measure: '7', label: null, asOf: null },
      },
      'Le 3 mars 2025, Camille Roy a porté le pourcentage de «\u00A045\u00A0%\u00A0» à «\u00A060\u00A0%\u00A0», dans la mise à jour de la mesure 7.',
    ],
    [
      {
        action: 'publish-observation',
        subject: { kind: 'observation', key: '4', label: null },
        details: { kind: 'recommendation' },
      },
      'Le 3 mars 2025, Camille Roy a remis au Pôle la recommandation «\u00A04\u00A0».',
    ],
    [
      { action: 'read-personal-data', ...aboutAlix, about: { kind: 'unseen' } },
      'Le 3 mars 2025, Camille Roy a lu ce que le registre dit d’une personne.',
    ],
    [
      { action: 'dredge-harbour', subject: { kind: 'harbour', key: 'nord', label: null } },
      'Le 3 mars 2025, Camille Roy a agi sur l’élément «\u00A0nord\u00A0» (action «\u00A0dredge-harbour\u00A0»).',
    ],
  ])('%j', (given, sentence) => {
    expect(sentenceOf('fr', entry(given))).toBe(sentence);
  });
});

it('says the same in English', () => {
  expect(sentenceOf('en', entry({ changes: [deadline] }))).toBe(
    'On March 3, 2025, Camille Roy moved the deadline from “été 2024” to “hiver 2025”, in the plan “Estuary plan”.',
  );
  expect(sentenceOf('en', entry({ action: 'grant-role', ...aboutAlix, organisation: DOCK }))).toBe(
    'On March 3, 2025, Camille Roy gave the role “…” to Alix Côté, for Dock board.',
  );
});

describe.each(['fr', 'en'] as const)('every action, in %s', (locale) => {
  it.each(ACTIONS)('%s is a sentence, not a code, whatever the event lacks', (action) => {
    for (const given of [{}, aboutSelf, aboutAlix]) {
      const sentence = sentenceOf(locale, entry({ action, ...given }));
      expect(sentence).toMatch(/^(Le|On) .*Camille Roy .+[^.]\.$/);
      expect(sentence).not.toContain(action === 'comment' ? 'undefined' : action);
      expect(sentence).not.toMatch(/undefined|null|\bde [aeiou]|\bà le\b|\bde le\b/);
    }
  });
});

describe('what changed', () => {
  it('is told a line each, in words', () => {
    const changes = [
      deadline,
      { field: 'showMean', before: false, after: true },
      { field: 'leavesOn', before: null, after: '2025-04-01' },
      { field: 'objective', before: 'x'.repeat(200), after: null },
      { field: 'tirant d’eau', before: 3, after: 4.5 },
    ];
    expect(changesOf('fr', entry({ changes }))).toEqual([
      'Échéance\u00A0: «\u00A0été 2024\u00A0» → «\u00A0hiver 2025\u00A0»',
      'Affichage de la moyenne\u00A0: «\u00A0non\u00A0» → «\u00A0oui\u00A0»',
      'Départ\u00A0: «\u00A01er avril 2025\u00A0»',
      `Objectif\u00A0: «\u00A0${'x'.repeat(120)}…\u00A0» → rien`,
      'tirant d’eau\u00A0: «\u00A03\u00A0» → «\u00A04,5\u00A0»',
    ]);
    expect(changesOf('en', entry({ changes }))[1]).toBe('Whether the mean is shown: “no” → “yes”');
  });
});
