import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FilterParser } from "ldapts";
import { z } from "zod";
import { config, secret } from "../base/index.ts";

const attribute = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*(;[A-Za-z0-9-]+)*$/);
const attributes = (...usual: readonly string[]) => z.array(attribute).default([...usual]);

/** A server by its address. In the clear nothing is ever sent: `ldap://` must say `startTls`. */
const Server = z
  .strictObject({
    url: z.url({ protocol: /^ldaps?$/ }),
    startTls: z.literal(true).optional(),
  })
  .refine(({ url, startTls }) => url.startsWith("ldaps:") !== (startTls === true), {
    error:
      "write ldaps://, or ldap:// with startTls: true; plain ldap:// would send passwords in the clear",
  });

/** Which attributes of an entry say what; of several the first that is filled. */
const Attributes = z.strictObject({
  subject: attribute.default("entryUUID"),
  login: attribute.default("uid"),
  employeeCode: attributes("employeeNumber"),
  email: attributes("mail"),
  nameEn: attributes("cn", "displayName"),
  nameHi: attributes("cn;lang-hi", "cn", "displayName"),
  salutation: attributes("personalTitle"),
  gender: attributes("gender"),
  mobile: attributes("mobile"),
  designation: attributes("title"),
  bornOn: attributes("nicDateOfBirth"),
  joinedOn: attributes("nicDateOfJoining"),
  retiresOn: attributes("nicDateOfRetirement"),
  expiresOn: attributes("nicAccountExpDate"),
  status: attributes("inetUserStatus"),
  lockedAt: attributes("pwdAccountLockedTime"),
});

/** What `directory.json` in the folder of keys says; README.md explains each word. */
const Settings = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/),
  servers: z.array(Server).min(1).max(10),
  authority: z.string().regex(/^[A-Za-z0-9._-]+$/),
  bindDn: z.string().min(3),
  base: z.string().min(3),
  people: z.string().default("(objectClass=inetOrgPerson)").refine(isFilter),
  loginAttributes: z.array(attribute).min(1).default(["uid", "mail"]),
  attributes: Attributes.prefault({}),
  activeStates: z.array(z.string()).min(1).default(["active"]),
  timeoutSeconds: z.number().min(0.1).max(30).default(3),
  lockMinutes: z.number().int().positive().optional(),
});

export type DirectoryServer = z.infer<typeof Server>;

/** The directory of this installation, ready to be asked. */
export interface Directory extends Omit<z.infer<typeof Settings>, "authority"> {
  /** The certificate of the one authority that is believed, as PEM. */
  readonly authority: string;
  readonly password: string;
}

/** Judges settings and what they name; throws one sentence that says what is wrong. */
export function readSettings(
  given: unknown,
  files: { readonly certificate: (name: string) => string; readonly password: string | undefined },
): Directory {
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`directory.json cannot be used. ${wrong.join("; ")}`);
  }
  const authority = files.certificate(parsed.data.authority);
  if (!isCertificate(authority)) {
    throw new Error(`directory.json names ${parsed.data.authority}, which is no certificate`);
  }
  if (!files.password) {
    throw new Error("The secret directory-password is missing: the directory cannot be asked");
  }
  return { ...parsed.data, authority, password: files.password };
}

let loaded: { readonly directory: Directory | undefined } | undefined;

/** The directory, or nothing where `directory.json` does not exist. Read once. */
export function directory(): Directory | undefined {
  loaded ??= { directory: load() };
  return loaded.directory;
}

/** For tests: another directory in this process, or the one of the file again. */
export function useDirectory(given?: { readonly directory: Directory | undefined }): void {
  loaded = given;
}

/** What its identities are known by; see `ClaimedIdentity`. */
export function issuerOf({ name }: Pick<Directory, "name">): string {
  return `directory:${name}`;
}

function load(): Directory | undefined {
  const folder = config().KEYS_FOLDER;
  const text = readIfThere(join(folder, "directory.json"));
  return text === undefined
    ? undefined
    : readSettings(filledUp(parse(text), config()), {
        certificate: (name) => readFileSync(join(folder, name), "utf8"),
        password: secret("directory-password"),
      });
}

/** What the file leaves out is what the site says of its directory. */
export function filledUp(
  given: unknown,
  site: {
    readonly DIRECTORY_URL?: string | undefined;
    readonly DIRECTORY_BASE?: string | undefined;
  },
): unknown {
  const { DIRECTORY_URL: url, DIRECTORY_BASE: base } = site;
  const usual = { ...(url ? { servers: [{ url }] } : {}), ...(base ? { base } : {}) };
  return typeof given === "object" ? { ...usual, ...given } : given;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("directory.json is not JSON");
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}

export function isFilter(text: string): boolean {
  try {
    FilterParser.parseString(text);
    return true;
  } catch {
    return false;
  }
}
