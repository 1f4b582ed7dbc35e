import type { Check } from "../check.ts";

export const foreignPostgres: Check = {
  id: "PF-014",
  title: { hi: "दूसरा Postgres", en: "Another Postgres" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "इस सर्वर पर Postgres का दूसरा समूह है: {found}। उसका डेटा हमारा नहीं है।",
    en: "This server has another Postgres cluster: {found}. Its rows are not ours.",
  },
  remedy: {
    hi: "सचिवालय के लिए अलग सर्वर लें, या उस समूह का बैकअप लेकर उसे हटाएँ: pg_dropcluster",
    en: "Take a server of its own, or back that cluster up and remove it: pg_dropcluster",
  },
  async look({ machine }) {
    const versions = await machine.names("/etc/postgresql");
    const clusters = await Promise.all(
      versions.map(async (version) =>
        (await machine.names(`/etc/postgresql/${version}`)).map((name) => `${version}/${name}`),
      ),
    );
    const found = clusters.flat().filter((name) => name !== "15/secretariat");
    return found.length > 0 ? { gaps: { found: found.join(", ") } } : undefined;
  },
};
