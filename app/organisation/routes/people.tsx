import {
  anyPost,
  done,
  fragment,
  get,
  nameOf,
  nothing,
  post,
  t,
  view,
  type FormState,
  type Route,
} from "../../base/index.ts";
import { LookupOptions } from "../../ui/index.ts";
import { changeEmployee } from "../change-employee.ts";
import { listDesignations } from "../designation.ts";
import { findEmployee } from "../employee.ts";
import { fullName, PeoplePage } from "../pages/people-page.tsx";
import { PersonFormPage } from "../pages/person-form.tsx";
import { PersonPage } from "../pages/person-page.tsx";
import { formHead } from "../pages/form-head.ts";
import { ChangeEmployee, ListPeople, PersonPath, RegisterEmployee } from "../people-input.ts";
import { chargesOverTime, listPeople, type PersonLine } from "../people-queries.ts";
import { maySeePrivate, refuseBeyondReach } from "../private-reach.ts";
import { registerEmployee } from "../register-employee.ts";
import { FindByWords } from "../unit-input.ts";
import { administers, administrator } from "./units.tsx";

const crumbs = () => [{ label: t("People"), href: "/office/people" }];

export const peopleRoutes: readonly Route[] = [
  get(
    "/office/people",
    {
      input: ListPeople,
      allow: anyPost,
      summary: "People by name, code or post, in either script",
    },
    async ({ actor, input }) =>
      view(t("People"), PeoplePage, {
        q: input.q,
        ...(await listPeople(input)),
        administers: administers(actor),
      }),
  ),

  get(
    "/office/people/lookup",
    { input: FindByWords, allow: anyPost, summary: "People for a lookup" },
    async ({ input }) => fragment(LookupOptions, { options: await lookUp(input.q) }),
  ),

  get(
    "/office/people/new",
    { input: nothing, allow: administrator, summary: "The form to enter an employee" },
    async ({ form }) =>
      view(formHead(t("Enter an employee"), crumbs()), PersonFormPage, {
        designations: await listDesignations(),
        form,
      }),
  ),

  post(
    "/office/people",
    {
      input: RegisterEmployee,
      allow: administrator,
      summary: "Enter an employee",
      form: "/office/people/new",
    },
    async ({ actor, input }) => {
      const created = await registerEmployee(actor, input);
      return done(`/office/people/${created.id}`, created, {
        flash: t("{name} is entered. Now give charge of a post.", { name: nameOf(input) }),
        status: 201,
      });
    },
  ),

  get(
    "/office/people/:employeeId",
    { input: PersonPath, allow: anyPost, summary: "A person and the posts held over time" },
    async ({ actor, input }) => {
      const employee = await findEmployee(input.employeeId);
      const sees = await maySeePrivate(actor, employee.id);
      const head = { title: fullName(employee), breadcrumb: crumbs() };
      return view(head, PersonPage, {
        employee: sees ? employee : withoutPrivate(employee),
        charges: await chargesOverTime(employee.id),
        administers: administers(actor),
        seesPrivate: sees,
      });
    },
  ),

  get(
    "/office/people/:employeeId/edit",
    { input: PersonPath, allow: administrator, summary: "The form to correct an employee" },
    async ({ actor, input, form }) => {
      await refuseBeyondReach(actor, input.employeeId);
      return view(formHead(t("Change the employee"), crumbs()), PersonFormPage, {
        employee: await findEmployee(input.employeeId),
        designations: await listDesignations(),
        form,
      });
    },
  ),

  post(
    "/office/people/:employeeId/edit",
    {
      input: ChangeEmployee,
      allow: administrator,
      summary: "Correct what the master says of an employee",
      form: "/office/people/:employeeId/edit",
    },
    async ({ actor, input: { employeeId, ...given } }) => {
      await changeEmployee(actor, employeeId, given);
      return done(`/office/people/${employeeId}`, { id: employeeId }, { flash: t("Saved.") });
    },
  ),
];

/** What a lookup of people found without script. */
export async function foundPeople({ values }: FormState) {
  const words = values["_text_employeeId"];
  const found = typeof words === "string" && words !== "" ? await lookUp(words) : [];
  return found.map(({ id, label }) => ({ value: id, label }));
}

async function lookUp(q: string) {
  const { people } = await listPeople({ q });
  return people.slice(0, 20).map((person) => ({
    id: person.id,
    label: `${fullName(person)} (${person.code})`,
    detail: detailOf(person),
  }));
}

function detailOf({ charges: [first] }: PersonLine): string {
  return first ? nameOf(first) : t("No post today");
}

/** Birth, mobile and service particulars are the administrators' business; programs get no more than pages. */
function withoutPrivate(employee: Awaited<ReturnType<typeof findEmployee>>) {
  const { officePhone, intercom, room } = employee.details;
  const details = Object.entries({ officePhone, intercom, room }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...employee,
    mobile: "",
    bornOn: "",
    joinedOn: "",
    class: null,
    details: Object.fromEntries(details),
  };
}
