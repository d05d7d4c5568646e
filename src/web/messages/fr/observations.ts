import type { ObservationKind, ObservationState } from '#modules/observations/rules.ts';
import { formatDayOf, formatInstant } from '#platform/i18n/dates.ts';

const kinds: Readonly<Record<ObservationKind, string>> = {
  comment: 'Commentaire',
  recommendation: 'Recommandation',
  report: 'Rapport',
};

const states: Readonly<Record<ObservationState, string>> = {
  draft: 'brouillon',
  published: 'publiée',
  withdrawn: 'retirée',
};

const dayOf = (instant: string) => formatDayOf('fr', instant);

export const observations = {
  title: 'Observations',
  lede: 'Ce qu’écrit l’observateur indépendant. Personne d’autre ne peut le modifier, le retenir ni l’effacer.',
  none: 'Rien n’est encore publié.',
  kind: (kind: ObservationKind) => kinds[kind],
  about: 'Au sujet de',
  measure: (number: string, name: string) => `mesure ${number}, ${name}`,
  addressedTo: (name: string) => `À l’attention de\u00A0: ${name}`,
  published: (at: string) => `Publié le ${dayOf(at)}`,
  revised: (at: string) => `, version du ${dayOf(at)}`,
  withdrawn: (at: string) => `Retiré le ${dayOf(at)} par l’observateur\u00A0:`,

  own: {
    title: 'Mes observations',
    lede: 'Vos brouillons ne sont vus que de l’observation. Ce que vous publiez l’est pour tous, sous votre seule autorité.',
    none: 'Rien d’écrit.',
    begin: 'Écrire',
    list: 'Vos textes',
    state: (state: ObservationState, rewritten: boolean) =>
      state === 'published' && rewritten ? 'publiée, récrite depuis' : states[state],
    written: (at: string) => `écrite le ${formatInstant('fr', at)}`,
    public: 'Voir la page publique',
  },

  one: {
    newTitle: 'Nouveau texte',
    kind: 'Nature',
    plan: 'Plan',
    noPlan: 'Aucun en particulier',
    measureNumber: 'Mesure, par son numéro',
    measureHint: 'Laissez vide si le texte porte sur tout le plan.',
    addressedTo: 'À l’attention de',
    titleField: 'Titre',
    body: 'Texte',
    bodyHint:
      'Chaque ligne est un paragraphe; une ligne qui commence par un tiret est un point d’une liste.',
    titleEn: 'Titre, en anglais',
    bodyEn: 'Texte, en anglais',
    english: 'Version anglaise (facultative)',
    save: 'Enregistrer',
    yours: 'Votre texte est resté dans le formulaire. L’autre version est dans l’historique.',
    publish: 'Publier',
    publishWhat:
      'Tous liront la version enregistrée\u00A0: enregistrez d’abord ce que vous changez.',
    confirmPublish: 'Oui, publier cette version',
    unconfirmed:
      'Rien n’a été publié\u00A0: cochez la case pour confirmer, puis choisissez «\u00A0Publier\u00A0».',
    isPublished: 'C’est la version que tous lisent.',
    withdraw: 'Retirer ce texte',
    withdrawWhat: 'Le titre restera sur la page publique, avec la date et la raison.',
    reason: 'Raison, publique',
    withdrawSubmit: 'Retirer',
    history: (count: number) => `Versions\u00A0: ${count}`,
    version: (version: number, at: string, by: string) =>
      `Version ${version}, le ${formatInstant('fr', at)}, par ${by}`,
    step: (action: 'publish' | 'withdraw', version: number, at: string) =>
      action === 'publish'
        ? `Version ${version} publiée le ${formatInstant('fr', at)}`
        : `Retiré le ${formatInstant('fr', at)}`,
    done: {
      saved: 'Le texte est enregistré.',
      unchanged: 'Rien n’a changé\u00A0: c’est déjà ce qui est enregistré.',
      published: 'Le texte est publié.',
      withdrawn: 'Le texte est retiré.',
    } as Readonly<Record<string, string>>,
    unknown: 'Ce formulaire n’est pas complet\u00A0: rouvrez la page.',
  },
};
