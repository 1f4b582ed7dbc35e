import { absent, open, shown, written, type Requirement } from "../requirement.ts";

const noSms =
  "No code is sent by SMS, telephone or mail; the factors are app, passkey and recovery code.";
const page = "app/access/README.md: Promises";

/** Chapter 6: who comes in. */
export const signingIn: readonly Requirement[] = [
  written(["6.1.1", 1, "how guessing is answered"], "test/asvs/README.md: Limits", page),
  written(["6.1.2", 2, "words no password may be made of"], "test/asvs/README.md: Ways in"),
  written(
    ["6.1.3", 2, "all ways in"],
    "test/asvs/README.md: Ways in",
    "app/access/README.md: Another way in",
  ),
  shown(
    ["6.2.1", 1, "length of passwords"],
    "access/passwords: are refused where short, common, repeated",
    "access/passwords: may be shorter where the administrators ordered so",
  ),
  shown(["6.2.2", 1, "may be changed"], "access/passwords: are changed by their owner"),
  shown(
    ["6.2.3", 1, "change needs the present one"],
    "access/passwords: are changed by their owner",
  ),
  open(
    ["6.2.4", 1, "the 3,000 passwords tried first"],
    "Refused by rule: words tried first, alone, joined or with digits; one sign repeated; the login. No list of 3,000 is delivered; with the usual minimum of fifteen signs few of such a list remain.",
  ),
  shown(
    ["6.2.5", 1, "any signs"],
    "asvs/passwords: of 64 signs and more, all of one kind or of any",
  ),
  shown(["6.2.6", 1, "masked"], "asvs/passwords: is masked, may be pasted"),
  shown(["6.2.7", 1, "pasting and password keepers"], "asvs/passwords: is masked, may be pasted"),
  shown(
    ["6.2.8", 1, "judged as typed"],
    "asvs/passwords: counts in every letter, case and blank",
    "asvs/passwords: may begin and end with blanks",
  ),
  shown(["6.2.9", 2, "64 signs"], "asvs/passwords: of 64 signs and more"),
  written(["6.2.10", 2, "no change by the calendar"], "test/asvs/README.md: Ways in"),
  shown(
    ["6.2.11", 2, "words of the place"],
    "access/passwords: are common when nothing is left but what is tried first",
  ),
  open(
    ["6.2.12", 2, "breached passwords"],
    "No list of breached passwords is delivered: the server has no internet, and such a list is brought by the installation. A local file to compare with is not built yet.",
  ),
  shown(
    ["6.3.1", 1, "against guessing"],
    "access/signing-in: rests after five wrong passwords",
    "access/second-factor: rests after ten wrong codes",
    "base/limiting-requests: counts strangers by address",
  ),
  shown(
    ["6.3.2", 1, "no usual accounts"],
    "organisation/keeping-the-office: is entered with an account, and corrected",
    "access/passwords: are given out for the first time as a list, to each once",
  ),
  shown(
    ["6.3.3", 2, "more than one factor"],
    "access/second-factor: of administrators and signatories, who set one up before anything else",
    "access/second-factor: of nobody else unless it is ordered, by right or by unit",
  ),
  shown(
    ["6.3.4", 2, "no other way in"],
    "access/break-glass: opens nothing at the ordinary door",
    "directory/signing-in: takes no local password from an account of the directory",
    "directory/signing-in: takes no password of the directory for an account",
  ),
  open(
    ["6.3.5", 3, "told of suspicious tries"],
    "Wrong tries and arrivals from another office are recorded and one's sessions are listed with place and time; the person is not told by a notice.",
  ),
  shown(
    ["6.3.6", 3, "not by e-mail"],
    "access/own-sessions: are listed in plain words: where, since when, by which door",
  ),
  open(
    ["6.3.7", 3, "told of changed particulars"],
    "A changed password or factor is recorded and ends the sessions; the person is not told by a notice. Only breaking the glass is told to all administrators.",
  ),
  shown(
    ["6.3.8", 3, "existing logins not to be told"],
    "access/signing-in: says the same of a login that nobody has, and takes as long",
    "access/break-glass: takes password and code together, once, and the same words",
  ),
  shown(
    ["6.4.1", 1, "first passwords"],
    "access/passwords: that were given by somebody else open nothing but their change",
    "access/passwords: are reset by an administrator to a one-time password",
  ),
  shown(["6.4.2", 1, "no hints"], "asvs/passwords: and has no hint"),
  shown(
    ["6.4.3", 2, "forgotten passwords"],
    "access/passwords: are reset by an administrator",
    "access/second-factor: is asked after the password",
  ),
  shown(
    ["6.4.4", 2, "lost factors"],
    "access/second-factor: until an administrator resets what was lost",
  ),
  shown(
    ["6.5.1", 2, "codes count once"],
    "access/codes-at-once: opens once where it is an app's",
    "access/second-factor: takes each code once",
    "access/codes-at-once: opens once where it is a recovery code",
  ),
  shown(
    ["6.5.2", 2, "recovery codes hashed"],
    "access/second-factor: can be a recovery code, each once",
  ),
  shown(
    ["6.5.3", 2, "drawn by a safe generator"],
    "access/second-factor: who adds an app by its first code",
    "asvs/sources: hold no ${what",
  ),
  shown(["6.5.4", 2, "long enough"], "access/second-factor: can be a recovery code, each once"),
  shown(
    ["6.5.5", 2, "codes expire"],
    "access/second-factor: takes the code before and the one after",
    "access/passkeys: answers too late after five minutes",
  ),
  shown(
    ["6.5.6", 3, "factors can be withdrawn"],
    "access/second-factor: who names it and removes it",
    "access/second-factor: until an administrator resets what was lost",
  ),
  shown(
    ["6.5.7", 3, "biometrics only beside another"],
    "access/passkeys: is added, asks for the person every time, and opens",
  ),
  shown(
    ["6.5.8", 3, "time of the server"],
    "access/second-factor: takes the code before and the one after",
  ),
  absent(["6.6.1", 2, "codes by telephone"], noSms),
  absent(["6.6.2", 2, "codes sent: bound to their request"], noSms),
  absent(["6.6.3", 2, "codes sent: guessing"], noSms),
  absent(["6.6.4", 3, "codes sent: flooding"], noSms),
  shown(
    ["6.8.1", 2, "providers not mixed up"],
    "single-sign-on/the-way-back: takes the same name at another provider for another person",
    "directory/identities: gives a person one identity of an issuer",
  ),
  shown(
    ["6.8.2", 2, "signatures of providers"],
    "single-sign-on/open-id-tokens: refuses a token",
    "single-sign-on/e-pramaan: refuses a token within",
  ),
  absent(["6.8.3", 2, "SAML"], "No SAML."),
  shown(
    ["6.8.4", 2, "strength told by the provider"],
    "single-sign-on/open-id: counts a second factor only by the values agreed",
    "single-sign-on/proving-again: is refused when the provider does not say when it asked",
  ),
];

