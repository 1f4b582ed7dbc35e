import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "ldapts";

const run = promisify(execFile);

/** An authority of the test's own and a certificate of it for each name. */
export interface TestAuthority {
  readonly folder: string;
  readonly pem: string;
  readonly certify: (commonName: string, names: string) => Promise<{ key: string; cert: string }>;
}

export async function anAuthority(folder: string): Promise<TestAuthority> {
  mkdirSync(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  await run("openssl", [
    ..."req -x509 -newkey rsa:2048 -nodes -days 2 -addext basicConstraints=critical,CA:TRUE".split(
      " ",
    ),
    ..."-subj /CN=Authority".split(" "),
    "-keyout",
    at("ca.key"),
    "-out",
    at("ca.pem"),
  ]);
  let serial = 0;
  return {
    folder,
    pem: readFileSync(at("ca.pem"), "utf8"),
    certify: async (commonName, names) => {
      serial += 1;
      const [key, request, cert, extension] = ["key", "csr", "pem", "ext"].map((kind) =>
        at(`server${serial}.${kind}`),
      ) as [string, string, string, string];
      writeFileSync(extension, `subjectAltName=${names}\n`);
      await run("openssl", [
        ..."req -newkey rsa:2048 -nodes".split(" "),
        "-subj",
        `/CN=${commonName}`,
        "-keyout",
        key,
        "-out",
        request,
      ]);
      await run("openssl", [
        ..."x509 -req -CAcreateserial -days 2".split(" "),
        "-in",
        request,
        "-CA",
        at("ca.pem"),
        "-CAkey",
        at("ca.key"),
        "-extfile",
        extension,
        "-out",
        cert,
      ]);
      return { key, cert };
    },
  };
}

export const suffix = "dc=nic,dc=in";
export const base = `ou=people,${suffix}`;
export const bindDn = `cn=secretariat,${suffix}`;
export const bindPassword = "the-password-of-our-own-entry";
const rootDn = `cn=root,${suffix}`;
const rootPassword = "root-of-the-test";

export type LdapEntry = Readonly<Record<string, string | string[]>>;

export interface Slapd {
  readonly plainPort: number;
  readonly securePort: number;
  readonly ldap: string;
  readonly ldaps: string;
  /** As the root of the directory, over StartTLS of the test's own. */
  readonly asRoot: <T>(work: (client: Client) => Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it and removes its folder. */
  readonly remove: () => Promise<void>;
}

export interface SlapdOptions {
  readonly authority: TestAuthority;
  readonly people?: readonly LdapEntry[];
  readonly names?: string;
  /** Answers StartTLS with an error, as a server without a certificate, or one in the middle, does. */
  readonly withoutTls?: boolean;
  /** Further lines of LDIF, such as referrals. */
  readonly ldif?: string;
}

/** A private OpenLDAP on loopback with the overlay of password policy. */
export async function aSlapd(options: SlapdOptions): Promise<Slapd> {
  const folder = mkdtempSync(join(tmpdir(), "slapd-"));
  const [plainPort, securePort] = [await freePort(), await freePort()];
  const { key, cert } = await options.authority.certify(
    "localhost",
    options.names ?? "DNS:localhost,IP:127.0.0.1",
  );
  mkdirSync(join(folder, "db"));
  const configuration = join(folder, "slapd.conf");
  const tls = options.withoutTls
    ? ""
    : [
        `TLSCACertificateFile ${join(options.authority.folder, "ca.pem")}`,
        `TLSCertificateFile ${cert}`,
        `TLSCertificateKeyFile ${key}`,
      ].join("\n");
  writeFileSync(configuration, configurationOf(folder, tls));
  writeFileSync(join(folder, "people.ldif"), ldifOf(options));
  await run("/usr/sbin/slapadd", ["-q", "-f", configuration, "-l", join(folder, "people.ldif")]);

  let server: ChildProcess | undefined;
  const urls = options.withoutTls
    ? `ldap://127.0.0.1:${plainPort}`
    : `ldap://127.0.0.1:${plainPort} ldaps://127.0.0.1:${securePort}`;
  const start = async () => {
    server = spawn("/usr/sbin/slapd", ["-d", "0", "-f", configuration, "-h", urls], {
      stdio: "ignore",
    });
    await untilAnswering(plainPort);
  };
  const stop = async () => {
    if (server && server.exitCode === null) {
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
    }
    server = undefined;
  };
  await start();
  return {
    plainPort,
    securePort,
    ldap: `ldap://localhost:${plainPort}`,
    ldaps: `ldaps://localhost:${securePort}`,
    asRoot: async (work) => {
      const client = new Client({ url: `ldap://127.0.0.1:${plainPort}`, timeout: 5_000 });
      await client.bind(rootDn, rootPassword);
      try {
        return await work(client);
      } finally {
        await client.unbind();
      }
    },
    start,
    stop,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A person's entry as the directory of NIC keeps it; give what shall differ. */
export function anEntry(given: LdapEntry & { readonly uid: string }): LdapEntry {
  return {
    cn: "Ramesh Sahu",
    sn: "Sahu",
    mail: `${given.uid}@cg.example`,
    userPassword: passwordOf(given.uid),
    inetUserStatus: "Active",
    ...given,
  };
}

/** What each test person types. */
export function passwordOf(uid: string): string {
  return `${uid}-right-horse`;
}

function ldifOf({ people = [], ldif = "" }: SlapdOptions): string {
  const service = [
    `dn: ${bindDn}`,
    "objectClass: organizationalRole",
    "objectClass: simpleSecurityObject",
    "cn: secretariat",
    `userPassword: ${bindPassword}`,
  ];
  return [
    [`dn: ${suffix}`, "objectClass: domain", "dc: nic"],
    [`dn: ${base}`, "objectClass: organizationalUnit", "ou: people"],
    service,
    [
      `dn: cn=policy,${suffix}`,
      "objectClass: pwdPolicy",
      "objectClass: organizationalRole",
      "cn: policy",
      "pwdAttribute: userPassword",
      "pwdLockout: TRUE",
      "pwdMaxFailure: 3",
    ],
    ...people.map(linesOf),
  ]
    .map((lines) => lines.join("\n"))
    .concat(ldif)
    .join("\n\n");
}

function linesOf(entry: LdapEntry): string[] {
  const [uid] = [entry["uid"]].flat();
  const lines = Object.entries(entry).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}:: ${Buffer.from(value).toString("base64")}`),
  );
  return [
    `dn: uid=${uid},${base}`,
    "objectClass: inetOrgPerson",
    "objectClass: nicPerson",
    ...lines,
  ];
}

/** The attributes of the state's directory that no schema of Debian has. */
const nicSchema = `
attributetype ( 1.3.6.1.4.1.99999.1 NAME 'inetUserStatus' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
attributetype ( 1.3.6.1.4.1.99999.2 NAME 'nicDateOfBirth' EQUALITY generalizedTimeMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24 )
attributetype ( 1.3.6.1.4.1.99999.3 NAME 'nicDateOfRetirement' EQUALITY generalizedTimeMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24 )
attributetype ( 1.3.6.1.4.1.99999.4 NAME 'nicAccountExpDate' EQUALITY generalizedTimeMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24 )
attributetype ( 1.3.6.1.4.1.99999.5 NAME 'nicDateOfJoining' EQUALITY generalizedTimeMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24 )
attributetype ( 1.3.6.1.4.1.99999.6 NAME 'gender' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
objectclass ( 1.3.6.1.4.1.99999.9 NAME 'nicPerson' SUP top AUXILIARY
  MAY ( inetUserStatus $ nicDateOfBirth $ nicDateOfRetirement $ nicAccountExpDate $ nicDateOfJoining $ gender $ personalTitle ) )
`;

function configurationOf(folder: string, tls: string): string {
  const schemas = ["core", "cosine", "inetorgperson"]
    .map((name) => `include /etc/ldap/schema/${name}.schema`)
    .join("\n");
  return `${schemas}
${nicSchema.trim()}
pidfile ${folder}/slapd.pid
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload ppolicy
${tls}
sizelimit unlimited
database mdb
suffix "${suffix}"
rootdn "${rootDn}"
rootpw ${rootPassword}
directory ${folder}/db
maxsize 104857600
index objectClass,uid,mail,entryUUID eq
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="${bindDn}" read by anonymous auth by * none
overlay ppolicy
ppolicy_default "cn=policy,${suffix}"
`;
}

async function untilAnswering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const client = new Client({ url: `ldap://127.0.0.1:${port}`, connectTimeout: 200 });
    try {
      await client.bind(rootDn, rootPassword);
      await client.unbind();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
  throw new Error("slapd did not start");
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
