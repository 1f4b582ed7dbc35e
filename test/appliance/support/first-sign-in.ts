import { expect } from "chai";
import { client } from "../hosts/index.ts";
import type { Host } from "../hosts/index.ts";
import { browserAt } from "./browse.ts";
import { administrator, officeName } from "./site.ts";

/** What the first administrator chooses in place of the password that was shown once. */
export const chosenPassword = "नदी किनारे पाँच हरे आम के पेड़ 2026";

/** Signs the first administrator in from the VPN with what the installation told, and chooses a password. */
export async function signInFirst(host: Host, told: string): Promise<void> {
  const password = /One-time password\s+(\S+)/.exec(told)?.[1] ?? "";
  expect(password).match(/^[a-z0-9-]{12,}$/);
  const authority = await host.must("cat /etc/secretariat/tls/authority.crt");
  const place = await client("vpn");
  const visitor = browserAt({ place, host, name: officeName, authority });
  const door = await visitor.get("/sign-in");
  expect(door.status, door.why).equal(200);
  const wrong = await visitor.submit(door, { login: administrator.login, password: "wrong" });
  expect(wrong.$("form[action='/sign-in']").length).equal(1);
  const inside = await visitor.submit(wrong, { login: administrator.login, password });
  expect(inside.address, inside.text.slice(0, 500)).match(/\/password$/); // nobody keeps what was shown
  const own = { present: password, password: chosenPassword, again: chosenPassword };
  const home = await visitor.submit(inside, own);
  expect(home.status).equal(200);
  expect(home.$("form[action='/sign-out']").length, home.text.slice(0, 3000)).greaterThan(0);
  visitor.close();
}