/** Chapter 7: sessions. */
export const sessions: readonly Requirement[] = [
  written(["7.1.1", 2, "how long sessions live"], "test/asvs/README.md: Sessions"),
  written(["7.1.2", 2, "how many at once"], "test/asvs/README.md: Sessions"),
  written(
    ["7.1.3", 2, "sessions here and at providers"],
    "test/asvs/README.md: Sessions",
    "app/single-sign-on/README.md: Promises",
  ),
  shown(
    ["7.2.1", 1, "judged on the server"],
    "base/sessions: is refused under any other token, its own hash too",
  ),
  shown(
    ["7.2.2", 1, "tokens drawn anew"],
    "base/sessions: is given no token that it brought along",
  ),
  shown(
    ["7.2.3", 1, "tokens of 256 bits"],
    "asvs/cookies: is bound to this host over TLS",
    "asvs/sources: hold no ${what",
  ),
  shown(
    ["7.2.4", 1, "new token at every proof"],
    "base/sessions: gets a session of its own; the one it had ends",
    "access/own-sessions: take no token that a browser brought along",
    "access/own-sessions: get a new token at the next page once the post has other rights",
  ),
  shown(["7.3.1", 2, "idle"], "base/sessions: ends when nobody asked for the idle time"),
  shown(
    ["7.3.2", 2, "at the longest"],
    "base/sessions: ends at its absolute limit however busy it is",
  ),
  shown(
    ["7.4.1", 1, "over is over"],
    "access/own-sessions: end with signing out: the token opens nothing",
    "base/sessions: is not brought back by a request that was under way",
  ),
  shown(
    ["7.4.2", 1, "closed accounts"],
    "access/accounts-and-rights: disables and enables an account, ending its sessions",
    "directory/letting-go: loses account, sessions and charges with the next reading",
  ),
  shown(
    ["7.4.3", 2, "all others after a change"],
    "access/passwords: are changed by their owner, in Hindi too, and end every session",
  ),
  shown(
    ["7.4.4", 2, "the way out on every page"],
    "asvs/pages: have the way out, for whoever is in",
  ),
  shown(
    ["7.4.5", 2, "ended by administrators"],
    "access/own-sessions: of others are seen and ended by administrators only",
  ),
  shown(
    ["7.5.1", 2, "proof before what concerns signing in"],
    "access/step-up: is one of these",
    "access/step-up: waits later for the code, keeps what was typed",
  ),
  shown(
    ["7.5.2", 2, "one's own sessions"],
    "access/own-sessions: are ended one by one by their owner",
    "access/own-sessions: are ended all but the present one",
  ),
  shown(
    ["7.5.3", 3, "proof before weighty steps"],
    "access/step-up: is one of these",
    "access/step-up: asks for the password where there is no second factor",
  ),
  shown(
    ["7.6.1", 2, "here and at the provider"],
    "single-sign-on/signing-out: ends the session here, then leads to the provider",
    "single-sign-on/signing-out: ends the one session it names",
    "single-sign-on/proving-again: is refused when the provider did not ask again",
  ),
  shown(
    ["7.6.2", 2, "no session without an act"],
    "single-sign-on/the-way-back: is refused in a browser that never left",
    "single-sign-on/the-way-back: is refused in another browser than the one that left",
  ),
];
