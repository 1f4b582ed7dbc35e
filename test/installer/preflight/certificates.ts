import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Issued {
  readonly certificate: string;
  readonly key: string;
  readonly authority: string;
}

interface Wish {
  readonly name?: string;
  readonly days?: number;
  readonly key?: readonly string[];
}

const ecKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];

/** A certificate for a name from an authority of its own. */
export function issue({ name = "eoffice.cg.example", days = 90, key = ecKey }: Wish = {}): Issued {
  const folder = mkdtempSync(join(tmpdir(), "certificates-"));
  const at = (file: string) => join(folder, file);
  const openssl = (...words: string[]) =>
    execFileSync("openssl", words, { stdio: "pipe", cwd: folder });
  openssl(
    "req",
    "-x509",
    ...ecKey,
    "-nodes",
    "-days",
    "900",
    "-subj",
    "/CN=Authority",
    "-keyout",
    at("ca.key"),
    "-out",
    at("ca.crt"),
  );
  openssl("req", ...key, "-nodes", "-subj", `/CN=${name}`, "-keyout", at("key"), "-out", at("csr"));
  writeFileSync(at("ext"), `subjectAltName=DNS:${name}\n`);
  openssl(
    "x509",
    "-req",
    "-in",
    at("csr"),
    "-CA",
    at("ca.crt"),
    "-CAkey",
    at("ca.key"),
    "-CAcreateserial",
    "-days",
    String(days),
    "-extfile",
    at("ext"),
    "-out",
    at("crt"),
  );
  const read = (file: string) => readFileSync(at(file), "utf8");
  const issued = { certificate: read("crt"), key: read("key"), authority: read("ca.crt") };
  rmSync(folder, { recursive: true });
  return issued;
}

/** The files of an imported certificate, as they lie on a host. */
export function tlsFiles({ certificate, key, authority }: Issued): Record<string, string> {
  return {
    "/etc/secretariat/tls/server.crt": certificate,
    "/etc/secretariat/tls/server.key": key,
    "/etc/secretariat/tls/authority.crt": authority,
  };
}
