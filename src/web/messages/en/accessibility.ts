import type { accessibility as french } from '../fr/accessibility.ts';

export const accessibility = {
  title: 'Accessibility',
  lede: 'These pages aim at Québec’s web accessibility standard (SGQRI 008 3.0), that is WCAG 2.1 at level AA. No third party has evaluated them yet.',
  sections: [
    {
      heading: 'What is done',
      items: [
        'All public pages work without script, with the keyboard alone and with a screen reader.',
        'No information depends on colour alone: each state also has its shape and its words.',
        'The drawings of deadlines and the bars are doubled by a text that says the same thing.',
        'Pages can be read at 320 pixels wide, at 400% zoom, in light, dark and high contrast, and on paper.',
      ],
    },
    {
      heading: 'How it is checked',
      items: [
        'A tool (axe-core) examines each page at each change, and any error blocks the delivery.',
        'Whole journeys are made again with the keyboard alone, in a browser.',
        'Each page is looked at in light, in dark, printed and on a narrow screen.',
      ],
    },
    {
      heading: 'What is missing',
      items: [
        'No evaluation by a third party, nor by people who use assistive technology, has taken place.',
        'Not all texts of the plan are translated: in English pages, French is announced as such.',
        'The date field is the browser’s own: its look and its comfort depend on it.',
        'The Excel files follow the layout of the follow-up table, with its merged cells; the CSV file says the same more simply.',
      ],
    },
  ],
  contact: {
    heading: 'Reporting an obstacle',
    to: (name: string) =>
      `If something stops you, write to the organisation that coordinates the plan: ${name}. Give the address of the page and what you wanted to do.`,
    general:
      'If something stops you, write to the organisation that coordinates the plan. Give the address of the page and what you wanted to do.',
  },
} satisfies typeof french;
