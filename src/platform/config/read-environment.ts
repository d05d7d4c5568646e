import { readFileSync } from 'node:fs';
import { DomainError } from '../errors/domain-error.ts';
import { type Environment, environment, FROM_FILES, type Variable } from './environment.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

export interface EnvironmentRead {
  readonly values: Environment;
  /** Those that `…_FILE` variables name. */
  readonly files: readonly string[];
}

/**
 * Reads and checks every variable, and the files that `…_FILE` ones name.
 *
 * @throws DomainError `invalid`, in French: one line per variable, with what it accepts
 */
export function readEnvironment(env: Variables): EnvironmentRead {
  const wrong: string[] = [];
  const files: string[] = [];
  const texts = new Map<Variable, string | undefined>();
  for (const name of Object.keys(environment.shape) as Variable[]) {
    texts.set(name, present(env[name]));
  }
  for (const name of FROM_FILES) {
    const path = present(env[`${name}_FILE`]);
    if (path === undefined) continue;
    if (texts.get(name) !== undefined) {
      wrong.push(`${name} et ${name}_FILE sont donnés tous les deux : n’en gardez qu’un.`);
      continue;
    }
    const text = readText(path);
    files.push(path);
    if (text) texts.set(name, text);
    else {
      wrong.push(
        `${name}_FILE n'est pas valable ; accepté : un fichier que ce compte peut lire, et qui ` +
          `n’est pas vide (${path}).`,
      );
    }
  }
  const read = environment.safeParse(Object.fromEntries(texts));
  for (const issue of read.error?.issues ?? []) {
    wrong.push(`${issue.path.join('.')} n'est pas valable ; ${issue.message}.`);
  }
  if (wrong.length > 0 || !read.data) throw new DomainError('invalid', wrong.join('\n'));
  return { values: read.data, files };
}

/** A variable that is set to nothing counts as absent, as in most shells' own conventions. */
function present(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
