import { z } from "zod";
import { day, id, languages, line, words } from "../base/index.ts";
import { roleNames, type Role } from "./roles.ts";

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

const password = z.string(words("Write the password.")).max(1_000);

export const ChangePassword = z.strictObject({ present: password, password, again: password });

const longestLife = 365;

export const MakeToken = z.strictObject({
  name: line(100),
  days: z.coerce
    .number(words("Write a number of days, at most 365."))
    .int(words("Write a number of days, at most 365."))
    .min(1, words("Write a number of days, at most 365."))
    .max(longestLife, words("Write a number of days, at most 365.")),
});

export const TokenPath = z.strictObject({ tokenId: z.uuid() });

export const ListAccounts = z.strictObject({
  q: z.string().max(200).optional(),
  state: z.enum(["disabled", "locked", "waiting"]).optional(),
  before: z.string().max(200).optional(),
});

export const AccountPath = z.strictObject({ accountId: z.uuid() });
export const PersonPath = z.strictObject({ employeeId: z.uuid() });

export const FirstPasswords = z.strictObject({ unitId: id.optional() });

export const PostPath = z.strictObject({ postId: z.uuid() });

export const GrantRole = z.strictObject({
  postId: z.uuid(),
  role: z.enum(roleNames as readonly [Role, ...Role[]], words("Choose the right.")),
  fromOn: day,
  untilOn: day.optional(),
});

export const GrantPath = z.strictObject({ grantId: z.uuid() });
