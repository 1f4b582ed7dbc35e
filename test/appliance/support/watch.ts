import { until } from "../hosts/index.ts";
import type { Host } from "../hosts/index.ts";

/** What Prometheus on the host answers to this question: its first value, none where nothing fits. */
export async function asked(host: Host, query: string): Promise<number | undefined> {
  const ask = ["curl", "-s", "--get", "http://127.0.0.1:9090/api/v1/query"];
  const { output } = await host.run([...ask, "--data-urlencode", `query=${query}`]);
  const value = /"value":\[[\d.]+,"([^"]+)"\]/.exec(output)?.[1];
  return value === undefined ? undefined : Number(value);
}

/** Waits until Prometheus answers with this value. */
export async function untilAsked(host: Host, query: string, value: number): Promise<void> {
  await until(
    { what: `${query} to be ${value}`, seconds: 240, everyMilliseconds: 2000 },
    async () => ((await asked(host, query)) === value ? true : undefined),
  );
}

/** How the helpdesk's page sums up: green, amber, red or unknown. */
export async function summaryOf(host: Host): Promise<string | undefined> {
  const page = await host.run("curl -s http://127.0.0.1:9480/helpdesk/");
  return /class="summary (\w+)"/.exec(page.output)?.[1];
}
