import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { config, row, type BilingualName } from "../../base/index.ts";
import type { Seats } from "./load-office.ts";

/** Whom a visitor may be, and what each is good for. */
const suggested: readonly { readonly post: string; readonly why: string }[] = [
  { post: "GAD-CRU:AG3-1", why: "diarises letters" },
  { post: "REV-LA:ASO-1", why: "opens files, notes and drafts" },
  { post: "REV-LA:SO", why: "leads a section" },
  { post: "REV:US-1", why: "approves and signs" },
  { post: "REV:PS", why: "decides" },
  { post: "GAD-CSO:CS", why: "the Chief Secretary" },
  { post: "EIT-GEN:AG2-1", why: "administers units, posts and people" },
  { post: "FIN:US-1", why: "reads the record" },
];

/** Leaves word for the launcher, beside the documents, of whom to sign in as. */
export async function writeSignIns(seats: Seats, password: string): Promise<void> {
  const signIns = [];
  for (const { post, why } of suggested) {
    const seat = seats.get(post);
    const person = seat?.accountId ? await personOf(seat.accountId, seat.postId) : undefined;
    if (person) {
      signIns.push({ ...person, password, why });
    }
  }
  const path = join(dirname(config().DOCUMENTS_FOLDER), "demonstration.json");
  writeFileSync(path, JSON.stringify({ signIns }, undefined, 2));
}

function personOf(accountId: string, postId: string) {
  return row<BilingualName & { login: string; postEn: string; postHi: string }>(
    `select a.login, e.name_en as "nameEn", e.name_hi as "nameHi", p.name_en as "postEn", p.name_hi as "postHi"
     from accounts a join employees e on e.id = a.employee_id, posts p
     where a.id = $accountId and p.id = $postId`,
    { accountId, postId },
  );
}
