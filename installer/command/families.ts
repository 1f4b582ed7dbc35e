import { words, type Words } from "../words.ts";
import { auditVerbs } from "./families/audit/index.ts";
import { backupVerbs } from "./families/backup/index.ts";
import { beforeVerbs } from "./families/before/index.ts";
import { certsVerbs } from "./families/certs/index.ts";
import { configurationVerbs } from "./families/configuration/index.ts";
import { diskVerbs } from "./families/disk/index.ts";
import { escrowVerbs } from "./families/escrow/index.ts";
import { migrationsVerbs } from "./families/migrations/index.ts";
import { officeVerbs } from "./families/office/index.ts";
import { restoreVerbs } from "./families/restore/index.ts";
import { secretsVerbs } from "./families/secrets/index.ts";
import { serviceVerbs } from "./families/service/index.ts";
import { stateVerbs } from "./families/state/index.ts";
import { supportVerbs } from "./families/support/index.ts";
import { upgradeVerbs } from "./families/upgrade/index.ts";
import { watchVerbs } from "./families/watch/index.ts";
import { usersVerbs } from "./families/users/index.ts";
import type { Verb } from "./verb.ts";

export interface Family {
  readonly words: Words;
  readonly verbs: readonly Verb[];
}

/** Everything the command can do, in the order of its help. A new verb is listed here and nowhere else. */
export const families: readonly Family[] = [
  { words: words({ hi: "स्थिति", en: "State" }), verbs: [...stateVerbs, ...watchVerbs] },
  { words: words({ hi: "सेवा", en: "Service" }), verbs: serviceVerbs },
  { words: words({ hi: "स्थापना से पहले", en: "Before the installation" }), verbs: beforeVerbs },
  {
    words: words({ hi: "व्यवस्था (site.yml)", en: "Settings (site.yml)" }),
    verbs: configurationVerbs,
  },
  { words: words({ hi: "उन्नयन", en: "Upgrades" }), verbs: [...upgradeVerbs, ...migrationsVerbs] },
  { words: words({ hi: "बैकअप", en: "Backups" }), verbs: backupVerbs },
  { words: words({ hi: "पुनर्स्थापना", en: "Restoring" }), verbs: restoreVerbs },
  {
    words: words({ hi: "कुंजियाँ, गुप्त बातें, प्रमाणपत्र", en: "Keys, secrets, certificates" }),
    verbs: [...escrowVerbs, ...secretsVerbs, ...certsVerbs],
  },
  {
    words: words({ hi: "कार्यालय और व्यक्ति", en: "Offices and people" }),
    verbs: [...officeVerbs, ...usersVerbs],
  },
  {
    words: words({ hi: "अभिलेख, सहायता, डिस्क", en: "Record, help, disk" }),
    verbs: [...auditVerbs, ...supportVerbs, ...diskVerbs],
  },
];
