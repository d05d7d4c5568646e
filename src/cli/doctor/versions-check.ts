import { applicationVersion } from '#platform/config/application.ts';
import { failure, ok } from './check.ts';

const REQUIRED_NODE = 24;

/** Whether the Node that runs us is recent enough. */
export function checkVersions(node: string = process.versions.node) {
  const found = `Passerelle ${applicationVersion}, Node ${node}, ${process.platform} ${process.arch}`;
  if (Number.parseInt(node, 10) >= REQUIRED_NODE) return ok(`${found}.`);
  return failure(
    `${found} : Node ${REQUIRED_NODE} ou plus récent est demandé.`,
    'Lancez Passerelle par « npx passerelle » ou « npm start », qui prennent le bon Node.',
  );
}
