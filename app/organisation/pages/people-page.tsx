import { nameOf, t } from "../../base/index.ts";
import { Button, EmptyState, Mixed, NextPage, PageHeading, Table, Tag } from "../../ui/index.ts";
import { salutations } from "../employee.ts";
import type { PersonLine } from "../people-queries.ts";
import { ChargeTag } from "./holders.tsx";
import { OfficeTabs } from "./office-tabs.tsx";
import { SearchLine } from "./search-line.tsx";

export interface PeopleProps {
  readonly q: string | undefined;
  readonly people: readonly PersonLine[];
  readonly next: string | undefined;
  readonly administers: boolean;
}

/** Everybody in the employee master, with the posts they hold today. */
export function PeoplePage({ q, people, next, administers }: PeopleProps) {
  return (
    <>
      <PageHeading
        title={t("People")}
        actions={administers && <Button href="/office/people/new">{t("Enter an employee")}</Button>}
      />
      <OfficeTabs current="people" administers={administers} />
      <SearchLine
        action="/office/people"
        label={t("Find a person")}
        hint={t("Name, post or employee code, in either script")}
        q={q}
      />
      <Table
        caption={t("People")}
        rows={people}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("Nothing was found")} />}
        columns={[
          {
            label: t("Name"),
            heading: true,
            cell: (person) => (
              <a href={`/office/people/${person.id}`}>
                <Mixed text={fullName(person)} />
              </a>
            ),
          },
          { label: t("Post"), cell: (person) => <Charges person={person} /> },
          { label: t("Employee code"), cell: ({ code }) => <span lang="en">{code}</span> },
          { label: t("E-mail"), cell: ({ email }) => <span lang="en">{email}</span> },
        ]}
      />
      <NextPage name="before" next={next} />
    </>
  );
}

function Charges({ person }: { readonly person: PersonLine }) {
  if (person.charges.length === 0) {
    return <Tag>{t("No post today")}</Tag>;
  }
  return (
    <ul class="plain-list">
      {person.charges.map((charge) => (
        <li key={charge.chargeId}>
          <a href={`/office/posts/${charge.postId}`}>
            <Mixed text={nameOf(charge)} />
          </a>{" "}
          <ChargeTag kind={charge.kind} />
        </li>
      ))}
    </ul>
  );
}

/** Form of address and name. */
export function fullName(person: {
  readonly salutation: string;
  readonly nameEn: string;
  readonly nameHi: string;
}): string {
  const written = person.salutation.replaceAll(".", "");
  const known = salutations[written as keyof typeof salutations];
  return `${known ? t(known) : person.salutation} ${nameOf(person)}`;
}
