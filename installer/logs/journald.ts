import { sizingOf, type Site } from "../site/index.ts";

export const journaldFile = "/etc/systemd/journald.conf.d/50-secretariat.conf";

/** A file of the journal spans a week, and goes as a whole when its first line is too old: its last is younger by that. */
const spanDays = 7;

/** How long the journal is kept, and in how much room. */
export function renderJournald(site: Pick<Site, "logs" | "sizing">): string {
  const { keepDays } = site.logs;
  const megabytes = sizingOf(site).journalMegabytesADay * keepDays;
  return `# Written by the installer from site.yml (logs.keepDays). Another file here, of a later name, goes before this one.
[Journal]
Storage=persistent
MaxFileSec=${spanDays}day
MaxRetentionSec=${keepDays + spanDays}day
SystemMaxUse=${megabytes}M
# Not 100 files, which a busy journal fills in weeks: room and age alone decide.
SystemMaxFiles=10000
`;
}
