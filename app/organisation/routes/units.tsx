import {
  type Actor,
  anyPost,
  done,
  get,
  hasRole,
  nameOf,
  nothing,
  post,
  type Route,
  t,
  view,
} from "../../base/index.ts";
import { closeUnit } from "../close-unit.ts";
import { createDesignation, listDesignations } from "../designation.ts";
import { createUnit } from "../create-unit.ts";
import { DesignationsPage } from "../pages/designations-page.tsx";
import { NewUnitPage, RenameUnitPage } from "../pages/unit-form.tsx";
import { OfficePage } from "../pages/office-page.tsx";
import { UnitPage } from "../pages/unit-page.tsx";
import { formHead } from "../pages/form-head.ts";
import { organisationPolicy, wholeOffice } from "../policy.ts";
import { postsOf } from "../post-queries.ts";
import { renameUnit } from "../rename-unit.ts";
import { addSubject, removeSubject } from "../subjects.ts";
import {
  AddSubject,
  CreateDesignation,
  CreateUnit,
  OpenUnits,
  RenameUnit,
  SubjectPath,
  UnitPath,
} from "../unit-input.ts";
import {
  countOffice,
  searchUnits,
  subjectsOf,
  unitsAbove,
  unitsBelow,
  unitTree,
} from "../unit-queries.ts";
import { findUnit, type Unit } from "../unit.ts";

export const administrator = hasRole("administrator");

export const administers = (actor: Actor): boolean =>
  organisationPolicy.can(actor, "administer", wholeOffice);

/** The way down to a unit; the unit itself is the page. */
export async function crumbsTo(unit: Pick<Unit, "ancestorIds">, withItself = false) {
  const above = await unitsAbove(unit);
  return [
    { label: t("Office"), href: "/office" },
    ...(withItself ? above : above.slice(0, -1)).map((one) => ({
      label: nameOf(one),
      href: `/office/units/${one.id}`,
    })),
  ];
}

export const unitRoutes: readonly Route[] = [
  get(
    "/office",
    { input: OpenUnits, allow: anyPost, summary: "The tree of units, or those found by words" },
    async ({ actor, input }) =>
      view(t("Office"), OfficePage, {
        q: input.q,
        counts: await countOffice(),
        units: input.q === undefined ? await unitTree() : await searchUnits(input.q),
        administers: administers(actor),
      }),
  ),

  get(
    "/office/units/:unitId",
    { input: UnitPath, allow: anyPost, summary: "A unit, its posts, holders and subjects" },
    async ({ actor, input, form }) => {
      const unit = await findUnit(input.unitId);
      const head = { title: nameOf(unit), breadcrumb: await crumbsTo(unit) };
      return view(head, UnitPage, {
        unit,
        units: await unitsBelow(unit.id),
        posts: await postsOf(unit.id),
        subjects: await subjectsOf(unit.id),
        administers: administers(actor),
        form,
      });
    },
  ),

  get(
    "/office/units/:unitId/units/new",
    { input: UnitPath, allow: administrator, summary: "The form for a new unit" },
    async ({ input, form }) => {
      const parent = await findUnit(input.unitId);
      const head = formHead(t("New unit"), await crumbsTo(parent, true));
      return view(head, NewUnitPage, { parent, form });
    },
  ),

  post(
    "/office/units/:unitId/units",
    {
      input: CreateUnit,
      allow: administrator,
      summary: "Set up a unit below this one",
      form: "/office/units/:unitId/units/new",
    },
    async ({ actor, input: { unitId, ...given } }) => {
      const unit = await createUnit(actor, { ...given, parentId: unitId });
      return done(`/office/units/${unit.id}`, unit, {
        flash: t("{name} is set up.", { name: nameOf(given) }),
        status: 201,
      });
    },
  ),

  get(
    "/office/units/:unitId/edit",
    { input: UnitPath, allow: administrator, summary: "The form to rename a unit" },
    async ({ input, form }) => {
      const unit = await findUnit(input.unitId);
      const head = formHead(t("Rename the unit"), await crumbsTo(unit, true));
      return view(head, RenameUnitPage, { unit, form });
    },
  ),

  post(
    "/office/units/:unitId/edit",
    {
      input: RenameUnit,
      allow: administrator,
      summary: "Give a unit other names, number or address",
      form: "/office/units/:unitId/edit",
    },
    async ({ actor, input: { unitId, ...given } }) => {
      await renameUnit(actor, unitId, given);
      return done(`/office/units/${unitId}`, { id: unitId }, { flash: t("Saved.") });
    },
  ),

  post(
    "/office/units/:unitId/close",
    {
      input: UnitPath,
      allow: administrator,
      summary: "Close a unit that has nothing open below it",
    },
    async ({ actor, input }) => {
      await closeUnit(actor, input.unitId);
      return done(
        `/office/units/${input.unitId}`,
        { id: input.unitId },
        { flash: t("The unit is closed.") },
      );
    },
  ),

  post(
    "/office/units/:unitId/subjects",
    {
      input: AddSubject,
      allow: administrator,
      summary: "Add a subject to a section",
      form: "/office/units/:unitId",
    },
    async ({ actor, input: { unitId, ...name } }) =>
      done(`/office/units/${unitId}`, await addSubject(actor, unitId, name), {
        flash: t("Saved."),
        status: 201,
      }),
  ),

  post(
    "/office/units/:unitId/subjects/:subjectId/remove",
    { input: SubjectPath, allow: administrator, summary: "Take a subject off a section" },
    async ({ actor, input: { unitId, subjectId } }) => {
      await removeSubject(actor, unitId, subjectId);
      return done(`/office/units/${unitId}`, { id: unitId }, { flash: t("Saved.") });
    },
  ),

  get(
    "/office/designations",
    { input: nothing, allow: administrator, summary: "The designations by rank" },
    async ({ form }) =>
      view(t("Designations"), DesignationsPage, { designations: await listDesignations(), form }),
  ),

  post(
    "/office/designations",
    {
      input: CreateDesignation,
      allow: administrator,
      summary: "Enter a designation",
      form: "/office/designations",
    },
    async ({ actor, input }) =>
      done("/office/designations", await createDesignation(actor, input), {
        flash: t("Saved."),
        status: 201,
      }),
  ),
];
