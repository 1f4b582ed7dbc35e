import { words, type Words } from "../words.ts";
import type { Verb } from "./verb.ts";

export interface Family {
  readonly words: Words;
  /** By what is typed after `secretariat`. Only the one that was asked for is loaded: all of them take a second. */
  readonly verbs: Readonly<Record<string, () => Promise<Verb>>>;
}

/** Everything the command can do, in the order of its help. A new verb is listed here and nowhere else. */
export const families: readonly Family[] = [
  {
    words: words({ hi: "स्थिति", en: "State" }),
    verbs: {
      status: async () => (await import("./families/state/status.ts")).status,
      doctor: async () => (await import("./families/state/doctor.ts")).doctor,
      version: async () => (await import("./families/state/version.ts")).version,
      logs: async () => (await import("./families/state/logs.ts")).logs,
      figures: async () => (await import("./families/watch/figures.ts")).figures,
      helpdesk: async () => (await import("./families/watch/helpdesk.ts")).helpdesk,
      grafana: async () => (await import("./families/watch/grafana.ts")).grafana,
      notify: async () => (await import("./families/watch/notify.ts")).notify,
    },
  },
  {
    words: words({ hi: "सेवा", en: "Service" }),
    verbs: {
      start: async () => (await import("./families/service/serving.ts")).start,
      stop: async () => (await import("./families/service/serving.ts")).stop,
      restart: async () => (await import("./families/service/serving.ts")).restart,
      maintenance: async () => (await import("./families/service/maintenance.ts")).maintenance,
      announce: async () => (await import("./families/service/announce.ts")).announce,
      "deliveries list": async () => (await import("./families/deliveries/list.ts")).deliveriesList,
      "deliveries retry": async () =>
        (await import("./families/deliveries/retry.ts")).deliveriesRetry,
      readonly: async () => (await import("./families/service/readonly.ts")).readonly,
    },
  },
  {
    words: words({ hi: "स्थापना से पहले", en: "Before the installation" }),
    verbs: {
      wizard: async () => (await import("./families/before/wizard.ts")).wizard,
      schema: async () => (await import("./families/before/schema.ts")).schema,
      preflight: async () => (await import("./families/before/preflight.ts")).preflight,
    },
  },
  {
    words: words({ hi: "व्यवस्था (site.yml)", en: "Settings (site.yml)" }),
    verbs: {
      reconfigure: async () =>
        (await import("./families/configuration/reconfigure.ts")).reconfigure,
      "check-config": async () =>
        (await import("./families/configuration/check-config.ts")).checkConfig,
      "diff-config": async () =>
        (await import("./families/configuration/diff-config.ts")).diffConfig,
    },
  },
  {
    words: words({ hi: "उन्नयन", en: "Upgrades" }),
    verbs: {
      "upgrade plan": async () => (await import("./families/upgrade/plan.ts")).upgradePlan,
      "upgrade run": async () => (await import("./families/upgrade/run.ts")).upgradeRun,
      "upgrade status": async () => (await import("./families/upgrade/status.ts")).upgradeStatus,
      "upgrade rollback": async () =>
        (await import("./families/upgrade/rollback.ts")).upgradeRollback,
      "upgrade finalize": async () =>
        (await import("./families/upgrade/finalize.ts")).upgradeFinalize,
      "migrations status": async () =>
        (await import("./families/migrations/status.ts")).migrationsStatus,
      "migrations wait": async () => (await import("./families/migrations/wait.ts")).migrationsWait,
    },
  },
  {
    words: words({ hi: "बैकअप", en: "Backups" }),
    verbs: {
      "backup run": async () => (await import("./families/backup/run.ts")).backupRun,
      "backup list": async () => (await import("./families/backup/list.ts")).backupList,
      "backup verify": async () => (await import("./families/backup/verify.ts")).backupVerify,
      "backup drill": async () => (await import("./families/backup/drill.ts")).backupDrill,
      "backup hold": async () => (await import("./families/backup/hold.ts")).backupHold,
      "backup carry": async () => (await import("./families/backup/carry.ts")).backupCarry,
      "backup unlock": async () => (await import("./families/backup/unlock.ts")).backupUnlock,
    },
  },
  {
    words: words({ hi: "पुनर्स्थापना", en: "Restoring" }),
    verbs: {
      "restore list": async () => (await import("./families/restore/list.ts")).restoreList,
      "restore plan": async () => (await import("./families/restore/plan.ts")).restorePlan,
      "restore try": async () => (await import("./families/restore/try.ts")).restoreTry,
      "restore run": async () => (await import("./families/restore/run.ts")).restoreRun,
      "restore accept": async () => (await import("./families/restore/accept.ts")).restoreAccept,
    },
  },
  {
    words: words({ hi: "कुंजियाँ, गुप्त बातें, प्रमाणपत्र", en: "Keys, secrets, certificates" }),
    verbs: {
      "escrow status": async () => (await import("./families/escrow/status.ts")).escrowStatus,
      "escrow split": async () => (await import("./families/escrow/split.ts")).escrowSplit,
      "escrow prove": async () => (await import("./families/escrow/prove.ts")).escrowProve,
      "secrets list": async () => (await import("./families/secrets/list.ts")).secretsList,
      "secrets set": async () => (await import("./families/secrets/set.ts")).secretsSet,
      "secrets rotate": async () => (await import("./families/secrets/rotate.ts")).secretsRotate,
      "keys list": async () => (await import("./families/keys/list.ts")).keysList,
      "keys rotate": async () => (await import("./families/keys/rotate.ts")).keysRotate,
      "keys resume": async () => (await import("./families/keys/resume.ts")).keysResume,
      "keys retire": async () => (await import("./families/keys/retire.ts")).keysRetire,
      "certs status": async () => (await import("./families/certs/status.ts")).certsStatus,
      "certs csr": async () => (await import("./families/certs/csr.ts")).certsCsr,
      "certs import": async () => (await import("./families/certs/import.ts")).certsImport,
      "certs renew": async () => (await import("./families/certs/renew.ts")).certsRenew,
    },
  },
  {
    words: words({ hi: "कार्यालय और व्यक्ति", en: "Offices and people" }),
    verbs: {
      "office list": async () => (await import("./families/office/list.ts")).officeList,
      "office add": async () => (await import("./families/office/add.ts")).officeAdd,
      "office check": async () => (await import("./families/office/check.ts")).officeCheck,
      "office remove": async () => (await import("./families/office/remove.ts")).officeRemove,
      "networks open": async () => (await import("./families/networks/open.ts")).networksOpen,
      "users breakglass": async () => (await import("./families/users/breakglass.ts")).breakglass,
    },
  },
  {
    words: words({ hi: "अभिलेख, सहायता, डिस्क", en: "Record, help, disk" }),
    verbs: {
      "audit verify": async () => (await import("./families/audit/verify.ts")).auditVerify,
      "audit export": async () => (await import("./families/audit/export.ts")).auditExport,
      integrity: async () => (await import("./families/audit/integrity.ts")).integrity,
      "support-bundle": async () =>
        (await import("./families/support/support-bundle.ts")).supportBundle,
      "disk report": async () => (await import("./families/disk/report.ts")).diskReport,
      "disk reserve": async () => (await import("./families/disk/reserve.ts")).diskReserve,
      "disk reclaim": async () => (await import("./families/disk/reclaim.ts")).diskReclaim,
    },
  },
];

/** A family with every verb of it loaded. */
export interface WholeFamily {
  readonly words: Words;
  readonly verbs: readonly Verb[];
}

/** For what speaks of every verb: the help, the manual page, the completion. */
export function wholeFamilies(some: readonly Family[]): Promise<readonly WholeFamily[]> {
  return Promise.all(
    some.map(async ({ words, verbs }) => ({
      words,
      verbs: await Promise.all(Object.values(verbs).map((load) => load())),
    })),
  );
}
