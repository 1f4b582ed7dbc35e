import { absent, open, shown, written, type Requirement } from "../requirement.ts";

const everyRoute = "asvs/headers: are whole on 100 % of routes";

/** Chapter 3: what browsers are told. */
export const frontend: readonly Requirement[] = [
  shown(
    ["3.2.1", 1, "content not taken for something else"],
    "documents/serving-a-document: shows it inline with its right type, whole or in part",
    "uploads/corpus: lets no hostile file in",
    "asvs/headers: are whole on errors, assets, downloads",
  ),
  shown(
    ["3.2.2", 1, "text shown as text"],
    "files/opening-a-file: shows script and markup in every field as the words they are",
    "architecture: keeps raw HTML and inline styles out",
  ),
  shown(
    ["3.3.1", 1, "cookies: Secure and a prefix"],
    "asvs/cookies: is bound to this host over TLS",
  ),
  shown(
    ["3.3.2", 2, "cookies: SameSite"],
    "asvs/cookies: is bound to this host over TLS",
    "asvs/cookies: of a sign-in elsewhere is guarded alike",
  ),
  shown(
    ["3.3.3", 2, "cookies: __Host-"],
    "asvs/cookies: of a stranger's language is guarded alike",
    "asvs/cookies: counts under its full name only",
  ),
  shown(["3.3.4", 2, "cookies: HttpOnly"], "asvs/cookies: is bound to this host over TLS"),
  shown(
    ["3.4.1", 1, "HSTS, a year, with subdomains"],
    everyRoute,
    "edge/behind-nginx: says what it refuses itself with the same headers",
  ),
  shown(["3.4.2", 1, "CORS"], "asvs/headers: let no other origin read or ask"),
  shown(
    ["3.4.3", 2, "content security policy"],
    everyRoute,
    "asvs/headers: give a page no plug-in, no other address",
    "base/answering-requests: give each answer a nonce of its own",
  ),
  shown(["3.4.4", 2, "nosniff"], everyRoute),
  shown(["3.4.5", 2, "referrer"], everyRoute),
  shown(["3.4.6", 2, "frame-ancestors"], everyRoute),
  shown(
    ["3.4.7", 3, "reports of the policy"],
    "asvs/headers: give a page no plug-in, no other address",
  ),
  shown(["3.4.8", 3, "opener policy"], everyRoute),
  shown(
    ["3.5.1", 1, "forged requests (CSRF)"],
    "base/answering-requests: refuses a write from another site, before reading it",
    "base/answering-requests: refuses a write without the session's own token",
    "ui/pages: proves every posted form to be ours",
  ),
  shown(
    ["3.5.2", 1, "no reliance on preflight"],
    "asvs/requests: of a kind that only resembles JSON or a form are not read",
    "base/answering-requests: refuses a write from another site, before reading it",
  ),
  shown(
    ["3.5.3", 1, "no change by a safe method"],
    "asvs/requests: by a method that no route knows come to nothing",
    "architecture: gives every address one route, and every form its page",
  ),
  open(
    ["3.5.4", 2, "separate applications on separate names"],
    "One application on one name. Files of others are served on that name too, sandboxed or shown by the browser's own PDF viewer, with a policy that lets them do nothing; a second name without cookies needs a second certificate at the installation and is not offered yet.",
  ),
  shown(["3.5.5", 2, "messages between windows"], "asvs/sources: hold no ${what"),
  shown(["3.5.6", 3, "no JSONP"], "asvs/sources: hold no ${what"),
  shown(
    ["3.5.7", 3, "no data in scripts"],
    "ui/pages: has no inline style and no inline script",
    "asvs/headers: are whole on errors, assets, downloads",
  ),
  shown(["3.5.8", 3, "resources only for ourselves"], everyRoute),
  shown(
    ["3.7.1", 2, "no outlived browser technology"],
    "asvs/headers: give a page no plug-in, no other address",
  ),
  shown(
    ["3.7.2", 2, "led elsewhere only to whom we know"],
    "asvs/requests: never make us lead anybody to another site",
    "single-sign-on/the-way-back: does not lead to a provider that nobody set up",
  ),
];

