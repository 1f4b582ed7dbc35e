import { readFileSync, readdirSync } from "node:fs";
import { asSuperuser } from "../../installer/local/provision.ts";

export interface Memory {
  readonly webMegabytes: number;
  readonly workerMegabytes: number;
  /** Of all its processes: what each has for itself, and what they share, once. */
  readonly postgresMegabytes: number;
}

type Amounts = Readonly<Record<string, number>>;

/** What the processes of the product hold in memory now. */
export async function readMemory(
  superuserUrl: string,
  { web, worker }: { web: number; worker: number },
): Promise<Memory> {
  const postgres = await asSuperuser(superuserUrl, async (client) => {
    const found = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    return familySize(amountsOf(found.rows[0]?.pid ?? 0)["PPid"] ?? 0);
  });
  return {
    webMegabytes: megabytes(amountsOf(web)["VmRSS"] ?? 0),
    workerMegabytes: megabytes(amountsOf(worker)["VmRSS"] ?? 0),
    postgresMegabytes: megabytes(postgres),
  };
}

function familySize(postmaster: number): number {
  const family = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), amounts: amountsOf(Number(name)) }))
    .filter(({ pid, amounts }) => pid === postmaster || amounts["PPid"] === postmaster)
    .map(({ amounts }) => amounts);
  const own = family.reduce((sum, amounts) => sum + (amounts["RssAnon"] ?? 0), 0);
  return own + Math.max(0, ...family.map((amounts) => amounts["RssShmem"] ?? 0));
}

/** Kilobytes and numbers as the kernel tells them of a process. */
function amountsOf(pid: number): Amounts {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, "utf8").matchAll(/^(\w+):\s+(\d+)/gm);
    return Object.fromEntries([...lines].map(([, name, amount]) => [name, Number(amount)]));
  } catch {
    return {}; // it ended meanwhile
  }
}

function megabytes(kilobytes: number): number {
  return Math.round(kilobytes / 1024);
}
