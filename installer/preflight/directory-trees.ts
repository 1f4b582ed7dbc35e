import { readFile } from "node:fs/promises";
import { Client } from "ldapts";

const patience = 4_000;

/** The trees a directory serves, as it tells anybody who asks (RFC 4512, 5.1); none where it does not tell. */
export async function directoryTrees(
  url: string,
  authorityFile: string,
): Promise<readonly string[]> {
  const authority = await readFile(authorityFile, "utf8").catch(() => undefined);
  const client = new Client({
    url,
    timeout: patience,
    connectTimeout: patience,
    strictDN: false,
    ...(authority === undefined ? {} : { tlsOptions: { ca: [authority] } }),
  });
  try {
    const { searchEntries } = await client.search("", {
      scope: "base",
      attributes: ["namingContexts"],
    });
    return [searchEntries[0]?.["namingContexts"] ?? []].flat().map(String);
  } catch {
    return [];
  } finally {
    await client.unbind().catch(() => undefined);
  }
}
