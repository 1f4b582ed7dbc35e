import {
  anyPost,
  done,
  forbidden,
  formatDate,
  get,
  nameOf,
  now,
  post,
  shiftDay,
  t,
  today,
  view,
  type Route,
} from "../../base/index.ts";
import { assignCharge } from "../assign-charge.ts";
import { findCharge } from "../charge.ts";
import { findEmployee } from "../employee.ts";
import { endCharge } from "../end-charge.ts";
import { handOverCharge } from "../hand-over-charge.ts";
import { AssignChargePage, EndChargePage, HandOverPage } from "../pages/charge-forms.tsx";
import { ChargeReportPage } from "../pages/charge-report-page.tsx";
import { formHead } from "../pages/form-head.ts";
import { AssignCharge, ChargePath, EndCharge, HandOverCharge } from "../people-input.ts";
import { organisationPolicy } from "../policy.ts";
import { holdersOverTime, readPost } from "../post-queries.ts";
import { PostPath } from "../unit-input.ts";
import { foundPeople } from "./people.tsx";
import { administrator } from "./units.tsx";

export const chargeRoutes: readonly Route[] = [
  get(
    "/office/posts/:postId/charges/new",
    { input: PostPath, allow: administrator, summary: "The form to give charge of a post" },
    async ({ input, form }) =>
      view(formHead(t("Give charge")), AssignChargePage, {
        post: await readPost(input.postId),
        found: await foundPeople(form),
        day: today(now()),
        form,
      }),
  ),

  post(
    "/office/posts/:postId/charges",
    {
      input: AssignCharge,
      allow: administrator,
      fresh: true,
      summary: "Give somebody charge of a post",
      form: "/office/posts/:postId/charges/new",
    },
    async ({ actor, input }) => {
      const charge = await assignCharge(actor, input);
      return done(`/office/posts/${input.postId}`, charge, {
        flash: t("The charge begins on {date}.", { date: formatDate(input.fromOn) }),
        status: 201,
      });
    },
  ),

  get(
    "/office/posts/:postId/hand-over",
    { input: PostPath, allow: anyPost, summary: "The form to hand over charge of a post" },
    async ({ actor, input, form }) => {
      const found = await readPost(input.postId);
      if (!organisationPolicy.can(actor, "handOver", { postId: found.id })) {
        throw forbidden();
      }
      return view(formHead(t("Hand over charge")), HandOverPage, {
        post: found,
        found: await foundPeople(form),
        day: today(now()),
        form,
      });
    },
  ),

  post(
    "/office/posts/:postId/hand-over",
    {
      input: HandOverCharge,
      allow: anyPost,
      fresh: true,
      summary: "Hand over charge of a post: one goes, another comes",
      form: "/office/posts/:postId/hand-over",
    },
    async ({ actor, input }) => {
      const incoming = await handOverCharge(actor, input);
      return done(`/office/charges/${incoming.id}`, incoming, {
        flash: t("The charge is handed over from {date}.", { date: formatDate(input.fromOn) }),
        status: 201,
      });
    },
  ),

  get(
    "/office/charges/:chargeId",
    { input: ChargePath, allow: anyPost, summary: "The report of a transfer of charge" },
    async ({ input }) => {
      const charge = await findCharge(input.chargeId);
      const found = await readPost(charge.postId);
      const lastDay = shiftDay(charge.fromOn, -1);
      const holdings = await holdersOverTime(charge.postId);
      const head = formHead(t("Report of charge"), [
        { label: nameOf(found), href: `/office/posts/${found.id}` },
      ]);
      return view(head, ChargeReportPage, {
        charge,
        post: found,
        employee: await findEmployee(charge.employeeId),
        previous: holdings.find(({ untilOn }) => untilOn === lastDay),
      });
    },
  ),

  get(
    "/office/charges/:chargeId/end",
    { input: ChargePath, allow: administrator, summary: "The form to end a charge" },
    async ({ input, form }) => {
      const charge = await findCharge(input.chargeId);
      return view(formHead(t("End the charge")), EndChargePage, {
        charge,
        post: await readPost(charge.postId),
        employee: await findEmployee(charge.employeeId),
        day: today(now()),
        form,
      });
    },
  ),

  post(
    "/office/charges/:chargeId/end",
    {
      input: EndCharge,
      allow: administrator,
      fresh: true,
      summary: "End a charge on a day",
      form: "/office/charges/:chargeId/end",
    },
    async ({ actor, input: { chargeId, untilOn } }) => {
      const { postId } = await findCharge(chargeId);
      await endCharge(actor, chargeId, untilOn);
      return done(
        `/office/posts/${postId}`,
        { id: chargeId },
        {
          flash: t("The charge ends on {date}.", { date: formatDate(untilOn) }),
        },
      );
    },
  ),
];
