import { load, type CheerioAPI } from "cheerio";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Place } from "../hosts/index.ts";

export interface Page {
  /** 0: no answer at all. */
  readonly status: number;
  readonly address: string;
  readonly text: string;
  readonly $: CheerioAPI;
  /** What curl says where there was no answer. */
  readonly why: string;
}

export interface Browser {
  get(path: string): Promise<Page>;
  /** Fills in the form of the page and sends it, as a reader would. */
  submit(page: Page, values: Readonly<Record<string, string>>): Promise<Page>;
  close(): void;
}

interface Where {
  readonly place: Place;
  readonly host: { readonly ip: string };
  readonly name: string;
  /** The certificate of the authority to be trusted, as text. */
  readonly authority: string;
}

/** Somebody with a browser at this place of the network, who trusts the state's authority and nobody else. */
export function browserAt({ place, host, name, authority }: Where): Browser {
  const folder = mkdtempSync(join(tmpdir(), "browser-"));
  const [trusted, cookies, body] = ["authority.pem", "cookies", "body"].map((it) =>
    join(folder, it),
  );
  writeFileSync(trusted ?? "", authority);
  const always = ["curl", "-sS", "-L", "--max-time", "20", "--cacert", trusted ?? ""];
  const kept = ["-b", cookies ?? "", "-c", cookies ?? "", "-o", body ?? ""];
  const way = ["--resolve", `${name}:443:${host.ip}`, "-H", "accept: text/html"];

  const ask = async (path: string, more: readonly string[] = []): Promise<Page> => {
    writeFileSync(body ?? "", "");
    const told = ["-w", "%{http_code} %{url_effective}"];
    const url = new URL(path, `https://${name}/`).href;
    const { output, errors } = await place.run([...always, ...kept, ...way, ...told, ...more, url]);
    const [status = "0", address = url] = output.split(" ");
    const text = readFileSync(body ?? "", "utf8");
    return { status: Number(status), address, text, $: load(text), why: errors.trim() };
  };
  return {
    get: (path) => ask(path),
    submit: (page, values) => {
      const { action, fields } = formOf(page, values);
      return ask(
        action,
        fields.flatMap(([key, value]) => ["--data-urlencode", `${key}=${value}`]),
      );
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function formOf(page: Page, values: Readonly<Record<string, string>>) {
  const names = Object.keys(values);
  const form = page
    .$("main form, form")
    .filter((_, found) => names.every((name) => page.$(found).find(`[name="${name}"]`).length > 0))
    .first();
  if (form.length === 0) {
    throw new Error(
      `${page.address} (${page.status}) has no form with ${names.join(", ")}:\n${page.text.slice(0, 2000)}`,
    );
  }
  const hidden = form.find("input[type=hidden]").get();
  const kept = hidden.map((it) => [it.attribs["name"] ?? "", it.attribs["value"] ?? ""] as const);
  const action = form.attr("action") ?? page.address;
  return { action, fields: [...kept, ...Object.entries(values)] };
}
