import type { Requirement } from "./requirement.ts";
import { business } from "./rows/business.ts";
import { data, logs, making, media } from "./rows/data.ts";
import { encoding } from "./rows/encoding.ts";
import { files, frontend, requests } from "./rows/frontend.ts";
import { keys, onTheWay, settings } from "./rows/keys.ts";
import { openId, rights, tokens } from "./rows/rights.ts";
import { sessions, signingIn } from "./rows/signing-in.ts";

/** Every requirement of ASVS 5.0.0 at levels 1 and 2, and those of level 3 that we chose to meet. */
export const requirements: readonly Requirement[] = [
  ...encoding,
  ...business,
  ...frontend,
  ...requests,
  ...files,
  ...signingIn,
  ...sessions,
  ...rights,
  ...tokens,
  ...openId,
  ...keys,
  ...onTheWay,
  ...settings,
  ...data,
  ...making,
  ...logs,
  ...media,
];
