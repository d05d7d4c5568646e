// Run as a process of its own by the tests: holds a database until its standard input is closed.

import { text } from 'node:stream/consumers';
import { acquireDatabase } from '#platform/database/embedded/acquire-database.ts';

const [dataDir = ''] = process.argv.slice(2);
const { url, relocated, release } = await acquireDatabase({ databaseUrl: null, dataDir });
console.log(JSON.stringify({ url, relocated }));
await text(process.stdin);
await release();
