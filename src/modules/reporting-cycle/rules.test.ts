import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FIGURES,
  isWritable,
  parsePercent,
  saysSomething,
  TRANSITIONS,
  transitionOf,
  UPDATE_ACTIONS,
  UPDATE_STATES,
  type UpdateState,
  writePercent,
} from './rules.ts';

/** The passages of an organisation that has, or has not, a validator: each try that leads somewhere. */
function passagesOf(hasValidator: boolean) {
  return UPDATE_STATES.flatMap((from) =>
    UPDATE_ACTIONS.flatMap((action) => transitionOf(action, from, hasValidator) ?? []),
  );
}

describe('the lifecycle', () => {
  const walks = fc.record({
    hasValidator: fc.boolean(),
    actions: fc.array(fc.constantFrom(...UPDATE_ACTIONS), { maxLength: 20 }),
  });

  test('never reaches approval without each role there is, since it was last prepared', () => {
    fc.assert(
      fc.property(walks, ({ hasValidator, actions }) => {
        let state: UpdateState = 'draft';
        let roles: string[] = [];
        for (const action of actions) {
          const taken = transitionOf(action, state, hasValidator);
          if (taken === null) continue;
          state = taken.to;
          roles = state === 'returned' ? [] : [...roles, taken.by];
        }
        if (state !== 'approved') return;
        expect(roles[0]).toBe('writer');
        expect(roles.at(-1)).toBe('coordination');
        expect(roles.includes('validator')).toBe(hasValidator);
      }),
      { numRuns: 2000 },
    );
  });

  test('gives an update that left its writers to nobody’s pen, and asks a reason of every return', () => {
    for (const { action, to, needsReason } of TRANSITIONS) {
      expect(needsReason, action).toBe(action === 'return');
      expect(isWritable(to), action).toBe(action === 'return');
    }
  });

  test('ends in approval only, with a way out of every other state', () => {
    for (const hasValidator of [true, false]) {
      const passages = passagesOf(hasValidator);
      for (const state of UPDATE_STATES) {
        expect(passages.some(({ from }) => from === state)).toBe(state !== 'approved');
      }
    }
  });

  test('has one passage at most for an action, from a state', () => {
    for (const hasValidator of [true, false]) {
      const matching = TRANSITIONS.filter(
        ({ validator }) => validator === null || validator === hasValidator,
      );
      const keys = matching.map(({ action, from }) => `${action} ${from}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('goes on without the validator that it was submitted to, once there is none', () => {
    expect(transitionOf('submit', 'submitted', true)).toBeNull();
    expect(transitionOf('submit', 'submitted', false)).toMatchObject({ to: 'validated' });
  });
});

describe('a percentage, as typed', () => {
  test.each([
    ['0', 0],
    ['45', 0.45],
    ['45,5 %', 0.455],
    ['45.5%', 0.455],
    [' 33,3 ', 0.333],
    ['100\u00A0%', 1],
  ])('%j is read exactly', (text, share) => {
    expect(parsePercent(text)).toBe(share);
  });

  test.each(['', '%', 'quarante', '-1', '100,1', '101', '1e2', '4 5', '1/2', '45,', '٤٥', '0x10'])(
    '%j is none',
    (text) => {
      expect(parsePercent(text)).toBeNull();
    },
  );

  test('is what was typed, whatever was typed, and is written back as such', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (units) => {
        const text = `${Math.floor(units / 10_000)},${String(units % 10_000).padStart(4, '0')}`;
        const share = parsePercent(text);
        expect(share).toBe(Number(`${units}e-6`));
        expect(parsePercent(writePercent(share ?? 0))).toBe(share);
      }),
    );
    expect(writePercent(0.333)).toBe('33,3');
    expect(writePercent(1)).toBe('100');
  });
});

test('silence says nothing; a figure of any kind, or a text, does', () => {
  const silence = { value: null, narrative: null, difficulty: null };
  for (const figure of FIGURES) {
    expect(saysSomething({ ...silence, figure })).toBe(figure !== 'missing');
  }
  expect(saysSomething({ ...silence, figure: 'missing', narrative: 'Rien encore.' })).toBe(true);
});
