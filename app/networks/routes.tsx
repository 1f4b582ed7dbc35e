import {
  done,
  formatDate,
  get,
  hasRole,
  nothing,
  now,
  post,
  t,
  today,
  view,
  type Actor,
  type FormState,
  type Route,
} from "../base/index.ts";
import { addRange } from "./add-range.ts";
import { addRule } from "./add-rule.ts";
import { endRange, endRule } from "./end-range.ts";
import { AddRange, AddRule, EndRecord, SetDoor } from "./input.ts";
import { listRanges, listRefusals, listRules } from "./list-networks.ts";
import { readNetworks } from "./networks.ts";
import { NetworksPage } from "./pages/networks-page.tsx";
import { RefusalsPage } from "./pages/refusals-page.tsx";
import { RulesPage } from "./pages/rules-page.tsx";
import { setDoor } from "./set-door.ts";

const administrators = hasRole("administrator");
const networks = "/networks";
const rules = "/networks/rules";

async function showNetworks(actor: Actor, form: FormState) {
  const { isClosed, elsewhere } = await readNetworks(today(now()));
  return view(t("Networks"), NetworksPage, {
    isClosed,
    elsewhere,
    ownAddress: actor.address,
    ranges: await listRanges(),
    today: today(now()),
    form,
  });
}

async function showRules(form: FormState) {
  const ranges = await listRanges();
  return view(t("Networks"), RulesPage, {
    rules: await listRules(),
    ranges: ranges.filter(({ phase }) => phase !== "over"),
    today: today(now()),
    form,
  });
}

export const networkRoutes: readonly Route[] = [
  get(
    networks,
    { input: nothing, allow: administrators, summary: "From which addresses one may come in" },
    ({ actor, form }) => showNetworks(actor, form),
  ),

  post(
    "/networks/ranges",
    {
      input: AddRange,
      allow: administrators,
      fresh: true,
      summary: "Enter a range of addresses",
      form: networks,
    },
    async ({ actor, input }) =>
      done(networks, await addRange(actor, input), {
        status: 201,
        flash: t("The range {range} is entered.", { range: input.range }),
      }),
  ),

  post(
    "/networks/ranges/:id/end",
    { input: EndRecord, allow: administrators, fresh: true, summary: "End a range of addresses" },
    async ({ actor, input }) => {
      await endRange(actor, input);
      const flash = t("The range ends with {date}.", { date: formatDate(input.untilOn) });
      return done(networks, { id: input.id }, { flash });
    },
  ),

  post(
    "/networks/door",
    {
      input: SetDoor,
      allow: administrators,
      fresh: true,
      summary: "Close or open the door to unknown networks",
      form: networks,
    },
    async ({ actor, input }) => {
      await setDoor(actor, input);
      const flash = input.closed
        ? t("The door is closed to unknown networks.")
        : t("The door is open to every network.");
      return done(networks, { closed: input.closed, elsewhere: input.elsewhere }, { flash });
    },
  ),

  get(
    rules,
    { input: nothing, allow: administrators, summary: "Who may come in from where" },
    ({ form }) => showRules(form),
  ),

  post(
    rules,
    {
      input: AddRule,
      allow: administrators,
      fresh: true,
      summary: "Name a range for a right or an office",
      form: rules,
    },
    async ({ actor, input }) =>
      done(rules, await addRule(actor, input), { status: 201, flash: t("The rule is set.") }),
  ),

  post(
    "/networks/rules/:id/end",
    { input: EndRecord, allow: administrators, fresh: true, summary: "End a rule" },
    async ({ actor, input }) => {
      await endRule(actor, input);
      const flash = t("The rule ends with {date}.", { date: formatDate(input.untilOn) });
      return done(rules, { id: input.id }, { flash });
    },
  ),

  get(
    "/networks/refusals",
    { input: nothing, allow: administrators, summary: "Who knocked at the closed door" },
    async () => view(t("Networks"), RefusalsPage, { refusals: await listRefusals() }),
  ),
];
