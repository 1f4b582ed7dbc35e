/** What pgBackRest 2.45 printed; the exit code was 0 each time. */
const set = (label: string, start: number, needs: string[] | null): object => ({
  archive: { start: "000000010000000000000002", stop: "000000010000000000000005" },
  backrest: { format: 5, version: "2.45" },
  database: { id: 1, "repo-key": 1 },
  error: false,
  info: { delta: 1, repository: { delta: 1, size: 3150128 }, size: 26621655 },
  label,
  lsn: { start: "0/5000028", stop: "0/5000100" },
  prior: null,
  reference: needs,
  timestamp: { start, stop: start + 3 },
  type: needs ? "diff" : "full",
});

const told = (status: object, backup: object[]): string =>
  JSON.stringify([
    {
      archive: [],
      backup,
      cipher: "aes-256-cbc",
      db: [],
      name: "secretariat",
      repo: [{ cipher: "aes-256-cbc", key: 1, status }],
      status: { ...status, lock: { backup: { held: false } } },
    },
  ]);

export const info = {
  good: told({ code: 0, message: "ok" }, [
    set("20261122-035544F", 1795319744, null),
    set("20261122-035544F_20261122-035549D", 1795319749, ["20261122-035544F"]),
  ]),
  empty: told({ code: 2, message: "no valid backups" }, []),
  wrongPassphrase: told(
    { code: 99, message: "[FormatError] unable to load info file\nFormatError: key/value" },
    [],
  ),
};

const none = "    missing: 0, checksum invalid: 0, size invalid: 0, other: 0";
const one = "    missing: 0, checksum invalid: 1, size invalid: 0, other: 0";
const archive = (valid: number): string =>
  `  archiveId: 15-1, total WAL checked: 8, total valid WAL: ${valid}`;
const backup = (label: string, valid: number): string =>
  `  backup: ${label}, status: ${valid === 965 ? "valid" : "invalid"}, total files checked: 965, total valid files: ${valid}`;
const [full, diff] = ["20261122-035544F", "20261122-035544F_20261122-035549D"] as const;
const lines = (...given: string[]): string => `stanza: secretariat\n${given.join("\n")}\n`;

export const verified = {
  good: lines("status: ok", archive(8), none, backup(full, 965), none, backup(diff, 965), none),
  damagedFile: lines(
    "status: error",
    archive(8),
    none,
    backup(full, 964),
    one,
    backup(diff, 965),
    none,
  ),
  damagedWal: lines(
    "status: error",
    archive(7),
    one,
    backup(full, 965),
    none,
    backup(diff, 965),
    none,
  ),
  empty: lines("status: ok", "    no archives or backups exist in the repo"),
  noInfo: lines("status: error", "  No usable backup.info file", "  No usable archive.info file"),
};
