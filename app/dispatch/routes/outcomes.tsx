import { anyPost, done, get, now, post, t, today, view, type Route } from "../../base/index.ts";
import type { PageHead } from "../../ui/index.ts";
import { findDispatch } from "../dispatch.ts";
import { dispatchSeveral } from "../dispatch-letter.ts";
import { ComeBack, Deliver, DispatchSeveral, OneDispatch, OpenSeveral } from "../input.ts";
import { markDelivered, markReturned } from "../mark-delivered.ts";
import { DispatchPage } from "../pages/dispatch-page.tsx";
import { OutcomePage } from "../pages/outcome-page.tsx";
import { findSeveral } from "../queries.ts";
import { sendAgain } from "../send-again.ts";

const narrow = (title: string): PageHead => ({ title, width: "reading" });

export const outcomeRoutes: readonly Route[] = [
  get(
    "/dispatches/new",
    { input: OpenSeveral, allow: anyPost, summary: "The form to dispatch to one or several" },
    async ({ actor, input, form }) =>
      view(narrow(t("Dispatch")), DispatchPage, {
        dispatches: await findSeveral(actor, input.ids),
        form,
      }),
  ),

  post(
    "/dispatches",
    {
      input: DispatchSeveral,
      allow: anyPost,
      summary: "Enter that letters have left, each with its outward number",
      form: "/dispatches/new",
    },
    async ({ actor, input }) => {
      const dispatched = await dispatchSeveral(actor, input);
      const [first] = await findSeveral(actor, input.ids);
      const to = first?.via === "registry" ? "/dispatches" : `/letters/${first?.letterId ?? ""}`;
      return done(
        to,
        { dispatched },
        {
          status: 201,
          flash: t("Entered in the outward register: {numbers}.", {
            numbers: dispatched.map(({ outwardNumber }) => outwardNumber).join(", "),
          }),
        },
      );
    },
  ),

  get(
    "/dispatches/:id/delivery",
    { input: OneDispatch, allow: anyPost, summary: "The form to enter a delivery" },
    async ({ actor, input, form }) => {
      const { dispatch } = await findDispatch(actor, input.id);
      return view(narrow(t("Delivered")), OutcomePage, {
        outcome: "delivery" as const,
        dispatch,
        today: today(now()),
        form,
      });
    },
  ),

  post(
    "/dispatches/:id/delivery",
    {
      input: Deliver,
      allow: anyPost,
      summary: "Enter that a letter reached its addressee",
      form: "/dispatches/:id/delivery",
    },
    async ({ actor, input }) => {
      const { dispatch } = await findDispatch(actor, input.id);
      await markDelivered(actor, input);
      return done(backTo(dispatch), input, { flash: t("Entered as delivered.") });
    },
  ),

  get(
    "/dispatches/:id/return",
    { input: OneDispatch, allow: anyPost, summary: "The form to enter a letter that came back" },
    async ({ actor, input, form }) => {
      const { dispatch } = await findDispatch(actor, input.id);
      return view(narrow(t("Came back")), OutcomePage, {
        outcome: "return" as const,
        dispatch,
        today: today(now()),
        form,
      });
    },
  ),

  post(
    "/dispatches/:id/return",
    {
      input: ComeBack,
      allow: anyPost,
      summary: "Enter that a letter came back, and why",
      form: "/dispatches/:id/return",
    },
    async ({ actor, input }) => {
      const { dispatch } = await findDispatch(actor, input.id);
      await markReturned(actor, input);
      return done(backTo(dispatch), input, { flash: t("Entered as come back.") });
    },
  ),

  post(
    "/dispatches/:id/again",
    { input: OneDispatch, allow: anyPost, summary: "Put a letter that came back up again" },
    async ({ actor, input }) => {
      const { dispatch } = await findDispatch(actor, input.id);
      const again = await sendAgain(actor, input.id);
      return done(backTo(dispatch), again, {
        status: 201,
        flash: t("It waits for dispatch again."),
      });
    },
  ),
];

/** The registry goes on with its register, the section with its letter. */
function backTo({ letterId, via }: { letterId: string; via: "self" | "registry" }): string {
  return via === "registry" ? "/outward" : `/letters/${letterId}`;
}
