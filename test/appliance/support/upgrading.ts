import { join } from "node:path";
import type { UpgradeJournal } from "../../../installer/upgrade/journal.ts";
import type { Answer, Host } from "../hosts/index.ts";

const state = "/var/lib/secretariat/installer";

/** An administrator who upgrades a host, and what he can find out about it. */
export class Upgrading {
  readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  /** Carries a bundle in with its signature; answers where it lies there. */
  async carryIn(bundle: string): Promise<string> {
    await this.host.copyIn(bundle, "/root");
    await this.host.copyIn(`${bundle}.minisig`, "/root");
    return join("/root", bundle.split("/").at(-1) ?? "");
  }

  command(...words: readonly string[]): Promise<Answer> {
    const all = ["/usr/local/bin/secretariat", ...words, "--language", "en"];
    return this.host.run(all, { timeoutSeconds: 900 });
  }

  async installed(): Promise<string> {
    const { output } = await this.command("version", "--json");
    return (JSON.parse(output) as { installed: string }).installed;
  }

  async journal(): Promise<Partial<UpgradeJournal>> {
    const { output } = await this.host.run(["cat", `${state}/upgrade.json`]);
    return output === "" ? {} : (JSON.parse(output) as UpgradeJournal);
  }

  /** Signal 9 for whoever holds the lock, as if somebody had pulled the administrator's plug. */
  async kill(): Promise<void> {
    const lock = await this.host.must(["cat", `${state}/lock`]);
    const holder = JSON.parse(lock) as { process: number };
    await this.host.must(["kill", "-KILL", String(holder.process)]);
  }

  sql(text: string, timeoutSeconds = 60): Promise<string> {
    const psql = ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", text, "secretariat"];
    return this.host.must(["runuser", "-u", "postgres", "--", ...psql], { timeoutSeconds });
  }

  /** Of tables nobody deletes from. */
  async rows(): Promise<number> {
    return Number(
      await this.sql("select (select count(*) from events) + (select count(*) from accounts)"),
    );
  }
}
