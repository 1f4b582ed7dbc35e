import { absent, open, shown, written, type Requirement } from "../requirement.ts";

const gcm = "asvs/sources: hold encryption, where it is, as AES-256-GCM";
const noWeak = "asvs/sources: hold no ${what";

/** Chapter 11: keys and algorithms. */
export const keys: readonly Requirement[] = [
  written(
    ["11.1.1", 2, "how keys are kept"],
    "app/base/encryption/README.md: For the one who looks after the server",
  ),
  written(["11.1.2", 2, "list of algorithms and keys"], "test/asvs/README.md: Keys and algorithms"),
  shown(["11.1.3", 3, "cryptography found in the sources"], gcm, noWeak),
  written(["11.1.4", 3, "way to other algorithms"], "test/asvs/README.md: Keys and algorithms"),
  shown(
    ["11.2.1", 2, "tried implementations"],
    gcm,
    "signing/signing-a-pdf: is accepted by OpenSSL as CAdES",
  ),
  shown(
    ["11.2.2", 2, "can be exchanged"],
    "encryption/changing-keys: wraps every key anew",
    "encryption/reading-ranges: takes the same content however it was cut",
    "faults/killing-a-change-of-keys: A change of keys that is killed",
  ),
  shown(["11.2.3", 2, "128 bits and more"], gcm, noWeak),
  open(
    ["11.2.4", 3, "constant time"],
    "Comparisons of secrets use timingSafeEqual or look up a hash; that every path takes constant time is not shown by a test. The sign-in compares medians (access/signing-in).",
  ),
  shown(
    ["11.2.5", 3, "fails safely"],
    "hostile/tampering-with-contents: never opens",
    "encryption/sealing-columns: does not open when any byte",
  ),
  shown(["11.3.1", 1, "no weak modes"], noWeak),
  shown(["11.3.2", 1, "agreed ciphers"], gcm),
  open(
    ["11.3.3", 2, "changes of ciphertext noticed"],
    "Shown for contents and columns (hostile/tampering-with-contents, encryption/sealing-columns). Uploads in pieces wait, at most 24 hours, under AES-256-CTR with a key of their own and no tag, because pieces arrive anywhere; what is made of them is inspected and sealed as every document.",
  ),
  shown(["11.3.4", 3, "nonces never twice"], "encryption/reading-ranges: never uses a nonce twice"),
  shown(["11.3.5", 3, "encrypt, then MAC"], gcm),
  shown(["11.4.1", 1, "agreed hashes"], noWeak),
  shown(
    ["11.4.2", 2, "passwords kept"],
    "access/passwords: are never kept or recorded as they are",
  ),
  shown(
    ["11.4.3", 2, "256 bits where collisions count"],
    noWeak,
    "signing/signing-a-pdf: is accepted by OpenSSL as CAdES",
  ),
  shown(
    ["11.4.4", 2, "keys from passwords"],
    "signing/authority: opens a sealed key for its own certificate only",
    "access/passwords: are never kept or recorded as they are",
  ),
  shown(
    ["11.5.1", 2, "chance from a safe generator"],
    noWeak,
    "single-sign-on/open-id: all of 256 bits",
  ),
  shown(
    ["11.5.2", 3, "chance under load"],
    noWeak,
    "encryption/reading-ranges: never uses a nonce twice",
  ),
  shown(
    ["11.6.1", 2, "signatures and key pairs"],
    "signing/authority: issues certificates that OpenSSL accepts",
    "signing/tampering: A signed PDF that was tampered with",
  ),
  shown(
    ["11.6.2", 3, "agreement of keys"],
    "edge/behind-nginx: speaks TLS 1.2 and 1.3 and nothing older",
  ),
];

