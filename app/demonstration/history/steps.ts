import type { NoteDocument } from "../notes.ts";
import type { ActionAsked } from "../remarks.ts";

export type Priority = "ordinary" | "priority" | "immediate" | "top";

/** One thing somebody did. Items, drafts and posts stand by their keys; see the plan for the rest. */
export type Deed =
  | { readonly kind: "diarise"; readonly item: string }
  | { readonly kind: "createFile"; readonly item: string }
  | { readonly kind: "open"; readonly item: string }
  | {
      readonly kind: "send";
      readonly item: string;
      readonly to: string;
      /** Posts that get a copy for information. */
      readonly copies: readonly string[];
      readonly action: ActionAsked;
      readonly remark: string;
      readonly priority: Priority;
      /** yyyy-mm-dd */
      readonly dueOn: string | null;
    }
  /** Back to whoever sent it last. */
  | { readonly kind: "return"; readonly item: string; readonly to: string; readonly remark: string }
  | { readonly kind: "pullBack"; readonly item: string }
  | { readonly kind: "putInFile"; readonly item: string; readonly file: string }
  | { readonly kind: "note"; readonly item: string; readonly note: NoteDocument }
  | { readonly kind: "draft"; readonly item: string; readonly draft: string }
  | {
      readonly kind: "reviseDraft";
      readonly item: string;
      readonly draft: string;
      readonly body: NoteDocument;
    }
  | { readonly kind: "approveDraft"; readonly item: string; readonly draft: string }
  /** Signed and given its number. */
  | { readonly kind: "issue"; readonly item: string; readonly draft: string }
  | {
      readonly kind: "dispatch";
      readonly item: string;
      readonly draft: string;
      readonly mode: DispatchMode;
      readonly trackingNumber: string | null;
    }
  | { readonly kind: "deliver"; readonly item: string; readonly draft: string }
  | {
      readonly kind: "undelivered";
      readonly item: string;
      readonly draft: string;
      readonly reason: string;
    }
  | {
      readonly kind: "park";
      readonly item: string;
      readonly until: string;
      readonly remark: string;
    }
  | { readonly kind: "unpark"; readonly item: string }
  | { readonly kind: "close"; readonly item: string; readonly remark: string }
  | { readonly kind: "reopen"; readonly item: string; readonly remark: string };

export type DispatchMode = "email" | "speed_post" | "registered_post" | "peon_book" | "portal";

/** A deed with its moment and the post that did it. */
export type Step = Deed & { readonly at: Date; readonly actor: string };

const moving: ReadonlySet<Deed["kind"]> = new Set<Deed["kind"]>(["send", "return", "pullBack"]);

/** Whether the step moves an item from one desk to another. */
export function isMovement({ kind }: Deed): boolean {
  return moving.has(kind);
}
