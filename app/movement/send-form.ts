import { nameOf, type Actor, type FormState } from "../base/index.ts";
import type { Option } from "../ui/index.ts";
import { offeredDesks } from "./desk-options.ts";
import { deskLabel, usualDesks, type Desk } from "./desks.ts";
import type { Item } from "./item.ts";

/** What the fields of a sending offer. */
export interface SendForm {
  /** Usual next desks, one tap each; the chosen one stands in the lookup's own list too. */
  readonly usual: readonly Option[];
  readonly to: readonly Option[];
  readonly copies: readonly Option[];
  /** The post a reply goes to. */
  readonly sender: { readonly id: string; readonly label: string } | null;
}

export async function sendForm(actor: Actor, form: FormState, item?: Item): Promise<SendForm> {
  const usual = await usualDesks(actor, item);
  const [to, copies] = [
    await offeredDesks(form, "toPostId"),
    await offeredDesks(form, "copyPostIds"),
  ];
  const sender = usual.find(({ id }) => id === item?.fromPostId);
  return {
    usual: usual.map((desk) => ({ value: desk.id, label: deskLabel(desk) })),
    to: uniqueOptions([...to, ...(sender ? [sender] : [])]),
    copies: uniqueOptions(copies),
    sender: sender ? { id: sender.id, label: nameOf(sender) } : null,
  };
}

function uniqueOptions(desks: readonly Desk[]): Option[] {
  const labels = new Map(desks.map((desk) => [desk.id, deskLabel(desk)]));
  return [...labels].map(([value, label]) => ({ value, label }));
}
