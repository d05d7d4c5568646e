// Writes docs/permissions.md from the policies. Run it when a policy or an address changes:
// `npm run permissions`.

import { writeFile } from 'node:fs/promises';
import { renderPermissions } from '../src/server/permissions/render-permissions.ts';

await writeFile(new URL('permissions.md', import.meta.url), renderPermissions());
