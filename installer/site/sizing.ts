import type { Site } from "./schema.ts";

export interface Sizing {
  /** Settings of Postgres that grow with the machine. */
  readonly postgres: Readonly<Record<string, string>>;
  readonly redisMemory: string;
  /** What one web process or worker may take: pressed from `high` on, ended at `most`; `heap` is V8's, in MB. */
  readonly process: {
    readonly high: string;
    readonly most: string;
    readonly tasks: number;
    readonly heap: number;
  };
  /** Connections to Postgres of one process. */
  readonly pool: number;
  readonly gigabytes: number;
  readonly cores: number;
}

const sizes: Readonly<Record<Site["sizing"], Sizing>> = {
  small: {
    postgres: memory({ shared: "512MB", cache: "1536MB", work: "8MB", upkeep: "64MB" }),
    redisMemory: "256mb",
    process: { high: "768M", most: "1G", tasks: 256, heap: 512 },
    pool: 10,
    gigabytes: 4,
    cores: 2,
  },
  office: {
    postgres: memory({ shared: "2GB", cache: "5GB", work: "16MB", upkeep: "256MB" }),
    redisMemory: "512mb",
    process: { high: "1536M", most: "2G", tasks: 512, heap: 1024 },
    pool: 20,
    gigabytes: 8,
    cores: 4,
  },
  state: {
    postgres: memory({ shared: "8GB", cache: "22GB", work: "32MB", upkeep: "1GB" }),
    redisMemory: "2gb",
    process: { high: "3G", most: "4G", tasks: 512, heap: 2048 },
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