/** Chapter 12: on the way. */
export const onTheWay: readonly Requirement[] = [
  shown(
    ["12.1.1", 1, "TLS 1.2 and 1.3"],
    "edge/behind-nginx: speaks TLS 1.2 and 1.3 and nothing older",
    "edge/behind-nginx: prefers the newest version and the strongest suite",
  ),
  shown(
    ["12.1.2", 2, "strong suites"],
    "asvs/pages: leave nginx no suite without forward secrecy",
    "edge/behind-nginx: prefers the newest version and the strongest suite",
  ),
  absent(
    ["12.1.3", 2, "certificates of clients"],
    "No client certificates are asked for; VPN and second factor stand in their place.",
  ),
  open(
    ["12.1.4", 3, "revocation, stapling"],
    "Depends on the certificate of the installation; nginx is not told to staple, since the authority of a state network may answer no OCSP.",
  ),
  open(
    ["12.1.5", 3, "encrypted hello"],
    "nginx of Debian 12 cannot; the office is reached through a VPN.",
  ),
  shown(
    ["12.2.1", 1, "TLS for whoever comes in"],
    "edge/behind-nginx: does not serve plain HTTP",
    "base/configuration: lets nobody ask this machine itself where the doors are real",
  ),
  open(
    ["12.2.2", 1, "publicly trusted certificates"],
    "The certificate is brought by the installation; on a state network it may be of the state's own authority.",
  ),
  open(
    ["12.3.1", 2, "encryption between all parts"],
    "Outward (directory, identity providers) always TLS. Postgres, Redis, clamd and the web processes stand on one machine and are reached over loopback or sockets without TLS; with Postgres elsewhere its address carries `sslmode=verify-full`, which no test shows.",
  ),
  shown(
    ["12.3.2", 2, "certificates of servers judged"],
    "directory/failing-servers: believes no certificate of another authority",
    "directory/failing-servers: believes no certificate of another name",
    "asvs/sources: hold no ${what",
  ),
  open(
    ["12.3.3", 2, "TLS between inner services"],
    "nginx, web and health speak plain HTTP over loopback of one machine.",
  ),
  shown(
    ["12.3.4", 2, "inner certificates"],
    "directory/failing-servers: believes no certificate of another authority",
  ),
  open(
    ["12.3.5", 3, "inner services prove themselves"],
    "By passwords from credentials and by sockets; no client certificates between processes of one machine.",
  ),
];

/** Chapter 13: settings and secrets. */
export const settings: readonly Requirement[] = [
  written(["13.1.1", 2, "who is spoken to"], "test/asvs/README.md: Who is spoken to"),
  open(
    ["13.2.1", 2, "parts prove themselves"],
    "Each role of the database and Redis has its own password, handed over as a credential; these do not expire by themselves. The directory and providers are spoken to with one secret each.",
  ),
  shown(
    ["13.2.2", 2, "least rights between parts"],
    "row-security/tables: lets the application's role neither pass by nor become another",
    "faults/outages: refuses to start as",
    "faults/tampering-with-the-record: is refused to the application in",
  ),
  shown(
    ["13.2.3", 2, "no usual passwords"],
    "base/configuration: has a default for everything but where Postgres and Redis are",
    "encryption/finding-secrets: finds nothing in this repository",
  ),
  shown(
    ["13.2.4", 2, "whom we may ask"],
    "base/asking-outside: and asks the office's own network only for hosts that are named",
  ),
  shown(
    ["13.2.5", 2, "where the server may load from"],
    "base/asking-outside: follows nobody elsewhere",
    "asvs/paths: are at least three hundred",
  ),
  shown(
    ["13.2.6", 3, "connections as written down"],
    "base/asking-outside: waits no longer than its time",
    "directory/failing-servers: gives a silent server its time",
  ),
  shown(
    ["13.3.1", 2, "secrets kept apart"],
    "base/configuration: takes passwords from the files of a credential folder first",
    "faults/starting-with-keys: leaves no secret in the environment",
    "encryption/finding-secrets: finds nothing in this repository",
    "hostile/planted-canaries: Planted canaries",
  ),
  shown(
    ["13.3.2", 2, "secrets for who needs them"],
    "faults/starting-with-keys: is refused where others may read",
    "signing/authority: keeps its keys from other users",
  ),
  open(
    ["13.3.3", 3, "keys in a module of their own"],
    "Keys lie in files for the service alone; one more provider in `key-provider.ts` is the place for an HSM.",
  ),
  open(
    ["13.3.4", 3, "secrets expire"],
    "Keys are changed by command (`keys rotate`) and tokens expire; nothing reminds of the yearly change.",
  ),
  shown(["13.4.1", 1, "no .git and the like"], "asvs/paths: show no folder, no source"),
  shown(
    ["13.4.2", 2, "no debugging"],
    "asvs/paths: show no folder, no source",
    "asvs/requests: is told in one sentence, with nothing of what is inside",
  ),
  shown(["13.4.3", 2, "no listings"], "asvs/paths: show no folder, no source"),
  shown(
    ["13.4.4", 2, "no TRACE"],
    "edge/behind-nginx: through",
    "asvs/requests: by a method that no route knows",
  ),
  shown(
    ["13.4.5", 2, "health and descriptions"],
    "asvs/paths: show no folder, no source",
    "architecture: describes every route in the API",
  ),
  shown(
    ["13.4.6", 3, "no versions told"],
    "asvs/headers: are whole on 100 % of routes",
    "edge/behind-nginx: says what it refuses itself",
  ),
  shown(["13.4.7", 3, "only what is meant to be served"], "asvs/paths: show no folder, no source"),
];
