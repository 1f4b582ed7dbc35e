/** How the second host serves its store; the unit beside this file says the same in systemd's words. */
export interface Served {
  readonly folder: string;
  readonly address: string;
  readonly certificate: string;
  readonly key: string;
  /** Who may come in, as htpasswd writes it; each sees a repository of his own only. */
  readonly people: string;
}

export function serveCommand({ folder, address, certificate, key, people }: Served): string[] {
  const tls = ["--cert", certificate, "--key", key, "--min-tls-version", "tls1.2"];
  const doors = ["--append-only", "--private-repos", "--htpasswd", people];
  return [
    "rclone",
    "serve",
    "restic",
    ...doors,
    "--config",
    "/dev/null",
    "--addr",
    address,
    ...tls,
    folder,
  ];
}
