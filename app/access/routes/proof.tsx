import {
  done,
  get,
  invalid,
  post,
  Refusal,
  t,
  view,
  type Actor,
  type Route,
  type Session,
} from "../../base/index.ts";
import { findAccount } from "../account.ts";
import { ConfirmMyself, OpenProof, ProveFactor } from "../input.ts";
import { confirmElsewhere } from "../other-ways.ts";
import { ownAddress } from "../own-address.ts";
import { ConfirmPage } from "../pages/confirm-page.tsx";
import { GoOnPage } from "../pages/go-on-page.tsx";
import { SecondFactorPage } from "../pages/second-factor-page.tsx";
import { factorsOf } from "../second-factor/factor-queries.ts";
import { askForPasskey } from "../second-factor/prove-by-passkey.ts";
import { proveFactor, type GivenFactor } from "../second-factor/prove.ts";
import { ownSession } from "../sessions/own-session.ts";
import { confirmSession } from "../sessions/renew.ts";
import { tryDoor } from "../sign-in.ts";

const scripts = ["passkey.js"];
const width = "reading";

/** For everyone, so that a wrong code is counted though the form is refused; each asks for a session itself. */
export const proofRoutes: readonly Route[] = [
  get(
    "/second-factor",
    { input: OpenProof, allow: "everyone", summary: "The form for the second factor" },
    async ({ input, context, form }) => {
      const session = ownSession(context);
      if ((await factorsOf(session.accountId)).length === 0) {
        return done(ownAddress(input.next), {});
      }
      const head = { title: t("Second factor"), scripts, width };
      return view(head, SecondFactorPage, {
        next: input.next,
        passkey: await askForPasskey(session),
        form,
      });
    },
  ),

  post(
    "/second-factor",
    {
      input: ProveFactor,
      allow: "everyone",
      summary: "Prove the second factor",
      form: "/second-factor",
      rate: "sign-in",
      whileReadOnly: true,
    },
    async ({ actor, input, context }) => {
      const session = ownSession(context);
      await proveFactor(actor, session, refuseBlank(input));
      await confirmSession(context, { secondFactor: true });
      return done(ownAddress(input.next), {});
    },
  ),

  get(
    "/confirm-it-is-me",
    { input: OpenProof, allow: "everyone", summary: "The form to prove again that it is you" },
    async ({ input, context, form }) => {
      const session = ownSession(context);
      const next = ownAddress(input.next);
      const way = await wayOf(session);
      const head = { title: t("Confirm that it is you"), scripts, width };
      return view(head, ConfirmPage, {
        next,
        way,
        passkey: way === "factor" && !session.armingId ? await askForPasskey(session) : undefined,
        elsewhere: way === "elsewhere" ? confirmElsewhere(session, next) : undefined,
        form,
      });
    },
  ),

  post(
    "/confirm-it-is-me",
    {
      input: ConfirmMyself,
      allow: "everyone",
      summary: "Prove again that it is you",
      form: "/confirm-it-is-me",
      rate: "sign-in",
      whileReadOnly: true,
    },
    async ({ actor, input, context }) => {
      const session = ownSession(context);
      const byFactor = (await wayOf(session)) === "factor";
      await (byFactor
        ? proveFactor(actor, session, refuseBlank(input))
        : provePassword(actor, input.password));
      await confirmSession(context, { secondFactor: byFactor });
      const { action, content } = input;
      return action !== undefined && content !== undefined
        ? view(t("Go on"), GoOnPage, { action: ownAddress(action), fields: fieldsOf(content) })
        : done(ownAddress(input.next), {}, { flash: t("Thank you. Go on with your step.") });
    },
  ),
];

export type Way = "factor" | "password" | "elsewhere";

/** The strongest way the person has. */
async function wayOf({ accountId, armingId, door }: Session): Promise<Way> {
  if (armingId || (await factorsOf(accountId)).length > 0) {
    return "factor";
  }
  return door === "password" || door === "directory" ? "password" : "elsewhere";
}

function refuseBlank(given: GivenFactor): GivenFactor {
  if (given.code === undefined && given.passkey === undefined) {
    throw invalid("code", "Write the code of the app.");
  }
  return given;
}

async function provePassword(actor: Actor, password: string | undefined): Promise<void> {
  if (password === undefined) {
    throw invalid("password", "Write your password.");
  }
  const account = await findAccount(actor.accountId ?? "");
  const { address, requestId } = actor;
  const whence = { address: address ?? "", requestId: requestId ?? "" };
  const { isProved } = await tryDoor(account, { ...whence, password });
  if (!isProved) {
    throw new Refusal(401, "wrong-password", {
      words: "This is not your password.",
      fields: [{ field: "password", words: "This is not your password." }],
    });
  }
}

/** The waiting form as names and values, each value a field of its own. */
function fieldsOf(content: string): [name: string, value: string][] {
  const held = heldIn(content);
  return Object.entries(held !== null && typeof held === "object" ? held : {}).flatMap(
    ([name, value]) =>
      [value as unknown]
        .flat()
        .filter((one): one is string => typeof one === "string")
        .map((one): [string, string] => [name, one]),
  );
}

function heldIn(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw invalid("", "This form is out of date. Open the page again and repeat the step.");
  }
}
