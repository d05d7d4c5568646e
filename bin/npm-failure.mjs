import { SetupError } from './messages.mjs';

/** What npm or the system says, most telling first, and what it means for the person who reads it. */
const CAUSES = [
  {
    sign: /ENOSPC|no space left/i,
    french: 'Le disque est plein. Libérez environ 1 Go, puis recommencez.',
    english: 'The disk is full. Free about 1 GB, then try again.',
  },
  {
    sign: /spawn npm ENOENT|npm: (command )?not found|'npm' is not recognized/i,
    french:
      'npm est introuvable. Installez Node.js avec npm (https://nodejs.org), puis recommencez.',
    english: 'npm was not found. Install Node.js with npm (https://nodejs.org), then try again.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/,
    french:
      'Le registre de npm est injoignable. La première installation demande Internet ; vérifiez la ' +
      'connexion et le serveur mandataire (npm config get proxy), puis recommencez.',
    english:
      'The npm registry cannot be reached. The first installation needs the Internet; check the ' +
      'connection and the proxy (npm config get proxy), then try again.',
  },
  {
    sign: /EACCES|EPERM|EROFS/,
    french:
      "Ce compte n'a pas le droit d'écrire dans le dossier de Passerelle. Donnez-lui ce droit, ou " +
      'lancez la commande sous le compte qui possède le dossier.',
    english:
      "This account may not write to Passerelle's folder. Give it that right, or run the command " +
      'as the account that owns the folder.',
  },
  {
    sign: /in sync|EUSAGE|ELOCKVERIFY|EINTEGRITY/,
    french:
      "package.json et package-lock.json ne vont pas ensemble, ou un paquet reçu n'est pas celui " +
      'attendu. Reprenez une copie intacte de Passerelle ; si vous venez de changer une dépendance, ' +
      'lancez « npm install ».',
    english:
      'package.json and package-lock.json do not match, or a package is not the one expected. Get ' +
      'a clean copy of Passerelle; if you have just changed a dependency, run "npm install".',
  },
  {
    sign: /allow-?scripts|install scripts?/i,
    french:
      "npm a refusé un script d'installation que Passerelle n'a pas approuvé. Reprenez une copie " +
      'intacte de Passerelle, ou une version de npm plus récente.',
    english:
      'npm refused an install script that Passerelle has not approved. Get a clean copy of ' +
      'Passerelle, or a more recent npm.',
  },
];

const UNKNOWN = {
  french:
    "L'installation des dépendances a échoué. Vérifiez que npm fonctionne (npm --version : 10 ou " +
    'plus), puis recommencez.',
  english:
    'Installing the dependencies failed. Check that npm works (npm --version: 10 or later), then ' +
    'try again.',
};

/**
 * @param {string} output all that npm printed, or the system's error
 * @returns {SetupError} its cause and its remedy, followed by npm's own first lines
 */
export function explainNpmFailure(output) {
  const { french, english } = CAUSES.find(({ sign }) => sign.test(output)) ?? UNKNOWN;
  const said = output
    .split('\n')
    .filter((line) => line.replace(/^npm (error|ERR!)/, '').trim() !== '')
    .slice(0, 4)
    .join('\n');
  return new SetupError(french, said === '' ? english : `${english}\n\n${said}`);
}
