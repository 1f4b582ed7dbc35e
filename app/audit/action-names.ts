import { words } from "../base/index.ts";

/** What each action is called in the reading room; a test holds this list against the code. */
export const actionNames: Readonly<Record<string, string>> = {
  "access.signed-in": words("Signed in"),
  "access.sign-in-failed": words("Sign-in failed"),
  "item.created": words("Item created"),
  "item.sent": words("Item sent"),
  "item.returned": words("Item returned"),
  "item.replied": words("Item replied to"),
  "item.pulled-back": words("Item pulled back"),
  "item.parked": words("Item parked"),
  "item.unparked": words("Item taken up again"),
  "item.closed": words("Item closed"),
  "item.reopened": words("Item reopened"),
  "item.attached": words("Item put inside another"),
  "item.detached": words("Item taken out of another"),
  "item.transferred": words("Item transferred"),
  "item.deleted": words("Item discarded"),
  "item.opened": words("Item opened"),
  "item.copied": words("Item copied for information"),
};
