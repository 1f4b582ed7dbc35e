import canonicalize from "canonicalize";
import type { WrittenDocument } from "./document.ts";

/** The one spelling of a checked document, whatever order a database gives its keys back in. */
export function canonicalJson(document: WrittenDocument): string {
  return canonicalize(document) ?? "";
}
