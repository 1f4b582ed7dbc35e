import { setTimeout as pause } from "node:timers/promises";
import { asSuperuser } from "../../installer/local/provision.ts";
import { filesOfWriter, writers } from "./generate/office-size.ts";

/** Longest wait for the worker to catch up with what was written. */
const longestWait = 30_000;

/**
 * Lays the files of those who write back on the first desk, and waits until the worker has caught up: where there is
 * none, `patience` is nothing.
 */
export async function settle(superuserUrl: string, patience = longestWait): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    await client.query("set secretariat.standpoint = ';;;;;;;;test'"); // a trigger asks who moves an item
    await client.query(
      `update items i set holder_post_id = bench.id(3, bench.hand(f.section)), state = 'moving',
         from_post_id = bench.id(3, bench.head(f.section)), opened_at = now()
       from bench.files f where f.id = i.id and f.kept <= ${writers * filesOfWriter}`,
    );
    await client.query("delete from note_drafts");
    for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(200)) {
      const waiting = await client.query("select from deliveries limit 1");
      if (waiting.rowCount === 0) {
        break;
      }
    }
    await client.query("checkpoint");
  });
}
