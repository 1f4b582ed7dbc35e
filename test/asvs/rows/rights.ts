import { absent, open, shown, written, type Requirement } from "../requirement.ts";

const matrix = "rights/rights: is as the table says, and no check can be left out";
const noServer = "We issue no tokens to other programs' users: no authorization server of ours.";
const noResource =
  "Our own access tokens are no OAuth tokens: opaque, hashed, of one account and post (access/accounts-and-rights).";

/** Chapter 8: who may do what. */
export const rights: readonly Requirement[] = [
  written(
    ["8.1.1", 1, "rules of access"],
    "app/access/rights/README.md: Promises",
    "app/base/README.md: Row security",
  ),
  written(["8.1.2", 2, "rules for single fields"], "test/asvs/README.md: Levels of data"),
  written(["8.1.3", 3, "circumstances that count"], "app/networks/README.md: Promises"),
  written(
    ["8.1.4", 3, "how circumstances count"],
    "app/networks/README.md: Promises",
    "app/access/README.md: Promises",
  ),
  shown(
    ["8.2.1", 1, "functions only by right"],
    matrix,
    "access/accounts-and-rights: refuses every command to others",
  ),
  shown(
    ["8.2.2", 1, "data only by right"],
    matrix,
    "row-security/eyes-and-hands: agree on every item for every post of a busy office",
    "base/answering-requests: answers the same for what is not there and what one may not see",
  ),
  shown(
    ["8.2.3", 2, "fields only by right"],
    "rights-register/private-particulars: are seen by administrators and by no colleague",
    "hostile/papers-that-must-not-be-lost: shows the registry the addressee of a confidential letter, not its subject",
  ),
  shown(
    ["8.2.4", 3, "by circumstances, also during a session"],
    "networks/who-from-where: ends the session of who sits in another office",
    "networks/who-from-where: binds a right to ranges",
  ),
  shown(
    ["8.3.1", 1, "judged on the server"],
    matrix,
    "row-security/nobody: sees no row of any protected table",
  ),
  shown(
    ["8.3.2", 3, "changes count at once"],
    "rights-register/matrix-of-rights: acts at the next request from its day on",
    "access/signing-in: counts no more at the next request once the charge has ended",
  ),
  shown(
    ["8.3.3", 3, "in the name of who asks"],
    "row-security/entering: as an actor is for the endpoint alone",
    "row-security/nobody: follows who asks when that changes inside one transaction",
  ),
  shown(
    ["8.4.1", 2, "departments kept apart"],
    matrix,
    "row-security/eyes-and-hands: keep what is confidential from those who cover its unit",
  ),
  open(
    ["8.4.2", 3, "several layers before administration"],
    "Administration needs the right, a second factor, a fresh proof and, where the office orders it, an address range; the state of the device is not judged and there is no separate listener.",
  ),
];

/** Chapter 9: tokens that carry their own content: only those of identity providers, which we read. */
export const tokens: readonly Requirement[] = [
  shown(
    ["9.1.1", 1, "signature first"],
    "single-sign-on/open-id-tokens: refuses a token",
    "single-sign-on/signing-out: refuses a token ${name",
  ),
  shown(
    ["9.1.2", 1, "agreed algorithms"],
    "single-sign-on/open-id-tokens: refuses a token",
    "single-sign-on/e-pramaan: refuses an envelope",
  ),
  shown(
    ["9.1.3", 1, "keys we know"],
    "single-sign-on/knowing-a-provider: follows a change of keys",
    "single-sign-on/open-id-tokens: refuses a token",
  ),
  shown(["9.2.1", 1, "time"], "single-sign-on/open-id-tokens: refuses a token"),
  shown(
    ["9.2.2", 2, "kind"],
    "single-sign-on/signing-out: refuses the identity token of the very person",
    "single-sign-on/open-id-tokens: refuses a token",
  ),
  shown(["9.2.3", 2, "for us"], "single-sign-on/open-id-tokens: refuses a token"),
  absent(["9.2.4", 2, "audience of tokens we issue"], noServer),
];

/** Chapter 10: OAuth and OpenID Connect, of which we are a client. */
export const openId: readonly Requirement[] = [
  shown(
    ["10.1.1", 2, "tokens only where needed"],
    "single-sign-on/the-way-back: leaves no token of the provider in a cookie",
  ),
  shown(
    ["10.1.2", 2, "answers only to our own question"],
    "single-sign-on/the-way-back: is refused in a browser that never left",
    "single-sign-on/the-way-back: is refused a second time with the same answer",
    "single-sign-on/open-id: asks each time with another state, nonce and challenge",
  ),
  shown(
    ["10.2.1", 2, "forged returns"],
    "single-sign-on/the-way-back: is refused with the code of another's flow",
  ),
  shown(
    ["10.2.2", 2, "providers mixed up"],
    "single-sign-on/the-way-back: is refused when the flow of another provider is answered here",
  ),
  shown(
    ["10.2.3", 3, "no scope beyond need"],
    "single-sign-on/open-id: leads there and back to the page asked for",
  ),
  absent(["10.3.1", 2, "resource server: audience"], noResource),
  absent(["10.3.2", 2, "resource server: claims"], noResource),
  absent(["10.3.3", 2, "resource server: person"], noResource),
  absent(["10.3.4", 2, "resource server: strength"], noResource),
  ...(
    [
      ["10.4.1", 1, "redirect addresses"],
      ["10.4.2", 1, "codes once"],
      ["10.4.3", 1, "codes short-lived"],
      ["10.4.4", 1, "grants"],
      ["10.4.5", 1, "refresh tokens replayed"],
      ["10.4.6", 2, "PKCE demanded"],
      ["10.4.7", 2, "registration of clients"],
      ["10.4.8", 2, "refresh tokens end"],
      ["10.4.9", 2, "tokens withdrawn"],
      ["10.4.10", 2, "clients proved"],
      ["10.4.11", 2, "scopes given"],
    ] as const
  ).map((name) => absent(name, noServer)),
  shown(
    ["10.5.1", 2, "tokens replayed"],
    "single-sign-on/the-way-back: is refused with the code of an earlier answer",
    "single-sign-on/open-id-tokens: refuses a token",
  ),
  shown(
    ["10.5.2", 2, "known by issuer and subject"],
    "single-sign-on/the-way-back: takes the same name at another provider for another person",
  ),
  shown(
    ["10.5.3", 2, "provider under another's name"],
    "single-sign-on/knowing-a-provider: is not believed",
  ),
  shown(["10.5.4", 2, "for us"], "single-sign-on/open-id-tokens: refuses a token"),
  shown(
    ["10.5.5", 2, "logout tokens"],
    "single-sign-on/signing-out: refuses a token ${name",
    "single-sign-on/signing-out: counts once",
  ),
  absent(["10.6.1", 2, "provider: response modes"], noServer),
  absent(["10.6.2", 2, "provider: forced logout"], noServer),
  absent(["10.7.1", 2, "consent asked"], noServer),
  absent(["10.7.2", 2, "consent understood"], noServer),
  absent(["10.7.3", 2, "consent withdrawn"], noServer),
];
