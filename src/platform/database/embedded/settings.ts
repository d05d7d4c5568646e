/** How much an embedded server may do with the disk's patience. */
export interface ServerSettings {
  readonly port: number;
  /** False only where losing everything in a power cut does not matter: the tests. */
  readonly fsync: boolean;
}

/**
 * The server's settings: small, since it stands beside the site on one machine, reachable from this
 * machine only, and the same wherever it runs. No value may need quoting: they cross a shell.
 */
export function serverOptions({ port, fsync }: ServerSettings): string {
  const settings: Readonly<Record<string, string | number>> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 60,
    shared_buffers: '48MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '256MB',
    max_worker_processes: 4,
    max_parallel_workers: 2,
    // Helper processes for reading ahead cost more memory than they save on a database this small.
    io_method: 'sync',
    jit: 'off',
    // Nobody replicates from this server.
    wal_level: 'minimal',
    max_wal_senders: 0,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // A failed statement, and the detail of why, may quote personal data; the program logs its own
    // errors, without it.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    // A user that vanishes without a word (a suspended machine) loses its lease within a minute.
    tcp_keepalives_idle: 20,
    tcp_keepalives_interval: 10,
    tcp_keepalives_count: 4,
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}
