import { t } from "../../base/index.ts";
import { Filters, NextPage, PageHeading } from "../../ui/index.ts";
import type { PostLine } from "../post-queries.ts";
import { OfficeTabs } from "./office-tabs.tsx";
import { PostTable } from "./unit-page.tsx";

export interface PostsProps {
  readonly q: string | undefined;
  readonly vacant: boolean;
  readonly posts: readonly PostLine[];
  readonly next: string | undefined;
  readonly administers: boolean;
}

export function PostsPage({ q, vacant, posts, next, administers }: PostsProps) {
  return (
    <>
      <PageHeading title={t("Posts")} />
      <OfficeTabs current="posts" administers={administers} />
      <Filters
        filters={[
          { name: "q", label: t("Name, marking or unit"), value: q },
          {
            name: "vacant",
            label: t("Held by"),
            value: vacant ? "true" : undefined,
            options: [{ value: "true", label: t("Nobody: vacant") }],
          },
        ]}
      />
      <PostTable posts={posts} withUnit />
      <NextPage name="before" next={next} />
    </>
  );
}
