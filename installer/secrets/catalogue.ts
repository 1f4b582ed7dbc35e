import { randomBytes } from "node:crypto";
import { words, type Words } from "../words.ts";

export interface KnownSecret {
  readonly words: Words;
  /** Makes the first value; absent where only an administrator knows it. */
  readonly make?: () => string;
  /** The units that read it, and start again when it changes. */
  readonly readBy: readonly string[];
}

const product = ["secretariat-web@", "secretariat-worker@"] as const;

/** Every secret of an installation that has a name of its own. */
export const secretCatalogue = {
  "database-url": {
    words: words({ hi: "डेटाबेस: अनुप्रयोग", en: "Database: the application" }),
    make: () => databaseUrl("app"),
    readBy: product,
  },
  "owner-database-url": {
    words: words({ hi: "डेटाबेस: स्वामी (माइग्रेशन)", en: "Database: the owner (migrations)" }),
    make: () => databaseUrl("owner"),
    readBy: [],
  },
  "report-database-url": {
    words: words({ hi: "डेटाबेस: केवल पढ़ना", en: "Database: reading only" }),
    make: () => databaseUrl("report"),
    readBy: [],
  },
  "redis-url": {
    words: words({ hi: "Redis", en: "Redis" }),
    make: () => `redis://:${randomSecret()}@127.0.0.1:6379/0`,
    readBy: product,
  },
  "backup-passphrase": {
    words: words({ hi: "डेटाबेस के बैकअप", en: "Backups of the database" }),
    make: randomSecret,
    readBy: [],
  },
  "documents-passphrase": {
    words: words({ hi: "दस्तावेज़ों के बैकअप", en: "Backups of the documents" }),
    make: randomSecret,
    readBy: [],
  },
  "authority-key": {
    words: words({ hi: "अपने प्रमाणपत्र प्राधिकारी की कुंजी", en: "Key of our own authority" }),
    readBy: [],
  },
  "directory-password": {
    words: words({ hi: "निर्देशिका (LDAP)", en: "Directory (LDAP)" }),
    readBy: product,
  },
} as const satisfies Readonly<Record<string, KnownSecret>>;

export type SecretName = keyof typeof secretCatalogue;

/** Those that are made here, so that nobody ever has to type or see them. */
export const generatedSecrets = Object.keys(secretCatalogue).filter(
  (name): name is SecretName => "make" in secretCatalogue[name as SecretName],
);

export function knownSecret(name: string): KnownSecret | undefined {
  return (secretCatalogue as Readonly<Record<string, KnownSecret>>)[name];
}

/** 256 bits, without a letter that a URL or a settings file would read otherwise. */
export function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}

function databaseUrl(role: "app" | "owner" | "report"): string {
  return `postgresql://secretariat_${role}:${randomSecret()}@127.0.0.1:5432/secretariat`;
}

/** The password inside such an address. */
export function passwordIn(url: string): string {
  return decodeURIComponent(new URL(url).password);
}
