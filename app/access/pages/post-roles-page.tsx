import { formatDate, nameOf, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DateInput,
  EmptyState,
  Form,
  HiddenFields,
  PageHeading,
  Panel,
  Select,
  Table,
  Tag,
} from "../../ui/index.ts";
import type { Post } from "../../organisation/index.ts";
import type { GrantLine } from "../account-queries.ts";
import { roleNames, roles } from "../roles.ts";

export interface PostRolesProps {
  readonly post: Post;
  readonly grants: readonly GrantLine[];
  readonly day: string;
  readonly form: FormState;
}

/** What a post may do beyond what lies on its desk, with dates. */
export function PostRolesPage({ post, grants, day, form }: PostRolesProps) {
  return (
    <>
      <PageHeading
        title={t("Rights of the post")}
        hint={<a href={`/office/posts/${post.id}`}>{nameOf(post)}</a>}
      />
      <Table
        caption={t("Rights of the post")}
        rows={grants}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("The post has no special right.")} />}
        columns={[
          { label: t("Right"), heading: true, cell: ({ role }) => t(roles[role]) },
          { label: t("From"), cell: ({ fromOn }) => formatDate(fromOn) },
          {
            label: t("Until"),
            cell: ({ untilOn }) => (untilOn === null ? t("further notice") : formatDate(untilOn)),
          },
          {
            label: t("Withdraw"),
            cell: (grant) =>
              grant.lasts ? (
                <form action={`/role-grants/${grant.id}/withdraw`} method="post">
                  <HiddenFields />
                  <button
                    type="submit"
                    class="button button-link"
                    aria-label={t("Withdraw: {right}", { right: t(roles[grant.role]) })}
                  >
                    {t("Withdraw")}
                  </button>
                </form>
              ) : (
                <Tag>{t("over")}</Tag>
              ),
          },
        ]}
      />
      <Panel title={t("Grant a right")}>
        <Form action={`/posts/${post.id}/roles`} form={form} class="side-form">
          <Select
            name="role"
            label={t("Right")}
            empty={t("Choose")}
            size="long"
            options={roleNames.map((role) => ({ value: role, label: t(roles[role]) }))}
          />
          <DateInput name="fromOn" label={t("First day")} value={day} />
          <DateInput name="untilOn" label={t("Last day")} optional />
          <ButtonBar>
            <Button kind="primary">{t("Grant a right")}</Button>
          </ButtonBar>
        </Form>
      </Panel>
    </>
  );
}
