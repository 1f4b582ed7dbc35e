/** Where everything of an installation lies. */
export const places = {
  product: "/opt/secretariat",
  current: "/opt/secretariat/current",
  releases: "/opt/secretariat/releases",
  bundle: "/opt/secretariat/bundle",
  configuration: "/etc/secretariat",
  site: "/etc/secretariat/site.yml",
  webEnvironment: "/etc/secretariat/web.env",
  tls: "/etc/secretariat/tls",
  credentials: "/etc/secretariat/credentials",
  state: "/var/lib/secretariat",
  documents: "/var/lib/secretariat/documents",
  keys: "/var/lib/secretariat/keys",
  installer: "/var/lib/secretariat/installer",
  command: "/usr/local/bin/secretariat",
} as const;
