import type { Figure, UpdateAction, UpdateState } from '#modules/reporting-cycle/rules.ts';
import { formatDate, formatInstant } from '#platform/i18n/dates.ts';
import { formatPercent } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';
import type { updates as french } from '../fr/updates.ts';

const states: Readonly<Record<UpdateState, string>> = {
  draft: 'draft',
  submitted: 'submitted',
  validated: 'validated',
  approved: 'approved',
  returned: 'returned',
};

const figures: Readonly<Record<Exclude<Figure, 'stated'>, string>> = {
  'not-applicable': 'not applicable',
  'nothing-to-report': 'nothing to report',
  missing: 'no data',
};

const steps: Readonly<Record<UpdateAction, string>> = {
  submit: 'submitted',
  validate: 'validated for the organisation',
  return: 'returned',
  approve: 'approved',
};

const date = (isoDate: string) => formatDate('en', isoDate);

export const updates: typeof french = {
  title: 'Updates',
  figure: (figure, value) =>
    figure === 'stated' ? formatPercent('en', Number(`${value ?? 0}e2`)) : figures[figure],
  state: (state, notValidated) =>
    notValidated
      ? state === 'approved'
        ? 'approved, not validated by the organisation'
        : 'handed on, not validated by the organisation'
      : states[state],
  nothing: 'to do',
  signed: (by, at) => `${by}, ${formatInstant('en', at)}`,
  line: (number, name) => `Measure ${number}: ${name}`,

  organisation: {
    title: 'Lines to update',
    lede: (lines, begun, asOf) =>
      lines === 0
        ? `This organisation leads no line at ${date(asOf)}.`
        : `At ${date(asOf)}, ${lines} ${plural('en', lines, 'line', 'lines')}, ${begun} begun.`,
    handedOnOnly: 'You see here what the organisation handed on. Its drafts are for itself only.',
    asOf: 'Update at',
    show: 'Show',
    line: 'Line',
    last: 'Last known status',
    now: 'Update',
    wholeMeasure: 'The whole measure',
    lastAt: (asOf) => `at ${date(asOf)}`,
    never: 'none',
    notHandedOn: 'not handed on',
    notExpected: 'within the measure',
  },

  awaiting: {
    title: 'What waits for you',
    kinds: {
      validate: 'To validate',
      approve: 'To approve',
      correct: 'Returned, to correct',
      finish: 'Draft to finish',
    },
  },

  handedOn: {
    lede: 'What organisations handed on, for the coordination to approve. The public plan does not change: it will with the edition made from what is approved.',
    ledeReader:
      'What the coordination approved, before any publication. The public plan does not change yet.',
    toApprove: 'To approve',
    approved: 'Approved',
    noneToApprove: 'Nothing waits to be approved.',
    noneApproved: 'Nothing is approved yet.',
    at: (asOf) => `at ${date(asOf)}`,
  },

  one: {
    title: (number, asOf) => `Measure ${number}, update at ${date(asOf)}`,
    heading: (asOf) => `Update at ${date(asOf)}`,
    indicator: (label, deadline) =>
      deadline === null ? label : `${label} (deadline: ${deadline})`,
    standing: {
      none: 'Nothing is written yet.',
      draft: 'Draft: only the organisation’s people see it.',
      submitted: 'Submitted: it waits to be validated within the organisation.',
      validated: 'Validated: it waits for the coordination’s approval.',
      approved:
        'Approved by the coordination. The public plan does not change yet: it will with the edition made from what is approved.',
      returned: 'Returned: to be corrected, then submitted again.',
    },
    notValidated: 'The organisation had nobody to validate it.',
    returnedBecause: (by, at) => `${by} returned it on ${formatInstant('en', at)}:`,
    last: {
      title: 'What was said last time',
      at: (asOf) => `At ${date(asOf)}`,
      never: 'Nothing was ever stated for this line.',
      noNarrative: 'No text.',
    },
    form: {
      figure: 'Progress',
      kinds: {
        stated: 'A percentage',
        'nothing-to-report': 'Nothing to report',
        'not-applicable': 'Not applicable',
        missing: 'No data',
      },
      percent: 'Percentage, from 0 to 100',
      narrative: 'What was done',
      narrativeHint:
        'Each line is a paragraph; a line that begins with a dash is an item of a list.',
      difficulty: 'What stands in the way, if anything',
      save: 'Save the draft',
      saveAndSubmit: 'Save, then submit',
      yours: 'Your text is still in the form. The other version is below.',
    },
    submitAsIs: 'Submit to the coordination',
    noLonger: 'Nobody validates for the organisation any more.',
    content: 'What it says',
    difficulty: 'What stands in the way',
    notExpected: 'No figure is expected of this line: the measure’s covers it. A text is welcome.',
    noNarrative: 'No text.',
    decide: 'Your decision',
    validate: 'Validate for the organisation',
    approve: 'Approve',
    giveBack: 'Return',
    reason: 'What is to be looked at again',
    reasonHint: 'The organisation will read it.',
    history: (count) => `Versions: ${count}`,
    steps: 'Course',
    step: (action) => steps[action],
    version: (version) => `Version ${version}`,
    done: {
      save: 'The draft is saved.',
      unchanged: 'Nothing changed: it is what is saved already.',
      submit: 'The update is submitted.',
      validate: 'The update is validated: the coordination now has it.',
      return: 'The update is returned.',
      approve: 'The update is approved.',
    },
    unknown: 'This form is not complete: reopen the page.',
  },
};
