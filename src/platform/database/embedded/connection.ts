import pg from 'pg';
import { OWNER, readPassword } from './cluster.ts';
import type { Home } from './home.ts';

/** The database of the embedded server that holds everything Passerelle keeps. */
const DATABASE = 'passerelle';

export async function embeddedUrl(home: Home, port: number): Promise<string> {
  return `postgresql://${OWNER}:${await readPassword(home)}@127.0.0.1:${port}/${DATABASE}`;
}

/** Connects as the server's owner to the one database every server has; the caller closes it. */
export async function connectAsOwner(
  home: Home,
  port: number,
  applicationName = 'passerelle-supervision',
): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: OWNER,
    password: await readPassword(home),
    database: 'postgres',
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // Without a listener, a server that goes away while we are connected would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Runs `work` with an owner's connection that is closed afterwards. */
export async function asOwner<T>(
  home: Home,
  port: number,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connectAsOwner(home, port);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether the server at this port is the one of this folder: a port may have changed hands. */
export async function answersFor(home: Home, port: number): Promise<boolean> {
  return await asOwner(home, port, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === home.clusterDir;
  }).catch(() => false);
}

/** Makes the database on a server that was stopped between its creation and this. */
export async function ensureDatabase(home: Home, port: number): Promise<void> {
  await asOwner(home, port, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}
