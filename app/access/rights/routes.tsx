import { done, get, hasRole, now, post, t, today, view, type Route } from "../../base/index.ts";
import type { PageHead } from "../../ui/index.ts";
import { confidentialOrder, setConfidential } from "./confidential-order.ts";
import { ChangeMatrix, OpenMatrix, SetConfidential } from "./input.ts";
import { matrixChanges, matrixOn } from "./list-matrix.ts";
import { MatrixPage } from "./matrix-page.tsx";
import { setPermission } from "./set-permission.ts";

const administrators = hasRole("administrator");

export const matrixRoutes: readonly Route[] = [
  get(
    "/rights",
    { input: OpenMatrix, allow: administrators, summary: "What each role permits, on a day" },
    async ({ input, form }) => {
      const day = input.on ?? today(now());
      const head: PageHead = { title: t("Matrix of rights"), width: "full" };
      return view(head, MatrixPage, {
        day,
        today: today(now()),
        matrix: await matrixOn(day),
        changes: await matrixChanges(),
        order: await confidentialOrder(),
        form,
      });
    },
  ),

  post(
    "/rights",
    {
      input: ChangeMatrix,
      allow: administrators,
      fresh: true,
      summary: "Grant a role a permission from a day on, or take it",
      form: "/rights",
    },
    async ({ actor, input }) => {
      await setPermission(actor, input);
      return done(`/rights?on=${input.fromOn}`, input, { flash: t("The matrix is changed.") });
    },
  ),

  post(
    "/rights/confidential",
    {
      input: SetConfidential,
      allow: administrators,
      fresh: true,
      summary: "Record the order by which confidential papers may be kept",
      form: "/rights",
    },
    async ({ actor, input }) => {
      await setConfidential(actor, input);
      return done("/rights", input, { flash: t("The order is recorded.") });
    },
  ),
];
