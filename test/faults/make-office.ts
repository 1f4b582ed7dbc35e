/** Makes officers with tokens, and items with the way each shall go, in the database of the environment. */
import { v7 as newId } from "uuid";
import { closeDatabase, insert } from "../../app/base/index.ts";
import { asTask } from "../../app/base/standpoint.ts";
import { hashOfToken, newTokenText } from "../../app/access/access-token.ts";
import { anItem, anOfficer, type AnOfficer } from "../support/builders.ts";

export interface Hop {
  readonly token: string;
  readonly toPostId: string;
}

export interface Journey {
  readonly itemId: string;
  readonly hops: readonly Hop[];
}

const officerCount = 12;
const [single, long, hopsOfLong] = [400, 200, 3]; // a thousand sends

async function main(): Promise<void> {
  const officers: { officer: AnOfficer; token: string }[] = [];
  for (let count = 0; count < officerCount; count += 1) {
    const officer = await anOfficer();
    officers.push({ officer, token: await tokenOf(officer) });
  }
  const at = (index: number) => officers[index % officerCount] ?? fail();
  const journeys: Journey[] = [];
  for (let count = 0; count < single + long; count += 1) {
    const { id } = await anItem(at(count).officer);
    const hops = Array.from({ length: count < single ? 1 : hopsOfLong }, (_, hop) => ({
      token: at(count + hop).token,
      toPostId: at(count + hop + 1).officer.postId,
    }));
    journeys.push({ itemId: id, hops });
  }
  process.stdout.write(JSON.stringify(journeys));
  await closeDatabase();
}

async function tokenOf({ accountId, postId }: AnOfficer): Promise<string> {
  const text = newTokenText();
  const [createdAt, expiresAt] = [new Date(), new Date(Date.now() + 3_600_000)];
  const token = { accountId, postId, name: "test", tokenHash: hashOfToken(text) };
  await insert("access_tokens", { id: newId(), ...token, createdAt, expiresAt });
  return text;
}

function fail(): never {
  throw new Error("There is no such officer");
}

await asTask("test", main);
