import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dump } from "js-yaml";
import { sshOptions } from "../hosts/index.ts";
import type { Host } from "../hosts/index.ts";

export interface Placed {
  readonly lgd: string;
  readonly host: Host;
}

interface More {
  /** Hosts that take the backups of the others. */
  readonly stores?: readonly Host[];
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** An inventory of hosts and their offices, each with a file, two posts and two people. */
export function inventoryOf(
  hosts: readonly Host[],
  offices: readonly Placed[],
  { stores = [], variables = {} }: More = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), "inventory-"));
  mkdirSync(join(folder, "offices"));
  const content = {
    all: {
      vars: {
        ansible_user: "root",
        ansible_python_interpreter: "/usr/bin/python3",
        ansible_ssh_common_args: sshOptions.join(" "),
        secretariat_offices: join(folder, "offices"),
        // Five officers of a test hold no shares.
        office_options: ["--despite-escrow"],
        office_fetched: join(folder, "fetched"),
        collect_fetched: join(folder, "fetched"),
        offboard_fetched: join(folder, "fetched"),
        gate_tries: 6,
        ...variables,
      },
      children: {
        appliances: { hosts: Object.fromEntries(hosts.map(aHost)) },
        backup_hosts: { hosts: Object.fromEntries(stores.map(aHost)) },
        offices: {
          children: Object.fromEntries(
            offices.map(({ lgd, host }) => [`office_${lgd}`, { hosts: { [host.name]: {} } }]),
          ),
        },
      },
    },
  };
  writeFileSync(join(folder, "hosts.yml"), dump(content));
  offices.forEach(({ lgd }) => writeOffice(folder, lgd));
  return folder;
}

function aHost({ name, ip }: Host) {
  return [name, { ansible_host: ip }] as const;
}

/** Also to write it anew under another name. */
export function writeOffice(folder: string, lgd: string, name = `Office ${lgd}`): void {
  const office = {
    lgd,
    code: `OFFICE-${lgd}`,
    kind: "office",
    names: { en: name, hi: `कार्यालय ${lgd}` },
    parent: "CG",
    number: lgd,
    designations: [{ code: `D-${lgd}`, names: { en: "Officer", hi: "अधिकारी" }, rank: 60 }],
    posts: [
      post(lgd, "HEAD", ["officer", "signatory"]),
      post(lgd, "DESK", ["registry", "dealing-hand"]),
    ],
    employees: `${lgd}.csv`,
    administrator: { post: `DESK-${lgd}` },
    mail: { office: `office-${lgd}@cg.example`, domains: ["cg.example"] },
    networks: [
      {
        range: `10.${100 + Math.floor(Number(lgd) / 200)}.${Number(lgd) % 200}.0/24`,
        label: `Line ${lgd}`,
      },
    ],
    letterhead: { office: { en: name, hi: `कार्यालय ${lgd}` } },
    monitoring: { line: `10.77.0.1` },
  };
  writeFileSync(join(folder, "offices", `${lgd}.yml`), dump(office));
  writeFileSync(join(folder, "offices", `${lgd}.csv`), masterOf(lgd));
}

function post(lgd: string, kind: string, roles: readonly string[]) {
  return {
    code: `${kind}-${lgd}`,
    designation: `D-${lgd}`,
    names: { en: `${kind} of office ${lgd}`, hi: `${kind === "HEAD" ? "प्रमुख" : "लिपिक"} ${lgd}` },
    marking: `${kind}/${lgd}`,
    roles,
  };
}

function masterOf(lgd: string): string {
  const person = (number: number, name: string, at: string) =>
    `E${lgd}${number},श्री,${name},${name === "Ramesh" ? "रमेश" : "सुरेश"} साहू,पुरुष,15.08.1980,01.07.2005,p${number}.${lgd}@cg.example,9${number}0000${lgd.padStart(4, "0")},D-${lgd},${at}-${lgd},01.01.2026`;
  return [
    "Employee code,Appellation,Name,Name in Hindi,Gender,Date of birth,Date of joining service,E-mail,Mobile,Designation,Post,Posted since",
    person(1, "Ramesh", "HEAD"),
    person(2, "Suresh", "DESK"),
  ].join("\n");
}
