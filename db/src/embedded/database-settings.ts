/**
 * How the embedded PostgreSQL runs. Given on its command line, so that they follow the code and not a file made at the first start.
 * Everything else is PostgreSQL's default; fsync and full_page_writes stay on.
 */
const settings: Readonly<Record<string, string>> = {
  // Reached from this machine only, by TCP: a socket file would need a folder that both users may enter.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',

  // A small municipality on a small machine.
  max_connections: '60',
  shared_buffers: '64MB',
  io_method: 'sync',
  jit: 'off',
  max_logical_replication_workers: '0',
  huge_pages: 'off',

  // A log of PostgreSQL must never hold a word about a family or a session token. Statements, parameters and the data that error
  // messages quote are left out; the server logs its own errors with the code PostgreSQL gives.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_lock_waits: 'off',
  log_autovacuum_min_duration: '-1',
  log_checkpoints: 'off',
  debug_print_parse: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',

  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
}

export function postgresArguments(cluster: string, port: number): string[] {
  const all = { ...settings, port: String(port) }
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Text sorts by code point everywhere alike (builtin C.UTF-8); Norwegian order is asked for where it matters (COLLATE "nb-NO-x-icu"). */
export const initdbArguments = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--auth=scram-sha-256',
  '--username=postgres',
] as const
