import type { Command } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Emploi :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Global Options:': 'Options communes :',
  'Commands:': 'Commandes :',
};

/** The command line library's own complaints, which name what was typed. */
const COMPLAINTS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*?)'/, 'Option inconnue : $1.'],
  [/^error: unknown command '(.*?)'/, 'Commande inconnue : $1.'],
  [/^error: missing required argument '(.*?)'/, 'Il manque un argument : $1.'],
  [/^error: option '(.*?)' argument missing/, "L'option $1 attend une valeur."],
  [/^error: required option '(.*?)' not specified/, "L'option $1 est obligatoire."],
  [/^error: too many arguments.*/, "Il y a trop d'arguments."],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\./, "« $2 » n'est pas accepté par $1."],
  [
    /^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\./,
    "« $1 » n'est pas accepté pour $2.",
  ],
];

/** One of the library's complaints, in French. */
function frenchComplaint(text: string): string {
  const [line = ''] = text.split('\n');
  for (const [sign, french] of COMPLAINTS) {
    if (sign.test(line))
      return line
        .replace(sign, french)
        .replace(/\(Did you mean.*\)/, '')
        .trim();
  }
  return line.replace(/^error: /, '');
}

/**
 * Makes a program and the commands added to it afterwards speak French: titles of the help, its own
 * options, and the complaints about what was typed, in one line.
 */
export function speakFrench(program: Command): Command {
  return program
    .usage('<commande> [options]')
    .helpOption('-h, --help', "affiche l'aide et n'exécute rien")
    .helpCommand('help [commande]', "affiche l'aide d'une commande")
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: (option) => option.description,
    })
    .configureOutput({
      outputError: (text, write) => write(`${frenchComplaint(text)} Aide : passerelle --help\n`),
    });
}
