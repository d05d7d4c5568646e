import type { Figure, UpdateAction, UpdateState } from '#modules/reporting-cycle/rules.ts';
import { formatDate, formatInstant } from '#platform/i18n/dates.ts';
import { formatPercent } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';

const states: Readonly<Record<UpdateState, string>> = {
  draft: 'brouillon',
  submitted: 'soumise',
  validated: 'validée',
  approved: 'approuvée',
  returned: 'retournée',
};

const figures: Readonly<Record<Exclude<Figure, 'stated'>, string>> = {
  'not-applicable': 'sans objet',
  'nothing-to-report': 'rien à signaler',
  missing: 'pas de donnée',
};

const steps: Readonly<Record<UpdateAction, string>> = {
  submit: 'soumise',
  validate: 'validée pour l’organisation',
  return: 'retournée',
  approve: 'approuvée',
};

const date = (isoDate: string) => formatDate('fr', isoDate);

export const updates = {
  title: 'Mises à jour',
  figure: (figure: Figure, value: number | null) =>
    figure === 'stated' ? formatPercent('fr', Number(`${value ?? 0}e2`)) : figures[figure],
  state: (state: UpdateState, notValidated: boolean) =>
    notValidated
      ? state === 'approved'
        ? 'approuvée, non validée par l’organisation'
        : 'remise, non validée par l’organisation'
      : states[state],
  nothing: 'à faire',
  signed: (by: string, at: string) => `${by}, le ${formatInstant('fr', at)}`,
  line: (number: string, name: string) => `Mesure ${number}\u00A0: ${name}`,

  organisation: {
    title: 'Lignes à mettre à jour',
    lede: (lines: number, begun: number, asOf: string) =>
      lines === 0
        ? `Cette organisation n’est en charge d’aucune ligne au ${date(asOf)}.`
        : `Au ${date(asOf)}, ${lines} ${plural('fr', lines, 'ligne', 'lignes')}, dont ${begun} ${plural('fr', begun, 'commencée', 'commencées')}.`,
    handedOnOnly:
      'Vous voyez ici ce que l’organisation a remis. Ses brouillons ne sont vus que d’elle.',
    asOf: 'Mise à jour au',
    show: 'Afficher',
    line: 'Ligne',
    last: 'Dernier état connu',
    now: 'Mise à jour',
    wholeMeasure: 'La mesure entière',
    lastAt: (asOf: string) => `au ${date(asOf)}`,
    never: 'aucun',
    notHandedOn: 'non remise',
    notExpected: 'comprise dans la mesure',
  },

  awaiting: {
    title: 'Ce qui vous attend',
    kinds: {
      validate: 'À valider',
      approve: 'À approuver',
      correct: 'Retournée, à corriger',
      finish: 'Brouillon à terminer',
    },
  },

  handedOn: {
    lede: 'Ce que les organisations ont remis, et que la coordination approuve. Le plan public ne change pas\u00A0: il changera avec l’édition qui sera faite de ce qui est approuvé.',
    ledeReader:
      'Ce que la coordination a approuvé, avant toute publication. Le plan public ne change pas encore.',
    toApprove: 'À approuver',
    approved: 'Approuvées',
    noneToApprove: 'Rien n’attend d’être approuvé.',
    noneApproved: 'Rien n’est encore approuvé.',
    at: (asOf: string) => `au ${date(asOf)}`,
  },

  one: {
    title: (number: string, asOf: string) => `Mesure ${number}, mise à jour au ${date(asOf)}`,
    heading: (asOf: string) => `Mise à jour au ${date(asOf)}`,
    indicator: (label: string, deadline: string | null) =>
      deadline === null ? label : `${label} (échéance\u00A0: ${deadline})`,
    standing: {
      none: 'Rien n’est encore écrit.',
      draft: 'Brouillon\u00A0: seules les personnes de l’organisation le voient.',
      submitted: 'Soumise\u00A0: elle attend d’être validée dans l’organisation.',
      validated: 'Validée\u00A0: elle attend l’approbation de la coordination.',
      approved:
        'Approuvée par la coordination. Le plan public ne change pas encore\u00A0: il changera avec l’édition qui sera faite de ce qui est approuvé.',
      returned: 'Retournée\u00A0: elle est à corriger, puis à soumettre de nouveau.',
    },
    notValidated: 'L’organisation n’avait personne pour la valider.',
    returnedBecause: (by: string, at: string) =>
      `${by} l’a retournée le ${formatInstant('fr', at)}\u00A0:`,
    last: {
      title: 'Ce qui a été dit la dernière fois',
      at: (asOf: string) => `Au ${date(asOf)}`,
      never: 'Rien n’a jamais été déclaré pour cette ligne.',
      noNarrative: 'Sans texte.',
    },
    form: {
      figure: 'Avancement',
      kinds: {
        stated: 'Un pourcentage',
        'nothing-to-report': 'Rien à signaler',
        'not-applicable': 'Sans objet',
        missing: 'Pas de donnée',
      } satisfies Readonly<Record<Figure, string>>,
      percent: 'Pourcentage, de 0 à 100',
      narrative: 'Ce qui a été fait',
      narrativeHint:
        'Chaque ligne est un paragraphe; une ligne qui commence par un tiret est un point d’une liste.',
      difficulty: 'Ce qui fait obstacle, s’il y a lieu',
      save: 'Enregistrer le brouillon',
      saveAndSubmit: 'Enregistrer, puis soumettre',
      yours: 'Votre texte est resté dans le formulaire. L’autre version est ci-dessous.',
    },
    submitAsIs: 'Soumettre à la coordination',
    noLonger: 'Il n’y a plus personne pour valider dans l’organisation.',
    content: 'Ce qui est dit',
    difficulty: 'Ce qui fait obstacle',
    notExpected:
      'Aucun chiffre n’est attendu de cette ligne\u00A0: celui de la mesure la comprend. Un texte y est bienvenu.',
    noNarrative: 'Sans texte.',
    decide: 'Votre décision',
    validate: 'Valider pour l’organisation',
    approve: 'Approuver',
    giveBack: 'Retourner',
    reason: 'Ce qui est à revoir',
    reasonHint: 'L’organisation le lira.',
    history: (count: number) => `Versions\u00A0: ${count}`,
    steps: 'Parcours',
    step: (action: UpdateAction) => steps[action],
    version: (version: number) => `Version ${version}`,
    done: {
      save: 'Le brouillon est enregistré.',
      unchanged: 'Rien n’a changé\u00A0: c’est déjà ce qui est enregistré.',
      submit: 'La mise à jour est soumise.',
      validate: 'La mise à jour est validée\u00A0: la coordination l’a maintenant.',
      return: 'La mise à jour est retournée.',
      approve: 'La mise à jour est approuvée.',
    } as Readonly<Record<string, string>>,
    unknown: 'Ce formulaire n’est pas complet\u00A0: rouvrez la page.',
  },
};
