/**
 * What a host needs from Debian. Everything these depend on comes along, down to the C library: so the bundle
 * installs on the barest Debian 12, and on one that was last brought up to date long ago.
 */
export const debianWishes = [
  // the office
  "postgresql-15",
  "postgresql-client-15",
  "redis-server",
  "nginx-light",
  "poppler-utils",
  "fonts-noto-core",
  "clamav-daemon",
  "clamdscan",
  // its record, kept twice
  "pgbackrest",
  "restic",
  "rclone",
  "age",
  "ssss",
  "minisign",
  // its watch
  "prometheus",
  "prometheus-alertmanager",
  "prometheus-node-exporter",
  "prometheus-postgres-exporter",
  "prometheus-redis-exporter",
  "prometheus-blackbox-exporter",
  // the machine under it
  "systemd",
  "dbus",
  "nftables",
  "chrony",
  "apparmor", // no step installs it: Debian has it, preflight asks for it, and its updates come from here
  "logrotate",
  "acl",
  "sudo",
  "openssh-server",
  "openssh-client",
  "openssl",
  "ca-certificates",
  "curl",
  "iproute2",
  "procps",
  "util-linux",
  "zstd",
  "rsync",
  "adduser",
  "debian-archive-keyring",
  // many machines at once
  "ansible-core",
  "python3-apt",
  "python3-yaml",
] as const;

/** Checks a bundle's signature on a host that has no minisign; Debian's own archive signature vouches for them. */
export const verifierPackages = ["minisign", "libsodium23"] as const;
