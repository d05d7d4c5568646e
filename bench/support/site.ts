import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Workshop } from './workshop.ts';

/** A server that answers. */
export interface Site {
  readonly address: string;
  readonly process: ChildProcess;
}

const LAUNCHER = fileURLToPath(new URL('../../bin/passerelle.mjs', import.meta.url));

/** The built-in plan, and its address on the site. */
export const PLAN = 'pole-2019-2024';
export const planPath = (plan: string) => `/plans/${plan}`;
export const measuresPath = (plan: string) => `/api/v1/plans/${plan}/measures`;

/** The site of the workshop's data folder, as an operator serves it. */
export async function startSite(workshop: Workshop): Promise<Site> {
  const child = workshop.start(process.execPath, [LAUNCHER, 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { address: await announcedAddress(child), process: child };
}

/** The first address that a process writes: it answers there from then on. */
export async function announcedAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    if (address) {
      // What it may still write must not fill the pipe and hold it up.
      child.stdout.resume();
      return address;
    }
  }
  throw new Error('the server ended before it was ready');
}

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly headers: Headers;
  /** After redirections. */
  readonly url: string;
}

/** @throws when the answer is not a success */
export async function get(url: string): Promise<Answer> {
  const answer = await ask(url);
  if (answer.status >= 300) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}

/** What a visitor gets, if it be a refusal. */
export async function ask(url: string): Promise<Answer> {
  const response = await fetch(url);
  return {
    status: response.status,
    body: Buffer.from(await response.arrayBuffer()),
    headers: response.headers,
    url: response.url,
  };
}
