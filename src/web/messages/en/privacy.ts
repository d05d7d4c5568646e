import type { privacy as french } from '../fr/privacy.ts';

export const privacy: typeof french = {
  title: 'Privacy',
  lede: 'Public pages are read without making oneself known: no cookie, no script, no audience measurement. What follows is about people who sign in for their organisation.',
  kept: 'What is kept',
  columns: { what: 'What', why: 'Why', howLong: 'For how long' },
  sections: [
    {
      heading: 'Who sees it',
      items: [
        'Your colleagues of the same organisation see your name, e-mail, role and absences.',
        'The coordination, the administration and the observation also see the people of each organisation. Each time the coordination or the administration opens your page, the record says so, and you can read it.',
        'The public sees no name.',
      ],
    },
    {
      heading: 'Where it goes',
      items: [
        'Nothing leaves this installation, except the mail sent to you and, if you use it, signing in through your organisation.',
        'Only cookies needed to sign in are set, on the pages where one signs in: that of your session is gone when you leave.',
        'Nothing is sold, given, or entrusted to an analytics service.',
      ],
    },
    {
      heading: 'Your rights',
      items: [
        'To see what is kept about you and have it corrected: the Act respecting Access to documents held by public bodies and the Protection of personal information gives you that right.',
        'To remove your means of signing in and your open sessions yourself, under “My account”.',
        'To ask that your identity be erased after you leave: what you wrote for your organisation stays, without your name.',
        'To turn to the Commission d’accès à l’information if an answer does not satisfy you.',
      ],
    },
  ],
  contact: {
    heading: 'Whom to write to',
    to: (name) =>
      `To the organisation that coordinates the plan: ${name}, or to the person who invited you.`,
    general: 'To the organisation that coordinates the plan, or to the person who invited you.',
  },
};
