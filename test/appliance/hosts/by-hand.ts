import { parseArgs } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { client, keyFile, startHost, theSwitch } from "./index.ts";
import { wayInto } from "./enter.ts";

/** Starts hosts and says how to walk in; they live until Ctrl-C. */
const { values } = parseArgs({
  options: {
    name: { type: "string", multiple: true, default: ["one"] },
    copy: { type: "string", multiple: true, default: [] },
    from: { type: "string" },
    disk: { type: "string" },
  },
});

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

for (const [index, name] of values.name.entries()) {
  const host = await startHost({
    name,
    ip: `10.77.0.${11 + index}`,
    ...(values.from === undefined ? {} : { from: values.from }),
    ...(values.disk === undefined ? {} : { diskMegabytes: Number(values.disk) }),
  });
  for (const path of values.copy) {
    await host.copyIn(path, "/root");
  }
  say(`${name} (${host.ip}) is up`);
  say(`  a shell in it: ${wayInto(host.leader()).join(" ")} env -i HOME=/root TERM=$TERM bash -l`);
}
const [sw, vpn, outside] = [await theSwitch(), await client("vpn"), await client("outside")];
say(`beside the hosts: ip netns exec ${sw.namespace} ssh -i ${keyFile} root@10.77.0.11`);
say(`in the VPN:       ip netns exec ${vpn.namespace} curl -k https://10.77.0.11/`);
say(`outside it:       ip netns exec ${outside.namespace} curl -k https://10.77.0.11/`);
say("Ctrl-C ends them all.");
for (;;) {
  await sleep(60_000);
}
