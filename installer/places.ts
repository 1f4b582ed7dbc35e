/** Where everything of ours lies on a host. What Debian's programs have of their own stands beside who writes it. */
export const places = {
  settings: "/etc/secretariat",
  site: "/etc/secretariat/site.yml",
  offices: "/etc/secretariat/offices",
  webEnvironment: "/etc/secretariat/web.env",
  tls: "/etc/secretariat/tls",
  credentials: "/etc/secretariat/credentials",
  product: "/opt/secretariat",
  releases: "/opt/secretariat/releases",
  current: "/opt/secretariat/current",
  bundle: "/opt/secretariat/bundle",
  command: "/usr/local/bin/secretariat",
  state: "/var/lib/secretariat",
  documents: "/var/lib/secretariat/documents",
  keys: "/var/lib/secretariat/keys",
  installer: "/var/lib/secretariat/installer",
  /** Gone when the machine starts again. */
  run: "/run/secretariat",
  /** While it is there, this machine's processes only read. */
  readOnlyFile: "/run/secretariat/read-only",
  figures: "/var/lib/prometheus/node-exporter",
} as const;
