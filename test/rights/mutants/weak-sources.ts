import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { checks, consult } from "./switchboard.ts";

/**
 * Every check of a right that stands as a statement in the source gets a switch, so that one process can try
 * the product without any one of them. Must run before the product is loaded.
 */
const areas =
  /\/app\/(access|organisation|movement|receipts|files|notes|notices|drafting|dispatch|documents|signing|numbering|calendar|networks|directory)\/.*\.tsx?$/;

const refusal = /\) \{\s*throw (?:notFound|forbidden|unauthenticated|conflict)\(/g;
const call =
  /^( *)(?:await )?(?:\w+Policy\.authorize|refuseUnless(?:Held|Own|BothHeld|Sendable|Signatory)?)\(actor/gm;
/** Of the refusals by a conflict only those that ask who somebody is. */
const asksWho =
  /Policy\.can\(|isHeldBy\(|\bmay[A-Z]\w*\(actor|actor\.(?:postId|accountId|roles|unitId)/;

registerHooks({
  load(url, context, next) {
    if (!url.startsWith("file:") || !areas.test(url)) {
      return next(url, context);
    }
    const path = fileURLToPath(url.replace(/\?.*$/, ""));
    const source = readFileSync(path, "utf8");
    const weakened = withSwitches(source, path.replace(/^.*\/app\//, "app/"));
    if (weakened === source) {
      return next(url, context);
    }
    const { code } = transformSync(weakened, {
      loader: path.endsWith("x") ? "tsx" : "ts",
      format: "esm",
      target: "node24",
      jsx: "automatic",
      jsxImportSource: "preact",
      sourcefile: path,
    });
    return { format: "module", source: code, shortCircuit: true };
  },
});

Object.assign(globalThis, { switchedOff: consult });

interface Edit {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

export function withSwitches(source: string, path: string): string {
  const edits = [...guards(source, path), ...calls(source, path)];
  return edits
    .toSorted((one, other) => other.at - one.at)
    .reduce(
      (text, { at, until, text: put }) => text.slice(0, at) + put + text.slice(until),
      source,
    );
}

/** `if (condition) { throw …` becomes `if (!switchedOff("…") && (condition)) { throw …`. */
function guards(source: string, path: string): Edit[] {
  return [...source.matchAll(refusal)].flatMap((match) => {
    const close = match.index;
    const open = openingOf(source, close);
    const condition = source.slice(open + 1, close);
    if (!source.slice(0, open).endsWith("if ") || !isAboutRights(match[0], condition)) {
      return [];
    }
    const put = `(!switchedOff(${nameOf(path, condition)}) && (${condition}))`;
    return [{ at: open, until: close + 1, text: put }];
  });
}

function isAboutRights(thrown: string, condition: string): boolean {
  return !thrown.includes("conflict") || asksWho.test(condition);
}

/** `policy.authorize(actor, …);` becomes `if (!switchedOff("…")) policy.authorize(actor, …);`. */
function calls(source: string, path: string): Edit[] {
  return [...source.matchAll(call)].map((match) => {
    const at = match.index + (match[1]?.length ?? 0);
    return { at, until: at, text: `if (!switchedOff(${nameOf(path, lineAt(source, at))})) ` };
  });
}

function openingOf(source: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at -= 1) {
    depth += source[at] === ")" ? 1 : source[at] === "(" ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  return 0;
}

function lineAt(source: string, at: number): string {
  return source.slice(at).split("\n")[0] ?? "";
}

function nameOf(path: string, check: string): string {
  const name = `${path}: ${check.replace(/\s+/g, " ").trim().slice(0, 80)}`;
  checks.add(name);
  return JSON.stringify(name);
}
