import { z } from "zod";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { checkbox, day, id, languages, line, listOf, words } from "../base/index.ts";
import { roleNames, type Role } from "./roles.ts";
import { tokenAreaNames } from "./token-reach.ts";

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
  mayWrite: checkbox,
  areas: listOf(z.enum(tokenAreaNames)),
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

export const OpenProof = z.strictObject({ next: z.string().max(2_000).default("/tray") });

const code = z.string().max(100);

/** The browser's answer for a passkey, as the script puts it into the form; its parts are judged later. */
function answered<Answer>() {
  return z
    .string()
    .max(20_000)
    .transform((text, context): Answer => {
      try {
        return JSON.parse(text) as Answer;
      } catch {
        context.addIssue({ code: "custom", message: notAPasskey });
        return z.NEVER;
      }
    })
    .refine((answer) => PasskeyAnswer.safeParse(answer).success, notAPasskey);
}

const notAPasskey = words("The passkey could not be used. Open the page again and try once more.");

const PasskeyAnswer = z.looseObject({
  id: z.string().min(1),
  rawId: z.string().min(1),
  type: z.literal("public-key"),
  response: z.looseObject({ clientDataJSON: z.string() }),
});

export const ProveFactor = z.strictObject({
  next: z.string().max(2_000).default("/tray"),
  code: code.optional(),
  passkey: answered<AuthenticationResponseJSON>().optional(),
});

export const ConfirmMyself = z.strictObject({
  ...ProveFactor.shape,
  password: z.string().max(1_000).optional(),
  /** A form that waits for the confirmation: where it goes, and its fields. */
  action: z.string().max(2_000).optional(),
  content: z.string().max(1_000_000).optional(),
});

export const AddApp = z.strictObject({ name: line(60), code });

export const AddPasskey = z.strictObject({
  name: line(60),
  passkey: answered<RegistrationResponseJSON>(),
});

export const OpenSecurity = z.strictObject({ next: z.string().max(2_000).optional() });
export const FactorPath = z.strictObject({ factorId: id });
export const NameFactor = z.strictObject({ factorId: id, name: line(60) });
export const SessionPath = z.strictObject({ sessionId: z.string().max(100) });
export const AccountSessionPath = z.strictObject({
  accountId: z.uuid(),
  sessionId: z.string().max(100),
});

export const BreakGlassForm = z.strictObject({
  login: z.string().trim().min(1, words("Write your login.")).max(200),
  password: z.string().min(1, words("Write your password.")).max(1_000),
  code: z.string(words("Write the code of the app.")).max(100),
});

const numberIn = (least: number, most: number) =>
  z.coerce
    .number(words("Write a whole number."))
    .int(words("Write a whole number."))
    .min(least, words("This is too little."))
    .max(most, words("This is too much."));

export const SetPolicy = z.strictObject({
  roles: listOf(z.enum(roleNames as readonly [Role, ...Role[]])),
  units: listOf(id),
  idleMinutes: numberIn(5, 1_440),
  absoluteMinutes: numberIn(15, 1_440),
  passwordMinimum: numberIn(8, 64),
  fromOn: day,
  orderNumber: line(100).optional(),
});