/** Chapter 4: requests and answers. */
export const requests: readonly Requirement[] = [
  shown(["4.1.1", 1, "type and charset of answers"], everyRoute),
  shown(
    ["4.1.2", 2, "no silent redirect to HTTPS"],
    "edge/behind-nginx: does not serve plain HTTP",
  ),
  shown(
    ["4.1.3", 2, "headers of the proxy cannot be forged"],
    "edge/behind-nginx: that a client sends",
    "networks/closed-door: is nothing that a stranger claims",
  ),
  shown(
    ["4.1.4", 3, "only the methods in use"],
    "asvs/requests: by a method that no route knows come to nothing",
    "edge/behind-nginx: through",
  ),
  open(
    ["4.1.5", 3, "single messages signed"],
    "Letters are signed as documents and e-Pramaan's answers are; requests between our own parts are not signed one by one, they stay on one machine.",
  ),
  shown(
    ["4.2.1", 2, "smuggled requests"],
    "edge/behind-nginx: given requests whose end can be read in two ways",
  ),
  absent(["4.3.1", 2, "GraphQL: costly queries"], "No GraphQL."),
  absent(["4.3.2", 2, "GraphQL: introspection"], "No GraphQL."),
  absent(["4.4.1", 1, "WebSocket over TLS"], "No WebSocket."),
  absent(["4.4.2", 2, "WebSocket: origin"], "No WebSocket."),
  absent(["4.4.3", 2, "WebSocket: tokens"], "No WebSocket."),
  absent(["4.4.4", 2, "WebSocket: tokens by the session"], "No WebSocket."),
];

/** Chapter 5: files. */
export const files: readonly Requirement[] = [
  written(["5.1.1", 2, "kinds and sizes of uploads"], "app/documents/README.md: Promises"),
  shown(
    ["5.2.1", 1, "size"],
    "documents/serving-a-document: stops reading at the limit",
    "base/taking-uploads: too large",
    "documents/uploading-in-pieces: refuses another place, another version, too much",
  ),
  shown(
    ["5.2.2", 1, "kind by content"],
    "documents/registering-a-document: goes by the bytes, never by the name",
    "uploads/corpus: lets no hostile file in",
  ),
  shown(["5.2.3", 2, "what is packed"], "uploads/corpus: lets no hostile file in"),
  shown(
    ["5.2.4", 3, "share of each"],
    "documents/uploading-in-pieces: asks for the share of the post",
  ),
  shown(["5.2.5", 3, "links in archives"], "uploads/corpus: lets no hostile file in"),
  shown(
    ["5.2.6", 3, "pictures too large"],
    "documents/pdf/reading-a-pdf: refuses images that are none, are cut short, or would be monstrous",
  ),
  shown(
    ["5.3.1", 1, "uploads never run"],
    "base/storing-bytes: takes only a hash for a name",
    "asvs/paths: show no folder, no source",
  ),
  shown(
    ["5.3.2", 1, "paths made by us"],
    "base/storing-bytes: takes only a hash for a name",
    "base/taking-uploads: believes nobody who only names a file",
  ),
  shown(["5.3.3", 3, "paths in archives"], "uploads/corpus: lets no hostile file in"),
  shown(
    ["5.4.1", 2, "name of what is handed out"],
    "documents/registering-a-document: cleans the name it shows",
  ),
  shown(
    ["5.4.2", 2, "name encoded"],
    "documents/serving-a-document: shows it inline with its right type",
    "documents/registering-a-document: cleans the name it shows",
  ),
  shown(
    ["5.4.3", 2, "virus scanner"],
    "documents/scanning-a-document: lets what is clean through at once",
    "documents/scanning-a-document: holds what cannot be scanned",
  ),
];
