import { referenceKinds } from "../../writing/schema.ts";
import type { ReferenceKind } from "../../writing/schema.ts";

export interface Found {
  readonly kind: ReferenceKind;
  readonly target: string;
  readonly label: string;
}

/** What the server offers for these words; nothing when it cannot be reached. */
export async function findReferences(url: string, words: string): Promise<Found[] | undefined> {
  try {
    const address = new URL(url, location.href);
    address.searchParams.set("q", words);
    const response = await fetch(address, { headers: { accept: "application/json" } });
    return response.ok ? listIn(await response.json()).filter(isFound) : undefined;
  } catch {
    return undefined;
  }
}

function listIn(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) {
    return answer;
  }
  const { references } = answer as { readonly references?: unknown };
  return Array.isArray(references) ? references : [];
}

function isFound(one: unknown): one is Found {
  const { kind, target, label } = one as Partial<Record<string, unknown>>;
  return (
    referenceKinds.some((known) => known === kind) &&
    typeof target === "string" &&
    typeof label === "string"
  );
}
