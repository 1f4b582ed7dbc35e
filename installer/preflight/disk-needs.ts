import type { Site } from "../site/index.ts";

export const gibibyte = 1024 ** 3;

interface DiskNeeds {
  /** One more release and a bad day. */
  readonly productBytes: number;
  /** Rows and documents of the first years. */
  readonly dataBytes: number;
}

const needs: Readonly<Record<Site["sizing"], DiskNeeds>> = {
  small: { productBytes: 2 * gibibyte, dataBytes: 5 * gibibyte },
  office: { productBytes: 4 * gibibyte, dataBytes: 50 * gibibyte },
  state: { productBytes: 4 * gibibyte, dataBytes: 500 * gibibyte },
};

/** What each size of site.yml asks of the disks. */
export function diskNeedsOf(site: Pick<Site, "sizing">): DiskNeeds {
  return needs[site.sizing];
}
