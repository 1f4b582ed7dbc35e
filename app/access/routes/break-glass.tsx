import { get, nothing, post, t, view, type Route } from "../../base/index.ts";
import { breakGlass } from "../break-glass/break-glass.ts";
import { BreakGlassForm } from "../input.ts";
import { letIn } from "../let-in.ts";
import { BreakGlassPage } from "../pages/break-glass-page.tsx";

export const breakGlassRoutes: readonly Route[] = [
  get(
    "/break-glass",
    { input: nothing, allow: "everyone", summary: "The form to come in by breaking the glass" },
    async ({ form }) => view(t("Break-glass access"), BreakGlassPage, { form }),
  ),

  post(
    "/break-glass",
    {
      input: BreakGlassForm,
      allow: "everyone",
      summary: "Come in by breaking the glass",
      form: "/break-glass",
      rate: "sign-in",
    },
    async ({ input, context }) => {
      const admission = await breakGlass({
        ...input,
        address: context.ip,
        requestId: context.state["requestId"] as string,
        device: context.get("user-agent"),
      });
      return letIn(context, admission, "/accounts");
    },
  ),
];
