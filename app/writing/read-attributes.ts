import type { NodeType } from "prosemirror-model";
import { cleanText } from "./clean-text.ts";
import { UnfitDocument } from "./unfit-document.ts";

type Attributes = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** The attributes the schema names, each checked by the schema's own rule; defaults are left out. */
export function readAttributes(type: NodeType, json: unknown, path: Path): Attributes | undefined {
  const given = attributesFrom(json, path);
  const named = type.spec.attrs ?? {};
  const other = Object.keys(given).find((name) => !Object.hasOwn(named, name));
  if (other !== undefined) {
    throw new UnfitDocument("unknown attribute", [...path, "attrs", other.slice(0, 40)]);
  }
  const kept = Object.entries(named).flatMap(([name, rule]) => {
    const value = Object.hasOwn(given, name) ? cleaned(given[name]) : rule.default;
    refuseWrongValue(value, { rule, path: [...path, "attrs", name] });
    return value === rule.default ? [] : [[name, value] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function attributesFrom(json: unknown, path: Path): Attributes {
  if (json === undefined) {
    return {};
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new UnfitDocument("not a document", [...path, "attrs"]);
  }
  return json as Attributes;
}

function cleaned(value: unknown): unknown {
  return typeof value === "string" && value.length <= 2000 ? cleanText(value).trim() : value;
}

interface Rule {
  readonly validate?: string | ((value: unknown) => void);
}

function refuseWrongValue(value: unknown, { rule, path }: { rule: Rule; path: Path }): void {
  try {
    if (typeof rule.validate === "function") {
      rule.validate(value);
    }
  } catch {
    throw new UnfitDocument("wrong attribute", path);
  }
}
