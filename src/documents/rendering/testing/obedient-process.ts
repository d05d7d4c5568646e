// A rendering process that does what the document's title says, in whatever format: for what no real
// document should ever do to it.

import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Document } from '../../document.ts';
import { answerJobs, type Render, settings } from '../answer-jobs.ts';

const orders: Readonly<Record<string, (document: Document) => unknown>> = {
  crash: () => process.abort(),
  exit: () => process.exit(0),
  'out of heap': () => {
    const held: object[] = [];
    for (;;) held.push({ at: held.length, more: [held.length] });
  },
  'out of memory': () => {
    const held: Buffer[] = [];
    for (;;) held.push(Buffer.alloc(1024 * 1024, 1));
  },
  /** Never gives its thread back. */
  hang: () => {
    for (;;);
  },
  /** Knocks at the gate whose port is the subtitle, and goes on once it opens. */
  wait: async ({ subtitle }) => {
    const knock = connect(Number(subtitle));
    await once(knock, 'connect');
    await text(knock);
  },
  refuse: () => {
    throw new DomainError('invalid', 'Le caractère « ☃ » n’a pas de dessin.', {
      characters: ['☃'],
      at: new Date(0),
    });
  },
  'refuse with a function': () => {
    throw new DomainError('invalid', 'Refusé.', { why: () => 'because' });
  },
  fail: () => {
    throw new TypeError('no such thing');
  },
  'fail with a word': () => {
    throw 'nothing';
  },
};

/** What it did, as JSON: by which process, and what that process knows. */
const obey: Render = async (document) => {
  await orders[document.title]?.(document);
  const said = {
    pid: process.pid,
    title: document.title,
    environment: Object.keys(process.env),
    arguments: process.execArgv,
    schemaAddress: settings.schemaAddress,
  };
  return new TextEncoder().encode(JSON.stringify(said));
};

const load = async () => obey;

answerJobs({ pdf: load, docx: load, html: load, xlsx: load, json: load });
