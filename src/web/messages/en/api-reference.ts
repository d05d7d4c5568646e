import type { fr } from '../fr.ts';

export const apiReference = {
  title: 'API reference',
  lede: 'Everything these pages show, readable by a program, with no key and no sign-up.',
  conventions: {
    heading: 'Conventions',
    items: [
      'Addresses begin with /api/v1. Answers are JSON, except for files.',
      'A percentage is a number from 0 to 1; null says there is none.',
      'A date is written YYYY-MM-DD.',
      'An error is a problem details object (RFC 9457): status, title, detail.',
      'Every answer carries an ETag: send it back in If-None-Match to receive nothing twice.',
    ],
  },
  machine: 'The same description, for a program (OpenAPI 3.1)',
  operations: 'Addresses',
  schemas: 'Objects',
  parameters: 'Parameters',
  answer: 'Answer',
  noParameters: 'No parameters.',
  example: 'Example:',
  required: 'required',
} satisfies typeof fr.apiReference;
