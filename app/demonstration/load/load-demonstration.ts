import { sealCommitted, writeCheckpoint } from "../../audit/index.ts";
import { atMoment, now, today } from "../../base/index.ts";
import { planHistory } from "../history/plan-history.ts";
import { buildOffice } from "../office.ts";
import { createRandom } from "../random.ts";
import { loadHeads } from "./load-heads.ts";
import { loadLetters } from "./load-letters.ts";
import { loadOffice } from "./load-office.ts";
import { tell } from "./progress.ts";
import { replay } from "./replay.ts";
import { setScene } from "./scene.ts";
import { writeSignIns } from "./sign-ins.ts";

/** The same seed and day make the same secretariat. */
const seed = "chhattisgarh";
const password = "namaste-chhattisgarh";
const foundedDaysAgo = 400;

/** Loads the demonstration secretariat into an empty database: an office, and a year of its work. */
export async function loadDemonstration(): Promise<void> {
  const end = now();
  const founded = new Date(end.getTime() - foundedDaysAgo * 86_400_000);
  const random = createRandom(seed);
  const office = buildOffice(random.fork("office"), today(end));
  tell(
    `Setting up ${office.units.length} units, ${office.posts.length} posts and ${office.employees.length} people`,
  );
  const seats = await atMoment(founded, () => loadOffice(office, password));
  const heads = await atMoment(founded, loadHeads);
  const plan = planHistory(random.fork("history"), office, end);
  tell(`Living through a year: ${plan.receipts.size} letters, ${plan.steps.length} steps`);
  const letters = loadLetters(plan);
  await Promise.all([
    letters.finished,
    replay(setScene({ plan, seats, heads, letters }), plan.steps),
  ]);
  tell("Sealing the record");
  await sealAll();
  await writeSignIns(seats, password);
}

async function sealAll(): Promise<void> {
  while ((await sealCommitted()) > 0) {
    // batch by batch
  }
  await writeCheckpoint();
}
