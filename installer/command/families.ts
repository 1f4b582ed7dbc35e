import { words, type Words } from "../words.ts";
import { backupVerbs } from "./families/backup/index.ts";
import { beforeVerbs } from "./families/before/index.ts";
import { certsVerbs } from "./families/certs/index.ts";
import { configurationVerbs } from "./families/configuration/index.ts";
import { escrowVerbs } from "./families/escrow/index.ts";
import { restoreVerbs } from "./families/restore/index.ts";
import { secretsVerbs } from "./families/secrets/index.ts";
import type { Verb } from "./verb.ts";

export interface Family {
  readonly words: Words;
  readonly verbs: readonly Verb[];
}

/** Everything the command can do, in the order of its help. A new verb is listed here and nowhere else. */
export const families: readonly Family[] = [
  {
    words: words({ hi: "स्थापना से पहले", en: "Before the installation" }),
    verbs: beforeVerbs,
  },
  {
    words: words({ hi: "विन्यास", en: "Configuration" }),
    verbs: configurationVerbs,
  },
  {
    words: words({ hi: "प्रमाणपत्र", en: "Certificates" }),
    verbs: certsVerbs,
  },
  {
    words: words({ hi: "गोपनीय कुंजियाँ", en: "Secrets" }),
    verbs: secretsVerbs,
  },
  {
    words: words({ hi: "बैकअप और पुनर्स्थापना", en: "Backups and restores" }),
    verbs: [...backupVerbs, ...restoreVerbs, ...escrowVerbs],
  },
];
