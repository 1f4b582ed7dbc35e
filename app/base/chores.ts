import { encryptOldContents } from "./encryption/encrypt-old-contents.ts";
import { defineChore } from "./jobs.ts";
import { sweepLent } from "./lent-file.ts";
import { sweepIncoming } from "./storage.ts";
import { forgetSubmissions } from "./web/once.ts";

const hourly = 3_600;

/** What the foundation itself must tidy up. */
defineChore("base.forget-submissions", hourly, forgetSubmissions);
defineChore("base.sweep-incoming", hourly, () => sweepIncoming());
defineChore("base.sweep-lent", hourly, sweepLent);
defineChore("base.encrypt-old-contents", hourly, async () => void (await encryptOldContents()));
