import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Hop } from "./make-office.ts";

export interface Acknowledged {
  readonly itemId: string;
  readonly movementId: string;
}

const patience = 120_000;
const between = 100;

/** What a careful program does: one key for one sending, sent again until somebody answers. */
export class SendingProgram {
  readonly #origin: string;
  /** Every refusal met on the way, by status; a link that broke counts as 0. */
  readonly troubles = new Map<number, number>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  async send(itemId: string, hop: Hop): Promise<Acknowledged> {
    const key = randomUUID();
    for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(between)) {
      const answer = await this.#ask(itemId, hop, key).catch(() => undefined);
      if (answer?.status === 200) {
        return { itemId, movementId: answer.movementId ?? "" };
      }
      const status = answer?.status ?? 0;
      this.troubles.set(status, (this.troubles.get(status) ?? 0) + 1);
    }
    throw new Error(`Nobody answered the sending of ${itemId}: ${[...this.troubles].join("; ")}`);
  }

  async #ask(itemId: string, { token, toPostId }: Hop, key: string) {
    const response = await fetch(`${this.#origin}/items/${itemId}/movements`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        accept: "application/json",
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify({ toPostId, remarks: "कृपया देखें" }),
      signal: AbortSignal.timeout(8_000),
    });
    const { movementId } = (await response.json()) as { movementId?: string };
    return { status: response.status, movementId };
  }
}
