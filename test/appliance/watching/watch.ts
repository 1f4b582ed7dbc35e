import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server as WebServer } from "node:http";
import { createServer as createListener, type AddressInfo, type Server } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dump, load } from "js-yaml";
import { parseSite } from "../../../installer/site/index.ts";
import { renderAlertmanager } from "../../../installer/watching/config/alertmanager.ts";
import { renderRules } from "../../../installer/watching/config/rules.ts";
import { until } from "../hosts/index.ts";
import { tellStandIns } from "./stand-ins.ts";

/** A Prometheus and an Alertmanager of their own, asking one exporter that says what it is told to say. */
export interface Watch {
  /** Whether the cause of an alert is there. */
  set(alert: string, isThere: boolean): void;
  /** Whether a process answers when Prometheus asks it. */
  setProcess(name: string, isUp: boolean): void;
  /** When each of these alerts stood in Alertmanager, or stood there no more. */
  until(names: readonly string[], stands: boolean): Promise<ReadonlyMap<string, number>>;
  untilMail(expected: RegExp): Promise<void>;
  /** Lets Prometheus forget what a figure said until now. */
  forget(figure: string): Promise<void>;
  killPrometheus(): Promise<void>;
  stop(): Promise<void>;
}

export async function startWatch(): Promise<Watch> {
  const folder = mkdtempSync(join(tmpdir(), "watch-"));
  const causes = new Set<string>();
  const dead = new Set<string>();
  const mails: string[] = [];
  const exporter = await listening(exporterOf(causes, dead));
  const relay = await listening(relayOf(mails));
  const [own, manager] = [await freePort(), await freePort()];
  const address = `http://127.0.0.1:${own}`;
  writeFileSync(join(folder, "rules.yml"), hurried(renderRules()));
  writeFileSync(join(folder, "prometheus.yml"), prometheusFor(portOf(exporter), manager));
  writeFileSync(join(folder, "alertmanager.yml"), alertmanagerFor(portOf(relay)));
  const alertmanager = run("prometheus-alertmanager", folder, [
    `--config.file=alertmanager.yml`,
    `--storage.path=alertmanager`,
    `--web.listen-address=127.0.0.1:${manager}`,
    "--cluster.listen-address=",
  ]);
  const prometheus = run("prometheus", folder, [
    "--config.file=prometheus.yml",
    "--storage.tsdb.path=figures",
    `--web.listen-address=127.0.0.1:${own}`,
    "--web.enable-admin-api",
  ]);
  await until({ what: "Prometheus and Alertmanager", seconds: 120 }, async () =>
    (await isReady(address)) && (await isReady(`http://127.0.0.1:${manager}`)) ? true : undefined,
  );
  return {
    set: (alert, isThere) => void (isThere ? causes.add(alert) : causes.delete(alert)),
    setProcess: (name, isUp) => void (isUp ? dead.delete(name) : dead.add(name)),
    until: (names, stands) => untilSeen(`http://127.0.0.1:${manager}`, names, stands),
    untilMail: async (expected) => {
      await until({ what: `a mail ${expected.source}`, seconds: 400 }, async () =>
        mails.some((mail) => expected.test(subjectOf(mail))) ? true : undefined,
      );
    },
    forget: async (figure) => {
      const query = `match[]=${encodeURIComponent(`{__name__="${figure}"}`)}`;
      await fetch(`${address}/api/v1/admin/tsdb/delete_series?${query}`, { method: "POST" });
    },
    killPrometheus: () => end(prometheus),
    stop: async () => {
      await Promise.all([end(prometheus), end(alertmanager)]);
      exporter.close();
      relay.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The shipped rules, but that nothing must hold for a while: the expressions stay as they are. */
export function hurried(rules: string): string {
  return rules.replaceAll(/^(\s+for: ).*$/gm, "$10s");
}

function exporterOf(causes: ReadonlySet<string>, dead: ReadonlySet<string>): WebServer {
  return createServer((request, response) => {
    const name = (request.url ?? "").slice(1);
    response.statusCode = dead.has(name) ? 503 : 200;
    response.end(name === "figures" ? tellStandIns((alert) => causes.has(alert)) : "");
  });
}

/** Each process under the job that it has on a host, and beside them the figures of all. */
function prometheusFor(exporter: number, manager: number): string {
  const job = (name: string, paths: readonly string[]) =>
    paths.map((path) => ({
      job_name: path,
      metrics_path: `/${path}`,
      honor_labels: path === "figures",
      static_configs: [{ targets: [`127.0.0.1:${exporter}`] }],
      relabel_configs: [
        { target_label: "job", replacement: name },
        { target_label: "instance", replacement: path },
      ],
    }));
  return dump({
    global: { scrape_interval: "2s", evaluation_interval: "2s" },
    rule_files: ["rules.yml"],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${manager}`] }] }] },
    scrape_configs: [
      ...job("web", ["web-1", "web-2"]),
      ...job("worker", ["worker"]),
      ...job("redis", ["redis"]),
      ...job("site", ["site"]),
      ...job("figures", ["figures"]),
    ],
  });
}

/** As it ships for a site with a relay; only the mail goes in the clear, and at once. */
function alertmanagerFor(relay: number): string {
  const example = readFileSync("installer/site/site.example.yml", "utf8");
  const site = parseSite(example);
  const mailed = {
    ...site,
    mail: { relay: `127.0.0.1:${relay}`, from: "secretariat@cg.example" },
    monitoring: { ...site.monitoring, alertTo: "sdc@cg.example" },
  };
  const settings = load(renderAlertmanager(mailed)) as Record<string, object>;
  return dump({ global: { smtp_require_tls: false }, ...settings }, { lineWidth: -1 });
}

/** Takes every mail, as a relay does. */
function relayOf(mails: string[]): Server {
  return createListener((socket) => {
    let text = "";
    let isMail = false;
    socket.write("220 relay\r\n");
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      text += chunk.toString("utf8");
      if (isMail) {
        if (text.includes("\r\n.\r\n")) {
          mails.push(text);
          [text, isMail] = ["", false];
          socket.write("250 taken\r\n");
        }
        return;
      }
      isMail = text.startsWith("DATA");
      socket.write(
        isMail ? "354 go on\r\n" : text.startsWith("QUIT") ? "221 bye\r\n" : "250 yes\r\n",
      );
      text = "";
    });
  });
}

function subjectOf(mail: string): string {
  const line = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(mail)?.[1] ?? "";
  const words = line.replaceAll(/\?=\s+=\?/g, "?==?");
  return words.replaceAll(/=\?utf-8\?q\?(.*?)\?=/gi, (_, coded: string) =>
    decodeURIComponent(coded.replaceAll("_", "%20").replaceAll("=", "%")),
  );
}

async function untilSeen(
  manager: string,
  names: readonly string[],
  stands: boolean,
): Promise<ReadonlyMap<string, number>> {
  const at = new Map<string, number>();
  const look = async (): Promise<true | undefined> => {
    const standing = await standingIn(manager);
    for (const name of names) {
      if (standing.has(name) === stands) {
        at.set(name, at.get(name) ?? Date.now());
      } else {
        at.delete(name);
      }
    }
    return at.size === names.length ? true : undefined;
  };
  const what = stands ? "alerts to fire" : "alerts to clear";
  await until({ what, seconds: 300, everyMilliseconds: 500 }, look).catch((error: unknown) => {
    const missing = names.filter((name) => !at.has(name));
    throw new Error(`${what}: ${missing.join(", ")}`, { cause: error });
  });
  return at;
}

/** What Alertmanager would tell now; what another alert silences does not count. */
async function standingIn(manager: string): Promise<ReadonlySet<string>> {
  const answer = await fetch(`${manager}/api/v2/alerts?inhibited=false&silenced=false`);
  const told = (await answer.json()) as readonly { labels: { alertname: string } }[];
  return new Set(told.map(({ labels }) => labels.alertname));
}

async function isReady(address: string): Promise<boolean> {
  return fetch(`${address}/-/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function run(program: string, folder: string, given: readonly string[]): ChildProcess {
  return spawn(program, given, { cwd: folder, stdio: "ignore" });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
}

async function listening<One extends Server | WebServer>(server: One): Promise<One> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function portOf(server: Server | WebServer): number {
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = await listening(createListener());
  const port = portOf(server);
  server.close();
  await once(server, "close");
  return port;
}
