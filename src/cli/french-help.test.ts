import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { speakFrench } from './french-help.ts';

function run(args: readonly string[]): { out: string; err: string } {
  const said = { out: '', err: '' };
  const program = speakFrench(new Command('passerelle')).exitOverride();
  const { outputError } = program.configureOutput();
  program.configureOutput({
    ...(outputError && { outputError }),
    writeOut: (text) => {
      said.out += text;
    },
    writeErr: (text) => {
      said.err += text;
    },
  });
  program
    .command('restore')
    .argument('<fichier>', 'la sauvegarde')
    .option('--as-of <date>', 'la date')
    .action(() => undefined);
  try {
    program.parse([...args], { from: 'user' });
  } catch {
    // What was said is what matters here.
  }
  return said;
}

describe('the command line', () => {
  test.each([[['--help']], [['restore', '--help']]])('explains itself in French: %j', (args) => {
    const { out } = run(args);
    expect(out).toContain('Emploi : passerelle');
    expect(out).not.toMatch(/Usage|Options:|Commands:|display help/);
  });

  test.each([
    [['restore'], 'Il manque un argument : fichier.'],
    [['restore', 'a', '--forc'], 'Option inconnue : --forc.'],
    [['restor'], 'Commande inconnue : restor.'],
    [['restore', 'a', 'b'], "Il y a trop d'arguments."],
    [['restore', 'a', '--as-of'], "L'option --as-of <date> attend une valeur."],
  ])('complains of %j in one line of French', (args, complaint) => {
    expect(run(args).err).toBe(`${complaint} Aide : passerelle --help\n`);
  });
});
