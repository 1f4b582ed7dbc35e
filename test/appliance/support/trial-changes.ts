import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rewrite } from "./releases.ts";

/** How releases of a test differ from the one before: each takes an opened tree and changes it. */
type Change = (tree: string) => void;

export const unchanged: Change = () => undefined;

/** Steps of the database the release before knows nothing of, by name and text. */
export function withSteps(steps: Readonly<Record<string, string>>): Change {
  return (tree) => {
    for (const [name, text] of Object.entries(steps)) {
      rewrite(join(tree, "build/app/migrations", `${name}.js`), text);
    }
  };
}

/** A step that gives a table another column, while those who read the table go on reading. */
export function wideningStep(table: string): string {
  return `export const step = { kind: "expand", lock: "exclusive", seconds: 1 };
    export async function up({ query }) { await query("alter table ${table} add column trial text"); }`;
}

/** Settings of Postgres and Redis that are read at their start only. */
export const otherSettings: Change = (tree) => {
  const installer = join(tree, "build/installer");
  replaceIn(
    join(installer, "database/settings.js"),
    "max_connections: ",
    "max_locks_per_transaction: 96, max_connections: ",
  );
  replaceIn(
    join(installer, "steps/redis.js"),
    '"protected-mode yes",',
    '"protected-mode yes", "tcp-backlog 300",',
  );
};

export const thatCrashes: Change = (tree) => {
  const file = join(tree, "build/app/web.js");
  rewrite(file, `throw new Error("a broken release");\n${readFileSync(file, "utf8")}`);
};

/** Starts well, says that it is ready, and fails every tenth person. */
export const thatFailsSome = beforeEachPage(
  'if (Math.random() < 0.1) { c.status = 500; c.body = "no"; } else { await next(); }',
);

/** Starts well, and lets every tenth person wait. */
export const thatIsSlow = beforeEachPage(
  "if (Math.random() < 0.1) { await new Promise((wake) => setTimeout(wake, 4_000)); } await next();",
);

/** Starts well, says that it is ready, and nobody ever gets an answer. */
export const thatIsSilent = beforeEachPage("await new Promise(() => {});");

/** Starts well, and no event reaches who listens for it. */
export const thatHandsNothingOn: Change = (tree) =>
  replaceIn(join(tree, "build/app/worker.js"), "work: relayDeliveries", "work: async () => {}");

function beforeEachPage(does: string): Change {
  const page = `koa.use(async (c, next) => { ${does} });`;
  return (tree) =>
    replaceIn(
      join(tree, "build/app/web.js"),
      "koa.use(serveAssets);",
      `koa.use(serveAssets);${page}`,
    );
}

/** A key of site.yml that this release does not know any more. */
export function withoutKey(line: RegExp): Change {
  return (tree) => replaceIn(join(tree, "build/installer/site/schema.js"), line, "");
}

function replaceIn(file: string, what: string | RegExp, by: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).to.match(what instanceof RegExp ? what : new RegExp(escaped(what)));
  rewrite(file, text.replace(what, by));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
