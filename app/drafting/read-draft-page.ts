import type { Actor, BilingualName, FormState } from "../base/index.ts";
import { itemKind, type Item } from "../movement/index.ts";
import { readPost } from "../organisation/index.ts";
import type { Option } from "../ui/index.ts";
import type { WrittenDocument } from "../writing/index.ts";
import { findDraft, type Draft } from "./draft.ts";
import { offeredPosts } from "./offered-posts.ts";
import { draftPolicy, type DraftAction } from "./policy.ts";
import { entriesOf, type FormEntries } from "./present-entries.ts";
import { versionsOf, type Version } from "./version.ts";
import { findWorkingCopy, type WorkingCopy } from "./working-copy.ts";

export type Rights = Readonly<Record<DraftAction, boolean>>;

export interface OpenDraft {
  readonly item: Pick<Item, "id" | "kind" | "number" | "subject"> & { readonly href: string };
  readonly draft: Draft;
  readonly may: Rights;
  readonly entries: FormEntries;
  readonly body: WrittenDocument;
  /** Of the working copy; 0 where there is none. */
  readonly revision: number;
  readonly savedAt: Date | null;
  readonly last: Pick<Version, "version" | "person" | "post" | "at">;
  readonly approvedBy: BilingualName | null;
  readonly offered: {
    readonly to: readonly Option[];
    readonly copies: readonly Option[];
    readonly signatory: readonly Option[];
  };
}

/** A draft as its page shows it: the holder sees his own unsaved text. */
export async function openDraft(actor: Actor, id: string, form: FormState): Promise<OpenDraft> {
  const { draft, item } = await findDraft(actor, id);
  const last = (await versionsOf(id)).at(-1);
  if (!last) {
    throw new Error(`Draft ${id} has no version`);
  }
  const may = rightsOf(actor, draft, item);
  const entries = entriesOf(last.letter);
  return {
    item: presentItem(item),
    draft,
    may,
    entries,
    ...textOnScreen(draft, last, may.change ? await findWorkingCopy(actor, id) : undefined),
    last: { version: last.version, person: last.person, post: last.post, at: last.at },
    approvedBy: draft.approvedByPostId ? namesOf(await readPost(draft.approvedByPostId)) : null,
    offered: {
      to: await offeredPosts(form, "toPostIds", entries.toPostIds),
      copies: await offeredPosts(form, "copyPostIds", entries.copyPostIds),
      signatory: await offeredPosts(
        form,
        "signatoryPostId",
        [entries.signatoryPostId ?? []].flat(),
      ),
    },
  };
}

function namesOf({ nameEn, nameHi }: BilingualName): BilingualName {
  return { nameEn, nameHi };
}

/** The writer's own text where it belongs to this version, else what the version says. */
function textOnScreen(draft: Draft, last: Version, copy: WorkingCopy | undefined) {
  return {
    body: copy?.version === draft.version ? copy.body : last.letter.body,
    revision: copy?.revision ?? 0,
    savedAt: copy?.updatedAt ?? null,
  };
}

export function presentItem({ id, kind, number, subject }: Item): OpenDraft["item"] {
  return { id, kind, number, subject, href: itemKind(kind).path(id) };
}

function rightsOf(actor: Actor, draft: Draft, item: Item): Rights {
  const may = (action: DraftAction): boolean => draftPolicy.can(actor, action, { draft, item });
  return {
    change: may("change"),
    approve: may("approve"),
    sign: may("sign"),
    print: may("print"),
    scan: may("scan"),
    drop: may("drop"),
  };
}
