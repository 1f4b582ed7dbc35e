import { z } from "zod";
import { languages, words } from "../base/index.ts";

export const OpenSignIn = z.strictObject({ next: z.string().max(2_000).default("/tray") });

export const SignInForm = z.strictObject({
  login: z.string().trim().min(1, words("Write your login.")).max(200),
  password: z.string().min(1, words("Write your password.")).max(1_000),
  next: z.string().max(2_000).default("/tray"),
});

export const ChooseLanguage = z.strictObject({
  language: z.enum(languages),
  next: z.string().max(2_000).default("/"),
});

export const ChoosePost = z.strictObject({
  postId: z.uuid(words("Choose one of your posts.")),
});
