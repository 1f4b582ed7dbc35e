import type { Site } from "./schema.ts";

export interface Sizing {
  /** Settings of Postgres that grow with the machine. */
  readonly postgres: Readonly<Record<string, string>>;
  readonly redisMemory: string;
  /** `MemoryMax` of one web process. */
  readonly webMemory: string;
  readonly workerMemory: string;
  /** Connections to Postgres of one process. */
  readonly pool: number;
  readonly gigabytes: number;
  readonly cores: number;
}

const sizes: Readonly<Record<Site["sizing"], Sizing>> = {
  small: {
    postgres: memory({ shared: "512MB", cache: "1536MB", work: "8MB", upkeep: "64MB" }),
    redisMemory: "256mb",
    webMemory: "1G",
    workerMemory: "1G",
    pool: 10,
    gigabytes: 4,
    cores: 2,
  },
  office: {
    postgres: memory({ shared: "2GB", cache: "5GB", work: "16MB", upkeep: "256MB" }),
    redisMemory: "512mb",
    webMemory: "1536M",
    workerMemory: "1536M",
    pool: 20,
    gigabytes: 8,
    cores: 4,
  },
  state: {
    postgres: memory({ shared: "8GB", cache: "22GB", work: "32MB", upkeep: "1GB" }),
    redisMemory: "2gb",
    webMemory: "3G",
    workerMemory: "3G",
    pool: 30,
    gigabytes: 32,
    cores: 8,
  },
};

/** What the machine is asked to give to each part, by the one word in site.yml. */
export function sizingOf(site: Pick<Site, "sizing">): Sizing {
  return sizes[site.sizing];
}

function memory(given: { shared: string; cache: string; work: string; upkeep: string }) {
  return {
    shared_buffers: given.shared,
    effective_cache_size: given.cache,
    work_mem: given.work,
    maintenance_work_mem: given.upkeep,
  };
}
