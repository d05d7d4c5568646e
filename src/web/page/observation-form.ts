import type { ObservationInput } from '#modules/observations/index.ts';
import { OBSERVATION_KINDS, type ObservationKind } from '#modules/observations/rules.ts';
import { textOf } from './coordination.ts';

/** The forms of an observation's page, as sent. */
export interface SentObservation {
  readonly intent: 'save' | 'publish' | 'withdraw' | null;
  readonly kind: ObservationKind;
  readonly planKey: string;
  readonly measureNumber: string;
  readonly title: string;
  readonly body: string;
  readonly titleEn: string;
  readonly bodyEn: string;
  readonly addressedTo: string;
  readonly reason: string;
  readonly confirmed: boolean;
  /** The version on the page; null where there was none. */
  readonly seen: number | null;
}

export function readObservationForm(form: FormData): SentObservation {
  const text = (name: string) => textOf(form, name);
  const seen = text('seen');
  const intent = text('intent');
  return {
    intent: intent === 'save' || intent === 'publish' || intent === 'withdraw' ? intent : null,
    kind: OBSERVATION_KINDS.find((kind) => kind === text('kind')) ?? 'comment',
    planKey: text('plan'),
    measureNumber: text('measure'),
    title: text('title'),
    body: text('body'),
    titleEn: text('titleEn'),
    bodyEn: text('bodyEn'),
    addressedTo: text('addressedTo'),
    reason: text('reason'),
    confirmed: form.has('confirm'),
    seen: seen === '' ? null : Number(seen),
  };
}

/** @param id null for a new text */
export function observationOf(sent: SentObservation, id: number | null): ObservationInput {
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    id,
    kind: sent.kind,
    planKey: orNull(sent.planKey),
    measureNumber: orNull(sent.measureNumber),
    title: sent.title,
    body: sent.body,
    titleEn: orNull(sent.titleEn),
    bodyEn: orNull(sent.bodyEn),
    addressedTo: orNull(sent.addressedTo),
    seen: sent.seen,
  };
}
