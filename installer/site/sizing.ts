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
  /**
   * What the journal takes in a day. Measured on an installed host: 0.8 KB for each line, a line for each request, and
   * 10 MB a day of the host itself; so room for 20,000, 100,000 and 700,000 requests.
   */
  readonly journalMegabytesADay: number;
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
    journalMegabytesADay: 25,
    pool: 10,
    gigabytes: 4,
    cores: 2,
  },
  office: {
    postgres: memory({ shared: "2GB", cache: "5GB", work: "16MB", upkeep: "256MB" }),
    redisMemory: "512mb",
    process: { high: "1536M", most: "2G", tasks: 512, heap: 1024 },
    journalMegabytesADay: 100,
    pool: 20,
    gigabytes: 8,
    cores: 4,
  },
  state: {
    postgres: memory({ shared: "8GB", cache: "22GB", work: "32MB", upkeep: "1GB" }),
    redisMemory: "2gb",
    process: { high: "3G", most: "4G", tasks: 512, heap: 2048 },
    journalMegabytesADay: 600,
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
