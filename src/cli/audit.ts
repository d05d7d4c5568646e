import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { isRecordFormat, openRecord, type RecordFormat } from '#modules/record/index.ts';
import { OPERATOR } from '#platform/actor/actor.ts';
import { readDigestLines, writeDigest } from '#platform/audit/digest-file.ts';
import { type Digest, readDigests, readHead } from '#platform/audit/digests.ts';
import { verifyChain } from '#platform/audit/verify-chain.ts';
import { config } from '#platform/config/config.ts';
import { transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { describeBreak, describeVerification } from './describe-verification.ts';
import { parseDay } from './options.ts';
import { readInput } from './read-input.ts';
import { withServices } from './session.ts';

export function registerAudit(program: Command): void {
  const audit = program
    .command('audit')
    .usage('<commande> [options]')
    .description('vérifie le registre de ce qui a été fait, l’exporte, en donne les condensés');
  audit
    .command('verify')
    .description('recalcule la chaîne du registre; finit à 1 et nomme le premier maillon rompu')
    .option('--against <fichier>', 'compare aussi avec des condensés gardés ailleurs')
    .option('--json', 'répond en JSON')
    .action(runVerify);
  audit
    .command('export')
    .description('écrit le registre; ce qui est lu de personnes y est inscrit à son tour')
    .requiredOption('--format <format>', 'csv ou json', parseFormat)
    .option('--out <fichier>', 'fichier à écrire; à défaut, la sortie standard')
    .option('--from <AAAA-MM-JJ>', 'premier jour; à défaut, depuis le début', parseDay)
    .option('--to <AAAA-MM-JJ>', 'dernier jour; à défaut, jusqu’à maintenant', parseDay)
    .action(runExport);
  audit
    .command('digest')
    .description('écrit les condensés du registre, un par ligne, à garder ailleurs')
    .option('--now', 'ajoute celui du registre tel qu’il est maintenant')
    .action(runDigest);
}

function parseFormat(text: string): RecordFormat {
  if (!isRecordFormat(text)) throw new InvalidArgumentError('csv ou json est attendu.');
  return text;
}

interface VerifyOptions {
  readonly against?: string;
  readonly json?: boolean;
}

async function runVerify({ against, json }: VerifyOptions): Promise<void> {
  const kept = against === undefined ? [] : await readKept(against);
  await withServices(config(), async ({ db }) => {
    const found = await transact(db, OPERATOR, (tx) => verifyChain(tx, kept));
    const { broken, ...rest } = found;
    const sound = broken === null;
    console.log(
      json
        ? JSON.stringify({
            sound,
            ...rest,
            broken: broken && { ...broken, message: describeBreak(broken) },
          })
        : describeVerification(found),
    );
    if (!sound) process.exitCode = 1;
  });
}

async function readKept(path: string): Promise<Digest[]> {
  const text = new TextDecoder().decode(await readInput(path, 'des condensés'));
  try {
    return readDigestLines(text);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, `« ${path} » : ${error.message}`);
  }
}

interface ExportOptions {
  readonly format: RecordFormat;
  readonly out?: string;
  readonly from?: string;
  readonly to?: string;
}

async function runExport({ format, out, from, to }: ExportOptions): Promise<void> {
  await withServices(config(), async ({ db }) => {
    const period = { from: from ?? null, to: to ?? null };
    await openRecord(db).export(OPERATOR, period, format, (chunks) =>
      out === undefined
        ? pipeline(Readable.from(chunks), process.stdout, { end: false })
        : writeTo(out, createWriteStream(out, { mode: 0o600 }), chunks),
    );
  });
}

/** The record is not public: its file is its owner's only. */
async function writeTo(path: string, file: Writable, chunks: AsyncIterable<string>) {
  let unwritable: Error | null = null;
  file.on('error', (error) => {
    unwritable = error;
  });
  try {
    await pipeline(Readable.from(chunks), file);
  } catch (error) {
    if (error !== unwritable) throw error;
    throw new DomainError(
      'unavailable',
      `« ${path} » ne peut être écrit : vérifiez le dossier et ses droits.`,
    );
  }
}

async function runDigest({ now }: { readonly now?: boolean }): Promise<void> {
  await withServices(config(), async ({ db, today }) => {
    const digests = await transact(db, OPERATOR, async (tx) => {
      const head = now ? await readHead(tx, today()) : null;
      return [...(await readDigests(tx)), ...(head ? [head] : [])];
    });
    process.stdout.write(digests.map(writeDigest).join(''));
  });
}
