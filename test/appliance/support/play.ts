import { projectFile } from "../../../app/base/paths.ts";
import { theSwitch } from "../hosts/index.ts";

/** How many tasks changed something on a host and how many failed, by Ansible's own recap. */
export type Recap = Readonly<
  Record<string, { readonly changed: number; readonly failed: number } | undefined>
>;

export interface Played {
  readonly code: number;
  readonly output: string;
  readonly seconds: number;
  readonly recap: Recap;
}

/** Plays a playbook from the data centre on the hosts of an inventory, as an administrator would. */
export async function play(
  inventory: string,
  playbook: string,
  more: readonly string[] = [],
): Promise<Played> {
  const { run } = await theSwitch();
  const began = Date.now();
  const ansible = projectFile("ansible");
  const environment = [`ANSIBLE_CONFIG=${ansible}/ansible.cfg`, "LANG=C.UTF-8", "HOME=/root"];
  // Connections are kept open by address: another run on this machine has hosts of the same addresses.
  const own = [
    `ANSIBLE_LOG_PATH=${inventory}/ansible.log`,
    `ANSIBLE_SSH_CONTROL_PATH_DIR=${inventory}/connections`,
  ];
  const there = ["env", `--chdir=${ansible}`, ...environment, ...own];
  const words = ["-i", `${inventory}/hosts.yml`, `playbooks/${playbook}.yml`, ...more];
  const { code, output, errors } = await run([...there, "ansible-playbook", ...words], {
    timeoutSeconds: 1_800,
  });
  const seconds = (Date.now() - began) / 1000;
  process.stdout.write(`      ${playbook} ${more.join(" ")}: ${seconds.toFixed(0)} s\n`);
  return { code, output: output + errors, seconds, recap: recapOf(output) };
}

function recapOf(output: string): Recap {
  const found = output.matchAll(
    /^(\S+)\s+:\s+ok=\d+\s+changed=(\d+)\s+unreachable=(\d+)\s+failed=(\d+)/gm,
  );
  return Object.fromEntries(
    [...found].map(([, name = "", changed, unreachable, failed]) => [
      name,
      { changed: Number(changed), failed: Number(failed) + Number(unreachable) },
    ]),
  );
}
