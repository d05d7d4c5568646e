import type pg from 'pg';
import { isSameProcess, processStamp } from '#platform/lock/process-stamp.mjs';
import { asOwner, connectAsOwner } from './connection.ts';
import type { Home } from './home.ts';

/**
 * A lease is an idle connection that stands for one user of the server. It vanishes with its
 * process, however that ends, so the server always knows who is left. Its name carries the process,
 * because PostgreSQL may still list the lease of one that has just been killed.
 */
const PREFIX = 'passerelle-lease';

export interface Lease {
  /** The server's number for this connection. */
  readonly backend: number;
  /** Gives the lease back; `onLost` is not called for it. */
  readonly end: () => Promise<void>;
}

const leaseName = (pid: number) => `${PREFIX} ${pid} ${processStamp(pid)}`;

/** Whether the process that a lease is named after still runs. */
function holderLives(name: string): boolean {
  const [, pid = '', stamp = ''] = name.split(' ');
  return isSameProcess(Number(pid), stamp);
}

/**
 * Takes a lease in this process's name.
 *
 * @param onLost called once if the server drops the connection, for example because it was killed
 */
export async function takeLease(home: Home, port: number, onLost: () => void): Promise<Lease> {
  const client = await connectAsOwner(home, port, leaseName(process.pid));
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  let ended = false;
  client.on('end', () => {
    if (!ended) onLost();
    ended = true;
  });
  return {
    backend: rows[0]?.pid ?? 0,
    end: async () => {
      if (ended) return;
      ended = true;
      await closed(client);
    },
  };
}

/** A connection that breaks while it is being closed is closed all the same. */
async function closed(client: pg.Client): Promise<void> {
  await client.end().catch(() => undefined);
}

/** Whether any other live process holds a lease on this server. */
export async function isLeasedByOthers(home: Home, port: number, own: Lease): Promise<boolean> {
  return await asOwner(home, port, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select application_name as name from pg_stat_activity
        where application_name like $1 and pid <> $2`,
      [`${PREFIX} %`, own.backend],
    );
    return rows.some(({ name }) => holderLives(name));
  });
}
