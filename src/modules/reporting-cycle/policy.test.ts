import { describe, expect, test } from 'vitest';
import {
  type Actor,
  OPERATOR,
  type PlatformRole,
  PUBLIC,
  personActor,
  type Seat,
  SYSTEM,
} from '#platform/actor/actor.ts';
import { OTHER, OWN, SELF } from '#platform/policy/policy.ts';
import { type UpdateTarget, updatePolicy } from './policy.ts';
import { UPDATE_STATES, type UpdateState } from './rules.ts';

const seat = (role: Seat['role'], more: Partial<Seat> = {}): Seat => ({
  role,
  organisationId: OWN,
  branch: null,
  measureIds: null,
  standsIn: false,
  ...more,
});
const member = (...seats: readonly Seat[]) =>
  personActor({ personId: SELF, platformRoles: [], seats, requestId: null });
const onPlatform = (role: PlatformRole) =>
  personActor({ personId: SELF, platformRoles: [role], seats: [], requestId: null });
const target = (state: UpdateState, more: Partial<UpdateTarget> = {}): UpdateTarget => ({
  organisationId: OWN,
  measureId: 7,
  branches: ['collégial'],
  state,
  hasValidator: true,
  ...more,
});

const RESPONDENT = member(seat('respondent'));
const ALTERNATE = member(seat('alternate'));
const STANDING_IN = member(seat('alternate', { standsIn: true }));
const VALIDATOR = member(seat('validator'));
const COORDINATION = onPlatform('coordination');

type Action = keyof typeof updatePolicy.rules;
const statesWhere = (action: Action, actor: Actor, more: Partial<UpdateTarget> = {}) =>
  UPDATE_STATES.filter(
    (state) => updatePolicy.rules[action].refusal(actor, target(state, more) as never) === null,
  );

describe('an update is read', () => {
  test('by everyone of its organisation, always', () => {
    for (const actor of [RESPONDENT, ALTERNATE, VALIDATOR]) {
      expect(statesWhere('read-update', actor)).toEqual(UPDATE_STATES);
      expect(statesWhere('read-update', actor, { organisationId: OTHER })).toEqual([]);
    }
  });

  test('by the coordination once it is handed on, by the direction and the observation once approved', () => {
    expect(statesWhere('read-update', COORDINATION)).toEqual(['validated', 'approved']);
    expect(statesWhere('read-update', OPERATOR)).toEqual(['validated', 'approved']);
    expect(statesWhere('read-update', onPlatform('direction'))).toEqual(['approved']);
    expect(statesWhere('read-update', onPlatform('observation'))).toEqual(['approved']);
  });

  test('by nobody else', () => {
    expect(statesWhere('read-update', onPlatform('administration'))).toEqual([]);
    expect(statesWhere('read-update', PUBLIC)).toEqual([]);
  });
});

describe('a draft is written', () => {
  test('by the respondent, while it has not left', () => {
    expect(statesWhere('write-draft', RESPONDENT)).toEqual(['draft', 'returned']);
    expect(statesWhere('write-draft', STANDING_IN)).toEqual(['draft', 'returned']);
  });

  test.each([
    [
      ALTERNATE,
      'draft',
      'La personne répondante est là : vous pourrez préparer pendant son absence.',
    ],
    [
      VALIDATOR,
      'draft',
      'Seule la personne répondante de cette organisation prépare ses mises à jour.',
    ],
    [
      COORDINATION,
      'draft',
      'Seule la personne répondante de cette organisation prépare ses mises à jour.',
    ],
    [
      SYSTEM,
      'draft',
      'Seule la personne répondante de cette organisation prépare ses mises à jour.',
    ],
    [
      member(seat('respondent', { branch: 'universitaire' })),
      'draft',
      'Votre rôle ne porte pas sur cette mesure.',
    ],
    [
      member(seat('respondent', { measureIds: [8, 9] })),
      'draft',
      'Votre rôle ne porte pas sur cette mesure.',
    ],
    [
      RESPONDENT,
      'submitted',
      'Cette mise à jour attend la validation de son organisation. Elle ne se modifie pas.',
    ],
    [RESPONDENT, 'approved', 'Cette mise à jour est approuvée. Elle ne se modifie pas.'],
  ] as const)('%# not otherwise, and the refusal says why', (actor, state, reason) => {
    expect(updatePolicy.refusal(actor, 'write-draft', target(state))).toBe(reason);
  });

  test('by whoever is limited to its branch, or to its measure', () => {
    for (const limits of [{ branch: 'collégial' }, { measureIds: [7] }]) {
      const limited = member(seat('respondent', limits));
      expect(updatePolicy.may(limited, 'write-draft', target('draft'))).toBe(true);
    }
    const branch = member(seat('respondent', { branch: 'collégial' }));
    expect(updatePolicy.may(branch, 'write-draft', target('draft', { branches: [] }))).toBe(false);
  });

  test('not by an alternate who stands in for another measure', () => {
    const elsewhere = member(
      seat('alternate'),
      seat('alternate', { measureIds: [8], standsIn: true }),
    );
    expect(updatePolicy.may(elsewhere, 'write-draft', target('draft'))).toBe(false);
  });
});

describe('an update moves on', () => {
  test('by who has the role, from where it is, and only there', () => {
    expect(statesWhere('submit-update', RESPONDENT)).toEqual(['draft', 'returned']);
    expect(statesWhere('submit-update', RESPONDENT, { hasValidator: false })).toEqual([
      'draft',
      'submitted',
      'returned',
    ]);
    expect(statesWhere('submit-update', ALTERNATE)).toEqual([]);
    expect(statesWhere('submit-update', VALIDATOR)).toEqual([]);
    expect(statesWhere('validate-update', VALIDATOR)).toEqual(['submitted']);
    expect(statesWhere('validate-update', RESPONDENT)).toEqual([]);
    expect(statesWhere('validate-update', COORDINATION)).toEqual([]);
    expect(statesWhere('return-update', VALIDATOR)).toEqual(['submitted']);
    expect(statesWhere('return-update', COORDINATION)).toEqual(['validated']);
    expect(statesWhere('return-update', RESPONDENT)).toEqual([]);
    expect(statesWhere('approve-update', COORDINATION)).toEqual(['validated']);
    for (const actor of [VALIDATOR, onPlatform('direction'), onPlatform('observation'), PUBLIC]) {
      expect(statesWhere('approve-update', actor)).toEqual([]);
    }
  });

  test('and the refusal says who, or where it stands', () => {
    const refusal = (
      actor: Actor,
      action: 'validate-update' | 'approve-update',
      state: UpdateState,
    ) => updatePolicy.refusal(actor, action, target(state));
    expect(refusal(RESPONDENT, 'validate-update', 'submitted')).toBe(
      'Seule une personne qui valide pour cette organisation le peut.',
    );
    expect(refusal(VALIDATOR, 'validate-update', 'draft')).toBe(
      'Cette mise à jour est un brouillon. Elle ne se valide pas.',
    );
    expect(refusal(VALIDATOR, 'approve-update', 'validated')).toBe(
      'Seule la coordination approuve ou retourne ce qu’une organisation lui remet.',
    );
  });
});
