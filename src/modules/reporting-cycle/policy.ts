import { type Actor, holds, type Seat } from '#platform/actor/actor.ts';
import { definePolicy, OTHER, OWN } from '#platform/policy/policy.ts';
import {
  isWritable,
  transitionOf,
  UPDATE_STATES,
  type UpdateAction,
  type UpdateRole,
  type UpdateState,
} from './rules.ts';

/** An update, as far as who may do what with it goes; one that nobody began is an empty draft. */
export interface UpdateTarget {
  readonly organisationId: number;
  readonly measureId: number;
  /** The branches of the organisation that lead the measure; empty where it does as a whole. */
  readonly branches: readonly string[];
  readonly state: UpdateState;
  /** Whether somebody validates this line for the organisation. */
  readonly hasValidator: boolean;
}

/** Who prepares, validates, approves and reads what organisations say of the lines they lead. */
export const updatePolicy = definePolicy({
  'list-updates': {
    title: 'Voir les mises à jour d’une organisation, selon leur état',
    refusal: (actor, organisationId: number) =>
      holds(actor, 'coordination', 'direction', 'observation') || belongsTo(actor, organisationId)
        ? null
        : OF_THE_ORGANISATION,
    cases: { 'de la sienne': OWN, 'd’une autre': OTHER },
  },
  'list-handed-on': {
    title: 'Voir ce que toutes les organisations ont remis',
    refusal: (actor) =>
      holds(actor, 'coordination', 'direction', 'observation')
        ? null
        : 'Seules la coordination, la direction et l’observation voient ce que toutes les organisations ont remis.',
    cases: { '': undefined },
  },
  'read-update': {
    title: 'Lire une mise à jour',
    refusal: (actor, target: UpdateTarget) => readRefusal(actor, target),
    cases: casesOf('read'),
  },
  'write-draft': {
    title: 'Préparer une mise à jour',
    refusal: (actor, target: UpdateTarget) =>
      roleRefusal(actor, 'writer', target) ??
      (isWritable(target.state) ? null : `${STANDING[target.state]} Elle ne se modifie pas.`),
    cases: casesOf('write'),
  },
  'submit-update': {
    title: 'Soumettre une mise à jour',
    refusal: (actor, target: UpdateTarget) => stepRefusal(actor, 'submit', 'writer', target),
    cases: casesOf('write'),
  },
  'validate-update': {
    title: 'Valider une mise à jour pour son organisation',
    refusal: (actor, target: UpdateTarget) => stepRefusal(actor, 'validate', 'validator', target),
    cases: casesOf('write'),
  },
  'return-update': {
    title: 'Retourner une mise à jour, avec une raison',
    refusal: (actor, target: UpdateTarget) =>
      stepRefusal(actor, 'return', target.state === 'validated' ? 'coordination' : null, target),
    cases: casesOf('write'),
  },
  'approve-update': {
    title: 'Approuver une mise à jour',
    refusal: (actor, target: UpdateTarget) => stepRefusal(actor, 'approve', 'coordination', target),
    cases: casesOf('write'),
  },
});

const OF_THE_ORGANISATION = 'Une mise à jour n’est lue que des personnes de son organisation.';

/** Where an update stands, in a sentence that begins a refusal. */
const STANDING: Readonly<Record<UpdateState, string>> = {
  draft: 'Cette mise à jour est un brouillon.',
  returned: 'Cette mise à jour est retournée à son organisation.',
  submitted: 'Cette mise à jour attend la validation de son organisation.',
  validated: 'Cette mise à jour attend l’approbation de la coordination.',
  approved: 'Cette mise à jour est approuvée.',
};

const NOT_FROM_THERE: Readonly<Record<UpdateAction, string>> = {
  submit: 'Elle ne se soumet pas.',
  validate: 'Elle ne se valide pas.',
  return: 'Elle ne se retourne pas.',
  approve: 'Elle ne s’approuve pas.',
};

function readRefusal(actor: Actor, { organisationId, state }: UpdateTarget): string | null {
  if (actor.kind === 'system' || belongsTo(actor, organisationId)) return null;
  if (state === 'approved' && holds(actor, 'coordination', 'direction', 'observation')) return null;
  if (state === 'validated' && holds(actor, 'coordination')) return null;
  return OF_THE_ORGANISATION;
}

/** @param role who acts; null where the state says */
function stepRefusal(
  actor: Actor,
  action: UpdateAction,
  role: UpdateRole | null,
  target: UpdateTarget,
): string | null {
  const transition = transitionOf(action, target.state, target.hasValidator);
  const by = transition?.by ?? role ?? 'validator';
  return (
    roleRefusal(actor, by, target) ??
    (transition === null ? `${STANDING[target.state]} ${NOT_FROM_THERE[action]}` : null)
  );
}

function roleRefusal(actor: Actor, role: UpdateRole, target: UpdateTarget): string | null {
  if (role === 'coordination') {
    return holds(actor, 'coordination')
      ? null
      : 'Seule la coordination approuve ou retourne ce qu’une organisation lui remet.';
  }
  const own = actor.seats.filter((seat) => seat.organisationId === target.organisationId);
  const held = own.filter((seat) =>
    role === 'validator' ? seat.role === 'validator' : seat.role !== 'validator',
  );
  if (held.length === 0) {
    return role === 'validator'
      ? 'Seule une personne qui valide pour cette organisation le peut.'
      : 'Seule la personne répondante de cette organisation prépare ses mises à jour.';
  }
  const covering = held.filter((seat) => covers(seat, target));
  if (covering.length === 0) return 'Votre rôle ne porte pas sur cette mesure.';
  if (role === 'writer' && !covering.some((seat) => seat.role === 'respondent' || seat.standsIn)) {
    return 'La personne répondante est là : vous pourrez préparer pendant son absence.';
  }
  return null;
}

function covers({ branch, measureIds }: Seat, { measureId, branches }: UpdateTarget): boolean {
  return (
    (branch === null || branches.includes(branch)) &&
    (measureIds === null || measureIds.includes(measureId))
  );
}

function belongsTo(actor: Actor, organisationId: number): boolean {
  return actor.seats.some((seat) => seat.organisationId === organisationId);
}

/** Every state in one's own organisation and, of another, those that its people alone could tell apart. */
function casesOf(kind: 'read' | 'write'): Record<string, UpdateTarget> {
  const names: Readonly<Record<UpdateState, string>> = {
    draft: 'brouillon',
    submitted: 'soumise',
    validated: 'validée',
    approved: 'approuvée',
    returned: 'retournée',
  };
  const target = (organisationId: number, state: UpdateState): UpdateTarget => ({
    organisationId,
    measureId: 1,
    branches: [],
    state,
    hasValidator: true,
  });
  const others = UPDATE_STATES.filter((state) => kind === 'read' || state !== 'approved');
  return Object.fromEntries([
    ...UPDATE_STATES.map((state) => [`${names[state]}, de la sienne`, target(OWN, state)]),
    ...others.map((state) => [`${names[state]}, d’une autre`, target(OTHER, state)]),
  ]);
}
