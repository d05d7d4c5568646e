import type { ObservationKind, ObservationState } from '#modules/observations/rules.ts';
import { formatDayOf, formatInstant } from '#platform/i18n/dates.ts';
import type { observations as french } from '../fr/observations.ts';

const kinds: Readonly<Record<ObservationKind, string>> = {
  comment: 'Comment',
  recommendation: 'Recommendation',
  report: 'Report',
};

const states: Readonly<Record<ObservationState, string>> = {
  draft: 'draft',
  published: 'published',
  withdrawn: 'withdrawn',
};

const dayOf = (instant: string) => formatDayOf('en', instant);

export const observations: typeof french = {
  title: 'Observations',
  lede: 'What the independent observer writes. Nobody else can change it, withhold it or erase it.',
  none: 'Nothing is published yet.',
  kind: (kind) => kinds[kind],
  about: 'About',
  measure: (number, name) => `measure ${number}, ${name}`,
  addressedTo: (name) => `To the attention of: ${name}`,
  published: (at) => `Published on ${dayOf(at)}`,
  revised: (at) => `, version of ${dayOf(at)}`,
  withdrawn: (at) => `Withdrawn on ${dayOf(at)} by the observer:`,

  own: {
    title: 'My observations',
    lede: 'Your drafts are seen by the observation only. What you publish is for everyone, on your authority alone.',
    none: 'Nothing written.',
    begin: 'Write',
    list: 'Your texts',
    state: (state, rewritten) =>
      state === 'published' && rewritten ? 'published, rewritten since' : states[state],
    written: (at) => `written on ${formatInstant('en', at)}`,
    public: 'See the public page',
  },

  one: {
    newTitle: 'New text',
    kind: 'Kind',
    plan: 'Plan',
    noPlan: 'None in particular',
    measureNumber: 'Measure, by its number',
    measureHint: 'Leave empty if the text is about the whole plan.',
    addressedTo: 'To the attention of',
    titleField: 'Title, in French',
    body: 'Text, in French',
    bodyHint: 'Each line is a paragraph; a line that begins with a dash is an item of a list.',
    titleEn: 'Title, in English',
    bodyEn: 'Text, in English',
    english: 'English version (optional)',
    save: 'Save',
    yours: 'Your text is still in the form. The other version is in the history.',
    publish: 'Publish',
    publishWhat: 'Everyone will read the saved version: save first what you change.',
    confirmPublish: 'Yes, publish this version',
    unconfirmed: 'Nothing was published: tick the box to confirm, then choose “Publish”.',
    isPublished: 'This is the version everyone reads.',
    withdraw: 'Withdraw this text',
    withdrawWhat: 'The title will stay on the public page, with the date and the reason.',
    reason: 'Reason, public',
    withdrawSubmit: 'Withdraw',
    history: (count) => `Versions: ${count}`,
    version: (version, at, by) => `Version ${version}, ${formatInstant('en', at)}, by ${by}`,
    step: (action, version, at) =>
      action === 'publish'
        ? `Version ${version} published on ${formatInstant('en', at)}`
        : `Withdrawn on ${formatInstant('en', at)}`,
    done: {
      saved: 'The text is saved.',
      unchanged: 'Nothing changed: it is what is saved already.',
      published: 'The text is published.',
      withdrawn: 'The text is withdrawn.',
    },
    unknown: 'This form is not complete: reopen the page.',
  },
};
