import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { load } from "cheerio";
import { Provider as OidcProvider } from "oidc-provider";
import { v7 as newId } from "uuid";
import type { OpenIdProvider } from "../../../app/single-sign-on/provider-settings.ts";
import { farewellAddress, returnAddress } from "../../../app/single-sign-on/providers.ts";
import { siteOrigin } from "../visit.ts";

export interface Claimed {
  readonly employeeCode: string;
  readonly email: string;
}

/** A certified OpenID provider that is not ours; whoever gives a login is taken for that person. */
export async function aPlainProvider(people: Map<string, Claimed>) {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = settingsOf(issuer);
  const oidc = new OidcProvider(issuer, await configurationOf(provider, people));
  server.on("request", oidc.callback());
  return {
    provider,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function settingsOf(issuer: string): OpenIdProvider {
  return {
    kind: "oidc",
    id: `plain-${newId().slice(-12)}`,
    nameEn: "State sign-in",
    nameHi: "राज्य प्रवेश",
    clientId: "secretariat",
    secret: "a-secret-of-the-client-with-length",
    origins: [],
    privateHosts: [],
    issuer,
    scope: "openid profile email",
    clientAuthentication: "basic",
    claims: { employeeCode: "employee_code", email: "email", name: "name" },
    userinfo: true,
    ownsMailboxes: false,
    secondFactor: { acr: [], amr: [] },
  };
}

async function configurationOf(provider: OpenIdProvider, people: Map<string, Claimed>) {
  const backChannel = `/single-sign-on/${provider.id}/back-channel-logout`;
  return {
    clients: [
      {
        client_id: provider.clientId,
        client_secret: provider.secret,
        redirect_uris: [returnAddress(provider)],
        post_logout_redirect_uris: [farewellAddress()],
        backchannel_logout_uri: (await siteOrigin()) + backChannel,
        backchannel_logout_session_required: true,
      },
    ],
    claims: {
      openid: ["sub"],
      profile: ["name", "employee_code"],
      email: ["email", "email_verified"],
    },
    features: { backchannelLogout: { enabled: true } },
    /** Its own guard against asking private addresses would keep it from telling us. */
    fetch: (url: string, options: RequestInit) =>
      fetch(
        url,
        Object.fromEntries(Object.entries(options).filter(([name]) => name !== "dispatcher")),
      ),
    pkce: { required: () => true },
    findAccount: (_context: unknown, login: string) => ({
      accountId: login,
      claims: () => ({
        sub: login,
        name: "Sita Sahu",
        employee_code: people.get(login)?.employeeCode,
        email: people.get(login)?.email,
        email_verified: true,
      }),
    }),
  };
}

/** A browser at the provider: fills in the forms it is shown until it is led back to us. */
export class PersonThere {
  readonly #cookies = new Map<string, string>();
  readonly #login: string;

  constructor(login: string) {
    this.#login = login;
  }

  /** Follows an address there until it leads to a page of ours. */
  async follow(address: string, ours: string): Promise<URL> {
    let [url, form] = [address, undefined as URLSearchParams | undefined];
    for (let hops = 0; hops < 15; hops += 1) {
      const answer = await this.#ask(url, form);
      const location = answer.headers.get("location");
      const page = location === null ? load(await answer.text()) : undefined;
      url = new URL(location ?? page?.("form").attr("action") ?? "", url).href;
      if (url.startsWith(ours)) {
        return new URL(url);
      }
      form = page && this.#filled(page);
    }
    throw new Error(`${this.#login} was not led back`);
  }

  #filled(page: ReturnType<typeof load>): URLSearchParams {
    const form = new URLSearchParams();
    for (const field of page("input[type=hidden], button[name]")) {
      form.append(page(field).attr("name") ?? "", page(field).attr("value") ?? "");
    }
    if (page("input[name=login]").length > 0) {
      form.append("login", this.#login);
      form.append("password", "any");
    }
    return form;
  }

  async #ask(url: string, form: URLSearchParams | undefined): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(form ? { method: "POST", body: form } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }
}
