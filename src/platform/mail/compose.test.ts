import { expect, test } from 'vitest';
import { composeMail } from './compose.ts';

const letter = {
  locale: 'fr',
  subject: 'Votre invitation',
  greeting: 'Bonjour Zoé <b>,',
  paragraphs: ['Vous êtes invitée & attendue.', 'Deux lignes :\nla seconde.'],
  action: { label: 'Accepter', address: 'https://passerelle.example/invitation/a?b=1&c="2"' },
  notes: ['Ce lien sert une fois.'],
} as const;

test('the text says everything, the link alone on its line', () => {
  expect(composeMail(letter).text).toBe(
    [
      'Bonjour Zoé <b>,',
      'Vous êtes invitée & attendue.',
      'Deux lignes :\nla seconde.',
      'Accepter\nhttps://passerelle.example/invitation/a?b=1&c="2"',
      '-- \nCe lien sert une fois.\n',
    ].join('\n\n'),
  );
});

test('the page says it too, with nothing of its own in what was given', () => {
  const { html } = composeMail(letter);
  expect(html).toContain('<html lang="fr-CA">');
  expect(html).toContain('<p>Bonjour Zoé &lt;b&gt;,</p>');
  expect(html).toContain('<p>Vous êtes invitée &amp; attendue.</p>');
  expect(html).toContain('<p>Deux lignes :<br>la seconde.</p>');
  expect(html).toContain('href="https://passerelle.example/invitation/a?b=1&amp;c=&quot;2&quot;"');
  expect(html).toContain('<p>Ce lien sert une fois.</p>');
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).not.toMatch(/<img|<script|url\(/);
});

test('what is not given leaves nothing behind', () => {
  const { text, html } = composeMail({
    locale: 'en',
    subject: 'Hello',
    greeting: 'Hello,',
    paragraphs: ['Nothing to do.'],
  });
  expect(text).toBe('Hello,\n\nNothing to do.\n');
  expect(html).toContain('<html lang="en-CA">');
  expect(html).not.toMatch(/class="(action|notes|address)"/);
});
