import { expect } from "chai";
import { spawn, type ChildProcess } from "node:child_process";
import { theSwitch } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { carriedHost, medium } from "./support/carried-host.ts";

interface Fault {
  /** The number in the list of faults, see README.md. */
  readonly number: number;
  readonly name: string;
  readonly cause: string;
  readonly undo: string;
  /** The check that must find it. */
  readonly check: string;
  readonly severity: "fail" | "warn";
}

const faults: readonly Fault[] = [
  {
    number: 8,
    name: "a disk 95 % full",
    cause:
      "fallocate -l $(($(df --output=avail -B1 / | tail -1) - $(df --output=size -B1 / | tail -1) / 20)) /var/filler",
    undo: "rm /var/filler",
    check: "PF-007",
    severity: "fail",
  },
  {
    number: 10,
    name: "port 443 taken",
    cause:
      "systemd-run -q --unit=taker python3 -m http.server 443 --bind 0.0.0.0; for i in $(seq 50); do ss -Htln 'sport = :443' | grep -q . && break; sleep 0.1; done",
    undo: "systemctl stop taker",
    check: "PF-013",
    severity: "fail",
  },
  {
    number: 11,
    name: "a Postgres of somebody else",
    cause:
      "mkdir -p /etc/postgresql/15/main /var/lib/postgresql/15/main && touch /etc/postgresql/15/main/postgresql.conf && echo 15 >/var/lib/postgresql/15/main/PG_VERSION; systemd-run -q --unit=taker python3 -m http.server 5432 --bind 127.0.0.1; for i in $(seq 50); do ss -Htln 'sport = :5432' | grep -q . && break; sleep 0.1; done",
    undo: "systemctl stop taker; rm -r /etc/postgresql /var/lib/postgresql",
    check: "PF-014",
    severity: "fail",
  },
  {
    number: 18,
    name: "a package that is half configured",
    cause: "dpkg --unpack $(ls MEDIUM/apt/pool/openssl_*.deb)",
    undo: "dpkg --configure -a",
    check: "PF-042",
    severity: "fail",
  },
  {
    number: 20,
    name: "a file system that takes no writes",
    cause: "mount --bind /opt /opt && mount -o remount,ro,bind /opt",
    undo: "umount /opt",
    check: "PF-011",
    severity: "fail",
  },
];

describe("A host that cannot carry the office", function () {
  this.timeout(900_000);
  let host: Host;
  let clock: ChildProcess | undefined;

  before(async () => {
    host = await carriedHost({ name: "unfit", ip: "10.77.0.31" }, "timeServers: [10.77.0.1]\n");
  });
  after(async () => {
    clock?.kill("SIGKILL");
    await host.stop();
  });

  async function found(): Promise<ReadonlyMap<string, string>> {
    const command = [`${medium}/install`, "preflight", "--config", "/root/site.yml", "--json"];
    const { output, errors } = await host.run(command, { timeoutSeconds: 240 });
    expect(output, errors).match(/^\{/);
    const told = JSON.parse(output) as { results: { id: string; outcome: string }[] };
    return new Map(told.results.map(({ id, outcome }) => [id, outcome]));
  }

  for (const { number, name, cause, undo, check, severity } of faults) {
    it(`is told of ${name} (fault ${number})`, async () => {
      await host.must(cause.replace("MEDIUM", medium), { timeoutSeconds: 60 });
      const seen = await found();
      await host.must(undo, { timeoutSeconds: 60 });
      expect(seen.get(check), JSON.stringify([...seen])).equal(severity);
    });
  }

  it("is told of a clock ten minutes off (fault 12)", async () => {
    const { namespace } = await theSwitch();
    clock = spawn("ip", ["netns", "exec", namespace, "python3", "-c", aheadOfUs], {
      stdio: "ignore",
    });
    const seen = await found();
    expect(seen.get("PF-021"), JSON.stringify([...seen])).equal("fail");
  });

  it("is looked at all the same where /tmp lets no program run (fault 9)", async () => {
    await host.must("mount -o remount,noexec /tmp || mount -t tmpfs -o noexec tmpfs /tmp");
    expect((await host.run([`${medium}/install`, "verify"], { timeoutSeconds: 120 })).code).equal(
      0,
    );
    await host.must("mount -o remount,exec /tmp");
  });

  it("is looked at all the same without route or name server (faults 6, 13)", async () => {
    await host.must("ip route del default");
    const seen = await found();
    await host.must("ip route add default via 10.77.0.1");
    expect(seen.get("PF-050"), JSON.stringify([...seen])).equal("pass");
  });
});

/** A time server whose clock is ten minutes ahead. */
const aheadOfUs = `
import socket, struct, time
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("10.77.0.1", 123))
while True:
    question, asker = server.recvfrom(64)
    now = time.time() + 2208988800 + 600
    stamp = struct.pack("!II", int(now), int((now % 1) * 2**32))
    server.sendto(b"\\x24\\x01\\x00\\xec" + bytes(12) + stamp + question[40:48] + stamp + stamp, asker)
`;
