import { formatDate, formatNumber, type FormState, nameOf, t } from "../../base/index.ts";
import {
  Button,
  DefinitionList,
  EmptyState,
  HiddenFields,
  Mixed,
  Notice,
  PageHeading,
  Panel,
  Table,
} from "../../ui/index.ts";
import type { PostLine } from "../post-queries.ts";
import type { SectionSubject, UnitLine } from "../unit-queries.ts";
import { unitKinds, type Unit } from "../unit.ts";
import { Holders } from "./holders.tsx";
import { SubjectForm } from "./subject-form.tsx";

export interface UnitProps {
  readonly unit: Unit;
  readonly units: readonly UnitLine[];
  readonly posts: readonly PostLine[];
  readonly subjects: readonly SectionSubject[];
  readonly administers: boolean;
  readonly form: FormState;
}

/** A unit: what stands under it, its posts and who holds them, and what its letters are about. */
export function UnitPage(props: UnitProps) {
  const { unit, units, posts, administers } = props;
  return (
    <>
      <PageHeading
        title={nameOf(unit)}
        hint={t(unitKinds[unit.kind])}
        actions={administers && unit.closedOn === null && <Actions unit={unit} />}
      />
      {unit.closedOn !== null && (
        <Notice tone="warning">
          {t("This unit was closed on {date}.", { date: formatDate(unit.closedOn) })}
        </Notice>
      )}
      <DefinitionList
        columns={2}
        items={[
          { label: t("Code"), value: unit.code },
          { label: t("Number in file numbers"), value: unit.number },
          {
            label: t("Address"),
            value: nameOf({ nameEn: unit.addressEn, nameHi: unit.addressHi }),
          },
        ]}
      />
      <Panel title={t("Posts")}>
        <PostTable posts={posts} />
      </Panel>
      {units.length > 0 && (
        <Panel title={t("Units below")}>
          <UnitTable units={units} />
        </Panel>
      )}
      {(unit.kind === "section" || props.subjects.length > 0) && <Subjects {...props} />}
    </>
  );
}

function Actions({ unit }: { readonly unit: Unit }) {
  const base = `/office/units/${unit.id}`;
  return (
    <>
      <Button href={`${base}/posts/new`}>{t("New post")}</Button>
      <Button href={`${base}/units/new`}>{t("New unit below")}</Button>
      <Button href={`${base}/edit`}>{t("Rename")}</Button>
      <form action={`${base}/close`} method="post">
        <HiddenFields />
        <Button kind="danger">{t("Close the unit")}</Button>
      </form>
    </>
  );
}

export function PostTable(props: {
  readonly posts: readonly PostLine[];
  readonly withUnit?: boolean;
}) {
  return (
    <Table
      caption={t("Posts")}
      rows={props.posts}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("No post is set up here.")} />}
      columns={[
        {
          label: t("Post"),
          heading: true,
          cell: (post) => (
            <a href={`/office/posts/${post.id}`}>
              <Mixed text={nameOf(post)} />
            </a>
          ),
        },
        ...(props.withUnit === true
          ? [
              {
                label: t("Unit"),
                cell: (post: PostLine) => (
                  <a href={`/office/units/${post.unitId}`}>
                    <Mixed text={nameOf({ nameEn: post.unitNameEn, nameHi: post.unitNameHi })} />
                  </a>
                ),
              },
            ]
          : []),
        { label: t("Held by"), cell: (post) => <Holders holders={post.holders} /> },
        { label: t("Marking abbreviation"), cell: (post) => <span lang="en">{post.marking}</span> },
      ]}
    />
  );
}

function UnitTable({ units }: { readonly units: readonly UnitLine[] }) {
  return (
    <Table
      caption={t("Units below")}
      rows={units}
      rowKey={({ id }) => id}
      columns={[
        {
          label: t("Unit"),
          heading: true,
          cell: (unit) => (
            <a href={`/office/units/${unit.id}`}>
              <Mixed text={nameOf(unit)} />
            </a>
          ),
        },
        { label: t("Kind"), cell: (unit) => t(unitKinds[unit.kind]) },
        { label: t("Units below"), number: true, cell: (unit) => formatNumber(unit.units) },
        { label: t("Posts"), number: true, cell: (unit) => formatNumber(unit.posts) },
      ]}
    />
  );
}

function Subjects({ unit, subjects, administers, form }: UnitProps) {
  return (
    <Panel title={t("Subjects of the section")}>
      {subjects.length === 0 && <p class="quiet">{t("No subject is entered yet.")}</p>}
      <ul class="subject-list">
        {subjects.map((subject) => (
          <li key={subject.id}>
            <Mixed text={nameOf(subject)} />
            {administers && (
              <form action={`/office/units/${unit.id}/subjects/${subject.id}/remove`} method="post">
                <HiddenFields />
                <button
                  type="submit"
                  class="button button-link"
                  aria-label={t("Remove {name}", { name: nameOf(subject) })}
                >
                  {t("Remove")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {administers && unit.closedOn === null && <SubjectForm unitId={unit.id} form={form} />}
    </Panel>
  );
}
