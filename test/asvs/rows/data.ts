import { absent, open, shown, written, type Requirement } from "../requirement.ts";

const noMedia = "No WebRTC: neither media nor TURN nor signalling.";

/** Chapter 14: data. */
export const data: readonly Requirement[] = [
  written(["14.1.1", 2, "levels of data"], "test/asvs/README.md: Levels of data"),
  written(["14.1.2", 2, "what each level asks"], "test/asvs/README.md: Levels of data"),
  shown(
    ["14.2.1", 1, "nothing secret in addresses"],
    "asvs/cookies: counts under its full name only",
    "edge/behind-nginx: writes no query into its log",
    "single-sign-on/the-way-back: leaves no token of the provider in a cookie",
  ),
  shown(
    ["14.2.2", 2, "no caches between"],
    "asvs/headers: keep nothing that was shown to somebody in any cache",
  ),
  shown(
    ["14.2.3", 2, "nothing to strangers"],
    "asvs/sources: load nothing from another host into a page",
  ),
  shown(
    ["14.2.4", 2, "levels kept"],
    "hostile/planted-canaries: Planted canaries",
    "encryption/sealing-columns: opens in its own row of its own column",
    "documents/confidential-papers: are shown as a copy that bears the reader's name",
  ),
  shown(
    ["14.2.5", 3, "caches not deceived"],
    "asvs/headers: keep nothing that was shown to somebody in any cache",
  ),
  shown(
    ["14.2.6", 3, "no more than needed"],
    "rights-register/private-particulars: stand in no list, lookup or page",
    "networks/vpn-accounts: come from the VPN team's list",
  ),
  open(
    ["14.2.7", 3, "kept no longer than needed"],
    "Retention of files is said at closing (files/closing-a-file); destruction by schedule is not in this release.",
  ),
  open(
    ["14.2.8", 3, "metadata of what comes in"],
    "Originals are evidence and stay as they came; confidential papers are shown as drawn pages without metadata.",
  ),
  shown(
    ["14.3.1", 1, "cleared in the browser"],
    "asvs/cookies: and what the browser kept goes with signing out",
    "access/own-sessions: and the browser forgets what it kept",
  ),
  shown(
    ["14.3.2", 2, "no-store"],
    "asvs/headers: keep nothing that was shown to somebody in any cache",
  ),
  open(
    ["14.3.3", 2, "nothing in the browser's storage"],
    "Cookies and other storage hold no work but one thing: the text of a note typed while the line is broken waits in local storage until it is saved, so that it is not lost, and goes with saving or signing out.",
  ),
];

/** Chapter 15: how it is made. */
export const making: readonly Requirement[] = [
  written(["15.1.1", 1, "times for mending"], "test/asvs/README.md: Parts made by others"),
  shown(
    ["15.1.2", 2, "list of parts"],
    "supply/packages: stand in the list of parts",
    "supply/packages: are locked to bytes",
  ),
  written(["15.1.3", 2, "costly work"], "test/asvs/README.md: Limits"),
  written(["15.1.4", 3, "risky parts"], "test/asvs/README.md: Parts made by others"),
  written(["15.1.5", 3, "dangerous work"], "app/documents/README.md: The walls"),
  open(
    ["15.2.1", 1, "no part overdue"],
    "Asked of the registry by `npm run audit`, which needs the internet; no test can show it offline.",
  ),
  shown(
    ["15.2.2", 2, "costly work held in bounds"],
    "base/limiting-requests: counts searches and documents under lower limits",
    "documents/pdf/reading-a-pdf: bounds a page of monstrous size",
    "organisation/a-large-import: is read by the worker",
  ),
  shown(
    ["15.2.3", 2, "nothing but the product"],
    "asvs/paths: show no folder, no source",
    "single-sign-on/reading-the-settings: may be absent: then nobody signs in elsewhere",
  ),
  shown(
    ["15.2.4", 3, "parts from where they belong"],
    "supply/packages: are locked to bytes",
    "supply/packages: run nothing when they are installed",
  ),
  shown(
    ["15.2.5", 3, "walls around dangerous work"],
    "uploads/corpus: lets no hostile file in",
    "documents/pdf/reading-a-pdf: gives each bad file its own reason",
  ),
  shown(
    ["15.3.1", 1, "only fields that are due"],
    "rights-register/private-particulars: are seen by administrators and by no colleague",
    "organisation/keeping-the-office: has no birth date and mobile for others' eyes",
  ),
  shown(["15.3.2", 2, "redirects not followed"], "base/asking-outside: follows nobody elsewhere"),
  shown(
    ["15.3.3", 2, "fields that were not asked for"],
    "receipts/entering-a-letter: refuses fields it does not know",
    "base/answering-requests: by its field",
    "receipts/entering-a-letter: takes no hash for a file",
  ),
  shown(
    ["15.3.4", 2, "address of the client"],
    "networks/closed-door: is nothing that a stranger claims",
    "edge/behind-nginx: answers under its own name over TLS",
  ),
  shown(
    ["15.3.5", 2, "types"],
    "hostile/bad-forms: answers each with a sentence",
    "asvs/sources: hold no ${what",
  ),
  shown(
    ["15.3.6", 2, "prototypes"],
    "base/answering-requests: takes names like constructor for fields that do not exist",
    "base/taking-uploads: takes strange field names",
  ),
  shown(
    ["15.3.7", 2, "parameters twice"],
    "asvs/requests: say one thing once",
    "base/answering-requests: refuses several values in the address",
  ),
];

