/** Moderate: two cores, and the whole platform idle within 400 MB. Answers only this machine. */
const everywhere = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 80,
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  random_page_cost: 1.1,
  io_workers: 1,
  jit: "off",
  // Nothing at ERROR: a violated constraint is quoted with its values, and logs hold no phone numbers.
  log_min_messages: "log",
  log_checkpoints: "off",
};

export const durable = {
  ...everywhere,
  shared_buffers: "96MB",
  effective_cache_size: "1GB",
  max_wal_size: "512MB",
  synchronous_commit: "on",
};

/** For a database that is thrown away with its folder: nothing waits for the disk. */
export const throwaway = {
  ...everywhere,
  shared_buffers: "64MB",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: 0,
  autovacuum: "off",
};

export type Settings = Record<string, string | number>;

export const asFlags = (settings: Settings): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
