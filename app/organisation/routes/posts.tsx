import {
  anyPost,
  done,
  get,
  nameOf,
  now,
  post,
  t,
  today,
  view,
  type FormState,
  type Route,
} from "../../base/index.ts";
import { changePost } from "../change-post.ts";
import { closePost } from "../close-post.ts";
import { createPost } from "../create-post.ts";
import { listDesignations } from "../designation.ts";
import { ChangePostPage, NewPostPage } from "../pages/post-form.tsx";
import { PostPage } from "../pages/post-page.tsx";
import { PostsPage } from "../pages/posts-page.tsx";
import { formHead } from "../pages/form-head.ts";
import { organisationPolicy } from "../policy.ts";
import { holdersOverTime, listPosts, readPost } from "../post-queries.ts";
import { searchPosts } from "../post.ts";
import { ChangePost, CreatePost, ListPosts, PostPath, UnitPath } from "../unit-input.ts";
import { findUnit } from "../unit.ts";
import { administers, administrator, crumbsTo } from "./units.tsx";

/** What a lookup of posts found without script. */
export async function foundPosts({ values }: FormState, name: string) {
  const words = values[`_text_${name}`];
  const posts = typeof words === "string" && words !== "" ? await searchPosts(words) : [];
  return posts.map((one) => ({ value: one.id, label: nameOf(one) }));
}

export const postRoutes: readonly Route[] = [
  get(
    "/office/posts",
    { input: ListPosts, allow: anyPost, summary: "Open posts by name, marking or unit" },
    async ({ actor, input }) =>
      view(t("Posts"), PostsPage, {
        q: input.q,
        vacant: input.vacant ?? false,
        ...(await listPosts(input)),
        administers: administers(actor),
      }),
  ),

  get(
    "/office/units/:unitId/posts/new",
    { input: UnitPath, allow: administrator, summary: "The form for a new post" },
    async ({ input, form }) => {
      const unit = await findUnit(input.unitId);
      const head = formHead(t("New post"), await crumbsTo(unit, true));
      return view(head, NewPostPage, {
        unit,
        designations: await listDesignations(),
        found: await foundPosts(form, "reportsToId"),
        form,
      });
    },
  ),

  post(
    "/office/units/:unitId/posts",
    {
      input: CreatePost,
      allow: administrator,
      summary: "Set up a post in a unit",
      form: "/office/units/:unitId/posts/new",
    },
    async ({ actor, input }) => {
      const created = await createPost(actor, input);
      return done(`/office/posts/${created.id}`, created, {
        flash: t("{name} is set up.", { name: nameOf(input) }),
        status: 201,
      });
    },
  ),

  get(
    "/office/posts/:postId",
    { input: PostPath, allow: anyPost, summary: "A post, who holds it and who held it" },
    async ({ actor, input }) => {
      const found = await readPost(input.postId);
      const unit = await findUnit(found.unitId);
      const head = { title: nameOf(found), breadcrumb: await crumbsTo(unit, true) };
      return view(head, PostPage, {
        post: found,
        holdings: await holdersOverTime(found.id),
        administers: administers(actor),
        handsOver: organisationPolicy.can(actor, "handOver", { postId: found.id }),
        day: today(now()),
      });
    },
  ),

  get(
    "/office/posts/:postId/edit",
    { input: PostPath, allow: administrator, summary: "The form to change a post" },
    async ({ input, form }) => {
      const found = await readPost(input.postId);
      return view(formHead(t("Change the post")), ChangePostPage, {
        post: found,
        found: await foundPosts(form, "reportsToId"),
        form,
      });
    },
  ),

  post(
    "/office/posts/:postId/edit",
    {
      input: ChangePost,
      allow: administrator,
      summary: "Change names, marking and superior of a post",
      form: "/office/posts/:postId/edit",
    },
    async ({ actor, input: { postId, ...given } }) => {
      await changePost(actor, postId, given);
      return done(`/office/posts/${postId}`, { id: postId }, { flash: t("Saved.") });
    },
  ),

  post(
    "/office/posts/:postId/close",
    { input: PostPath, allow: administrator, summary: "Close a post that is vacant and idle" },
    async ({ actor, input }) => {
      await closePost(actor, input.postId);
      return done(
        `/office/posts/${input.postId}`,
        { id: input.postId },
        { flash: t("The post is closed.") },
      );
    },
  ),
];
