import type { Frame } from '../page/frame.ts';

/** The frame of a plan's page. */
export function planFrame(changes: Partial<Frame> = {}): Frame {
  return {
    locale: 'fr',
    page: 'plan',
    params: { plan: 'essai' },
    query: {},
    asOf: null,
    plan: { key: 'essai', title: { fr: 'Plan d’essai', en: null } },
    english: true,
    demo: false,
    work: null,
    place: null,
    formToken: null,
    ...changes,
  };
}
