import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type ChainedEvent, canonicalText, linkHash, ORIGIN_HASH } from './chain.ts';

const EVENT: ChainedEvent = {
  id: 7,
  occurred_at: '2026-01-15T17:00:00.123456Z',
  actor: 'operator',
  action: 'edit-texts',
  subject_kind: 'plan',
  subject_key: 'estuaire',
  organisation_id: null,
  changes: '[{"after": "Été", "field": "deadline", "before": null}]',
  reason: 'À la demande du comité',
  request_id: 'a1b2c3-1',
  audience: 'platform',
  subject_person: null,
  details: '{"from": "2024-06-30"}',
};

const TEXT =
  '{"id":7,"occurred_at":"2026-01-15T17:00:00.123456Z","actor":"operator","action":"edit-texts",' +
  '"subject_kind":"plan","subject_key":"estuaire","organisation_id":null,' +
  '"changes":"[{\\"after\\": \\"Été\\", \\"field\\": \\"deadline\\", \\"before\\": null}]",' +
  '"reason":"À la demande du comité","request_id":"a1b2c3-1","audience":"platform",' +
  '"subject_person":null,"details":"{\\"from\\": \\"2024-06-30\\"}"}';

describe('the canonical text', () => {
  it('is one line of JSON, its keys in the order of the columns, however the event was made', () => {
    expect(canonicalText(EVENT)).toBe(TEXT);
    const shuffled = Object.fromEntries(Object.entries(EVENT).reverse()) as unknown as ChainedEvent;
    expect(canonicalText(shuffled)).toBe(TEXT);
  });
});

describe('a hash', () => {
  it('is what anybody computes from the hash before and the text', () => {
    const expected = createHash('sha256').update(`${ORIGIN_HASH}\n${TEXT}`, 'utf8').digest('hex');
    expect(linkHash(ORIGIN_HASH, EVENT)).toBe(expected);
  });

  it.each(Object.keys(EVENT) as (keyof ChainedEvent)[])('changes with %s', (column) => {
    const before = linkHash(ORIGIN_HASH, EVENT);
    expect(linkHash(ORIGIN_HASH, { ...EVENT, [column]: 'autre' })).not.toBe(before);
    expect(linkHash(before, EVENT)).not.toBe(before);
  });
});
