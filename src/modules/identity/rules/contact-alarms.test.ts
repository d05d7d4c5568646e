import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ORGANISATION_ROLES } from '#platform/actor/actor.ts';
import { type Contact, contactAlarms, ENDS_SOON } from './contact-alarms.ts';
import { addDays } from './period.ts';

const TODAY = '2026-01-15';

function contact(more: Partial<Contact> = {}): Contact {
  return {
    personId: 'p',
    name: 'Aline Roy',
    role: 'respondent',
    valid: { from: '2020-01-01', until: null },
    reached: 'signed-in',
    bounced: false,
    ...more,
  };
}

const team = [
  contact({ personId: 'a' }),
  contact({ personId: 'b', role: 'alternate' }),
  contact({ personId: 'c', role: 'validator' }),
];
const kinds = (contacts: readonly Contact[], led = 1) =>
  contactAlarms(led, contacts, TODAY).map(({ kind, severity }) => `${severity} ${kind}`);

describe('an organisation', () => {
  test('whose three roles are held by people who came raises nothing', () => {
    expect(kinds(team)).toEqual([]);
  });

  test('that leads a measure and has nobody raises one alarm, which says it all', () => {
    expect(kinds([])).toEqual(['urgent nobody']);
  });

  test.each([
    ['respondent', ['urgent no-validator', 'warning no-alternate']],
    ['alternate', ['urgent no-respondent', 'urgent no-validator']],
    ['validator', ['urgent no-respondent', 'warning no-alternate']],
  ] as const)('that has a %s only raises one for each other role', (role, alarms) => {
    expect(kinds([contact({ role })])).toEqual(alarms);
  });

  test('that another respondent answers for is warned of the one who never came', () => {
    expect(kinds([...team, contact({ personId: 'd', reached: 'not-invited' })])).toEqual([
      'warning respondent-never-came',
    ]);
  });

  test.each([
    ['invited', 'warning respondent-never-came'],
    ['invitation-expired', 'urgent respondent-never-came'],
    ['not-invited', 'urgent respondent-never-came'],
  ] as const)('whose respondent is %s: %s', (reached, alarm) => {
    expect(kinds([contact({ reached }), ...team.slice(1)])).toEqual([alarm]);
  });

  test('hears of a mail that came back once a person, as urgent if they answer for it', () => {
    const bounced = { personId: 'a', bounced: true };
    expect(kinds([contact({ ...bounced, role: 'validator' }), contact(bounced), ...team])).toEqual([
      'urgent mail-bounced',
    ]);
    expect(kinds([...team, contact({ ...bounced, role: 'validator' })])).toEqual([
      'warning mail-bounced',
    ]);
  });

  test('hears of a role that ends soon, unless somebody has it after', () => {
    const until = addDays(TODAY, ENDS_SOON);
    const ending = contact({ valid: { from: '2020-01-01', until } });
    expect(kinds([ending, ...team.slice(1)])).toEqual(['warning role-ends']);
    const later = contact({ valid: { from: until, until: null } });
    expect(kinds([ending, later, ...team.slice(1)])).toEqual([]);
    const far = contact({ valid: { from: '2020-01-01', until: addDays(until, 1) } });
    expect(kinds([far, ...team.slice(1)])).toEqual([]);
  });

  test('is not reassured by a role that is over, to come, or taken back', () => {
    for (const valid of [
      { from: '2020-01-01', until: TODAY },
      { from: addDays(TODAY, 1), until: null },
      { from: null, until: null },
    ]) {
      expect(kinds([contact({ valid }), ...team.slice(1)])).toEqual(['urgent no-respondent']);
    }
  });
});

const days = fc.integer({ min: -60, max: 60 }).map((n) => addDays(TODAY, n));
const anyContact: fc.Arbitrary<Contact> = fc
  .record({
    personId: fc.constantFrom('a', 'b', 'c', 'd'),
    name: fc.constant('Aline Roy'),
    role: fc.constantFrom(...ORGANISATION_ROLES),
    from: days,
    length: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
    reached: fc.constantFrom('signed-in', 'invited', 'invitation-expired', 'not-invited'),
    bounced: fc.boolean(),
  })
  .map(({ from, length, ...rest }) => ({
    ...rest,
    valid: { from, until: length === null ? null : addDays(from, length) },
  }));
const anyContacts = fc.array(anyContact, { maxLength: 8 });

describe('whatever the people', () => {
  test('an organisation that leads nothing has no alarm', () => {
    fc.assert(fc.property(anyContacts, (contacts) => kinds(contacts, 0).length === 0));
  });

  test('urgent alarms come first', () => {
    fc.assert(
      fc.property(anyContacts, (contacts) => {
        const severities = contactAlarms(1, contacts, TODAY).map(({ severity }) => severity);
        expect(severities).toEqual(severities.toSorted());
      }),
    );
  });

  test('the order people are read in changes no alarm', () => {
    const set = (contacts: readonly Contact[]) => new Set(kinds(contacts));
    fc.assert(
      fc.property(anyContacts, (contacts) => {
        expect(set(contacts.toReversed())).toEqual(set(contacts));
      }),
    );
  });

  test('a role that is missing is said, and never while somebody holds it', () => {
    fc.assert(
      fc.property(anyContacts, (contacts) => {
        const alarms = contactAlarms(1, contacts, TODAY).map(({ kind }) => kind);
        const current = contacts.filter(
          ({ valid: { from, until } }) =>
            from !== null && from <= TODAY && (until === null || until > TODAY),
        );
        expect(alarms.includes('nobody')).toBe(current.length === 0);
        for (const role of ORGANISATION_ROLES) {
          const isHeld = current.some((one) => one.role === role);
          const isSaid = alarms.includes('nobody') || alarms.includes(`no-${role}`);
          expect(isSaid).toBe(!isHeld);
        }
      }),
    );
  });

  test('one more person who is there for good adds no alarm where there was somebody', () => {
    const someone = fc
      .tuple(anyContacts, fc.constantFrom(...ORGANISATION_ROLES))
      .map(([contacts, role]) => [...contacts, contact({ personId: 'there', role })]);
    fc.assert(
      fc.property(someone, fc.constantFrom(...ORGANISATION_ROLES), (contacts, role) => {
        const more = [...contacts, contact({ personId: 'new', role })];
        expect(contactAlarms(1, more, TODAY).length).toBeLessThanOrEqual(
          contactAlarms(1, contacts, TODAY).length,
        );
      }),
    );
  });

  test('an alarm about somebody is about somebody who has the role today', () => {
    fc.assert(
      fc.property(anyContacts, (contacts) => {
        for (const { contact: about } of contactAlarms(1, contacts, TODAY)) {
          if (about === null) continue;
          const { from, until } = about.valid;
          expect(from !== null && from <= TODAY && (until === null || until > TODAY)).toBe(true);
        }
      }),
    );
  });
});
