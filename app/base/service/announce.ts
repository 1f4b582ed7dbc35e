import { v7 as newId } from "uuid";
import { now } from "../clock.ts";
import { row, transaction } from "../database.ts";
import { conflict, invalid } from "../errors.ts";
import { record } from "../events.ts";
import { nobody } from "../policy.ts";
import { insert } from "../records.ts";
import { despiteReadOnly } from "./held-back.ts";
import { readServiceState } from "./follow.ts";
import type { Announcement } from "./state.ts";

export type NewAnnouncement = Omit<Announcement, "id">;

const longest = 300;

/** Puts words on top of every page from one moment to another; returns the id by which they are withdrawn. */
export async function announce(announcement: NewAnnouncement): Promise<string> {
  refuseUnfit(announcement);
  const id = newId();
  await despiteReadOnly(() =>
    transaction(async () => {
      await insert("announcements", { id, ...announcement });
      const { wordsHi, wordsEn, fromAt, untilAt } = announcement;
      await record(nobody, "service.announced", {
        subject: { type: "announcement", id },
        detail: { wordsHi, wordsEn, fromAt, untilAt },
      });
    }),
  );
  await readServiceState();
  return id;
}

/** Takes an announcement down before its time. */
export async function withdrawAnnouncement(id: string): Promise<void> {
  await despiteReadOnly(() =>
    transaction(async () => {
      const taken = await row(
        `update announcements set withdrawn_at = $at
         where id = $id and withdrawn_at is null returning id`,
        { id, at: now() },
      );
      if (!taken) {
        throw conflict("This announcement does not stand.");
      }
      await record(nobody, "service.announcement-withdrawn", {
        subject: { type: "announcement", id },
      });
    }),
  );
  await readServiceState();
}

function refuseUnfit({ wordsHi, wordsEn, fromAt, untilAt }: NewAnnouncement): void {
  for (const [field, said] of [
    ["wordsHi", wordsHi],
    ["wordsEn", wordsEn],
  ] as const) {
    if (said.trim() === "" || said.length > longest) {
      throw invalid(field, "Write the announcement in both languages, 300 characters at most.");
    }
  }
  if (!(fromAt < untilAt) || untilAt <= now()) {
    throw invalid("untilAt", "The end of the announcement must lie ahead and after its beginning.");
  }
}