/** Chapter 16: logs and failures. */
export const logs: readonly Requirement[] = [
  written(["16.1.1", 2, "list of logs"], "test/asvs/README.md: Logs"),
  shown(
    ["16.2.1", 2, "who, what, when, where"],
    "asvs/log-lines: say who, what, when",
    "audit/reading-room: shows who did what",
  ),
  shown(["16.2.2", 2, "time with its zone"], "asvs/log-lines: say who, what, when"),
  written(["16.2.3", 2, "only to known places"], "test/asvs/README.md: Logs"),
  shown(["16.2.4", 2, "readable by machines"], "asvs/log-lines: stay one line of JSON each"),
  shown(
    ["16.2.5", 2, "nothing secret"],
    "hostile/planted-canaries: stand in no log",
    "base/logging: A line of the log",
    "faults/outages: wrote no token, name or statement",
  ),
  shown(
    ["16.3.1", 2, "signing in recorded"],
    "access/second-factor: is asked after the password",
    "directory/signing-in: refuses a wrong password in the usual words",
    "single-sign-on/the-way-back: opens a session by this door",
  ),
  shown(
    ["16.3.2", 2, "refused access logged"],
    "asvs/log-lines: name the account that was refused",
    "networks/closed-door: counts who knocks and records",
  ),
  shown(
    ["16.3.3", 2, "attempts recorded"],
    "networks/closed-door: counts who knocks and records each address once an hour",
    "base/limiting-requests: records once when somebody opens unusually many documents",
    "documents/scanning-a-document: takes away what turns out to carry a virus",
    "architecture: has a name for every act that is recorded",
  ),
  shown(
    ["16.3.4", 2, "failures logged"],
    "base/logging: names the failure of a statement",
    "directory/comparing: answers 503 on the preview while no server answers",
  ),
  shown(
    ["16.4.1", 2, "nothing slipped into logs"],
    "asvs/log-lines: stay one line of JSON each",
    "asvs/log-lines: hold nothing of what a stranger wrote",
  ),
  shown(
    ["16.4.2", 2, "record cannot be changed"],
    "faults/tampering-with-the-record: is refused to the application in",
    "faults/tampering-with-the-record: names the row of",
  ),
  open(
    ["16.4.3", 2, "logs sent elsewhere"],
    "The product writes lines of JSON; sending them to the State's collector belongs to the installation and is not built yet.",
  ),
  shown(
    ["16.5.1", 2, "no inner workings told"],
    "asvs/requests: is told in one sentence, with nothing of what is inside",
    "asvs/headers: are whole on 100 % of routes",
  ),
  shown(
    ["16.5.2", 2, "goes on without others"],
    "faults/outages: answers 503 in both languages while Redis is away",
    "directory/failing-servers: answers 503 in both languages when no server answers",
    "documents/scanning-a-document: holds while the scanner",
  ),
  shown(
    ["16.5.3", 2, "fails closed"],
    "row-security/nobody: sees none either when what it says is empty",
    "base/transactions: stands and falls with its change",
    "documents/scanning-a-document: holds while the scanner",
  ),
  shown(
    ["16.5.4", 3, "last resort"],
    "asvs/requests: is told in one sentence",
    "base/storing-bytes: says so in words when the disk is full",
  ),
];

/** Chapter 17: pictures and voices. */
export const media: readonly Requirement[] = (
  [
    ["17.1.1", 2, "TURN: addresses"],
    ["17.2.1", 2, "DTLS: key"],
    ["17.2.2", 2, "DTLS: suites"],
    ["17.2.3", 2, "SRTP: proof"],
    ["17.2.4", 2, "SRTP: malformed"],
    ["17.3.1", 2, "signalling: floods"],
    ["17.3.2", 2, "signalling: malformed"],
  ] as const
).map((name) => absent(name, noMedia));
