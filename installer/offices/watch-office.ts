import { dirname } from "node:path";
import { ensureDirectory, ensureFile, type Host } from "../host/index.ts";
import { places } from "../places.ts";
import type { Site } from "../site/index.ts";
import { readOffices } from "./read-office.ts";
import type { OfficeFile } from "./schema.ts";

/** Where Prometheus finds the lines it asks, and where the helpdesk page finds whom to call. */
export const watchFiles = {
  lines: "/etc/prometheus/secretariat/offices.json",
  offices: `${places.state}/watch/offices.json`,
  contact: `${places.state}/watch/contact.json`,
} as const;

/** Writes what the watch must know of every office that has a file here; true when something changed. */
export async function watchOffices(host: Host, without?: string): Promise<boolean> {
  const offices = await readOffices(places.offices, without);
  for (const path of Object.values(watchFiles)) {
    await ensureDirectory(host, { path: dirname(path), mode: 0o755 });
  }
  const lines = await ensureFile(host, { path: watchFiles.lines, content: json(linesOf(offices)) });
  const known = await ensureFile(host, {
    path: watchFiles.offices,
    content: json(helpOf(offices)),
  });
  return lines || known;
}

/** Whom the page names for what all offices feel, by site.yml. */
export function contactText({ monitoring: { contact } }: Site): string {
  const told = contact && {
    names: { hi: contact.nameHi, en: contact.nameEn },
    phone: contact.phone,
  };
  return json(told ?? null);
}

/** In the form of Prometheus' `file_sd_configs`. */
export function linesOf(offices: readonly OfficeFile[]): readonly object[] {
  return offices.flatMap(({ lgd, monitoring }) =>
    monitoring ? [{ targets: [monitoring.line], labels: { office: lgd } }] : [],
  );
}

/** What the helpdesk page shows beside an office's light. */
export function helpOf(offices: readonly OfficeFile[]): readonly object[] {
  return offices.map(({ lgd, names, helpdesk, monitoring }) => ({
    lgd,
    names,
    helpdesk: helpdesk ?? null,
    hasLine: monitoring !== undefined,
  }));
}

function json(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
