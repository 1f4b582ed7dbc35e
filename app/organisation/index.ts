import type { Module } from "../base/index.ts";

export { findPost, isVacant, searchPosts, type Post } from "./post.ts";

export const organisation: Module = { name: "organisation", routes: [], sections: [] };
