import { invalid, t, words } from "../base/index.ts";

/** A template taken apart: words that stand as they are, and tokens to be filled. */
export type TemplatePart = string | { readonly token: string; readonly digits: number };

/** What every number may be made of; a series may add its own. */
export const commonTokens = [
  "serial",
  "year",
  "unit",
  "unitNumber",
  "section",
  "department",
  "departmentNumber",
] as const;

/** Patterns that offices of the state use, to begin from; the second is the file number of Chhattisgarh. */
export const usualTemplates = [
  "{serial}/{year}/{unit}",
  "एफ {basic}-{serial}/{year}/{departmentNumber}/{unitNumber}",
  "{serial}/{departmentNumber}-{unit}/{year}",
  "{unit}/{year}/{serial:5}",
] as const;

/** Those of the usual patterns that a series with these tokens can fill. */
export function templatesFor(tokens: readonly string[]): string[] {
  const known = [...commonTokens, ...tokens];
  return usualTemplates.filter((template) =>
    [...template.matchAll(/\{(\w+)/g)].every(([, token = ""]) => known.includes(token)),
  );
}

const tokenForm = /\{([^{}]*)\}/;

/** Takes a template apart; refuses what could not make a distinct number, by the field named. */
export function readTemplate(
  template: string,
  tokens: readonly string[],
  field = "template",
): readonly TemplatePart[] {
  const known = [...commonTokens, ...tokens];
  const parts = template.split(/(\{[^{}]*\})/).filter((part) => part !== "");
  const read = parts.map((part) => readPart(part, known, field));
  for (const needed of ["serial", "year"]) {
    if (!read.some((part) => typeof part === "object" && part.token === needed)) {
      throw invalid(field, words("The number must contain {token}, or it would repeat."), {
        token: `{${needed}}`,
      });
    }
  }
  return read;
}

function readPart(part: string, known: readonly string[], field: string): TemplatePart {
  const inside = tokenForm.exec(part)?.[1];
  if (inside === undefined) {
    return literal(part, field);
  }
  const [, token = "", digits] = /^(\w+)(?::([1-9]))?$/.exec(inside) ?? [];
  if (!known.includes(token)) {
    throw invalid(field, words("There is no part called {token}. Use one of: {known}."), {
      token: `{${inside}}`,
      known: known.map((name) => `{${name}}`).join(", "),
    });
  }
  return { token, digits: Number(digits ?? 0) };
}

function literal(part: string, field: string): string {
  if (/[{}]/.test(part)) {
    throw invalid(field, t("A bracket is open. Write each part as {part}.", { part: "{serial}" }));
  }
  return part;
}

/** Fills the tokens; a token without a value leaves nothing behind. */
export function fillTemplate(
  parts: readonly TemplatePart[],
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  return parts
    .map((part) =>
      typeof part === "string" ? part : String(values[part.token] ?? "").padStart(part.digits, "0"),
    )
    .join("")
    .normalize("NFC");
}
