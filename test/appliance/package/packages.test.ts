import { expect } from "chai";
import { readFileSync, existsSync } from "node:fs";
import { join, dirname } from "node:path";
import { productionModules } from "../../../installer/package/production-modules.ts";
import { importsOf, scriptsIn } from "../../../installer/package/compiled-parts.ts";
import { releaseFolder } from "../../../installer/package/release.ts";
import { run } from "../../../installer/package/run.ts";
import { makeOnce, scratch } from "./made.ts";
import type { Made } from "./made.ts";

describe("The packages of a release", function () {
  this.timeout(240_000);
  let made: Made;
  let tree = "";

  before(async () => {
    made = await makeOnce();
    const folder = scratch("unpacked");
    await run(["dpkg-deb", "-x", made.deb, folder]);
    tree = join(folder, releaseFolder(made.release));
  });

  it("belong to root, with no word about who made them", async () => {
    const listed = (await run(["dpkg-deb", "-c", made.deb])).toString().trim().split("\n");
    const plain = /^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--|lrwxrwxrwx) root\/root /;
    expect(listed.filter((line) => !plain.test(line))).to.deep.equal([]);
    const facts = (await run(["dpkg-deb", "-f", made.deb])).toString();
    expect(facts).to.include(`Package: secretariat-${made.release.version}\n`);
  });

  it("lie in the folder of their own release and nowhere else", async () => {
    const deb = await listOf(made.deb);
    const own = deb.filter((path) => path.startsWith(releaseFolder(made.release)));
    const above = ["/", "/opt/", "/opt/secretariat/", "/opt/secretariat/releases/"];
    expect(deb.filter((path) => !own.includes(path) && !above.includes(path))).to.deep.equal([]);
  });

  it("hold the same files for Debian and for RPM", async () => {
    const rpm = (await run(["rpm", "-qpl", made.rpm ?? ""])).toString().trim().split("\n");
    const isOwn = (path: string) => path.startsWith(`${releaseFolder(made.release)}/`);
    const deb = (await listOf(made.deb)).map((path) => path.replace(/\/$/, ""));
    expect(rpm.filter(isOwn).toSorted()).to.deep.equal(deb.filter(isOwn).toSorted());
  });

  it("bring no tests, sources or tools of those who make them", async () => {
    const paths = (await listOf(made.deb)).map((path) =>
      path.slice(releaseFolder(made.release).length),
    );
    const strange =
      /\/(test|__tests__)\/.*\.test\.|\.tsx?$|\.map$|\/node_modules\/(typescript|esbuild|mocha|playwright-core|oxlint)\//;
    expect(paths.filter((path) => strange.test(path))).to.deep.equal([]);
    expect(paths.filter((path) => /^\/(var|test|\.git)/.test(path))).to.deep.equal([]);
    expect(paths).to.include.members([
      "/runtime/bin/node",
      "/bin/secretariat",
      "/build/app/main.js",
      "/build/installer/command/main.js",
      "/sbom.json",
      "/LICENCES.txt",
      "/CHANGELOG.md",
      "/share/man/man8/secretariat.8",
      "/share/bash-completion/secretariat",
    ]);
  });

  it("bring everything that their programs import", () => {
    const build = join(tree, "build");
    const lost = scriptsIn(build).flatMap((path) =>
      importsOf(readFileSync(join(build, path), "utf8"))
        .filter((name) => !name.startsWith("node:") && !/[${}]/.test(name))
        .filter((name) => !isPresent(tree, join(build, path), name))
        .map((name) => `${path} imports ${name}`),
    );
    expect(lost).to.deep.equal([]);
  });

  it("bring everything that the packages they bring depend on", () => {
    const lost = productionModules().flatMap(({ path }) => {
      const text = readFileSync(join(tree, path, "package.json"), "utf8");
      const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
      return Object.keys(dependencies)
        .filter((name) => !name.startsWith("@types/") && !findsModule(tree, join(tree, path), name))
        .map((name) => `${path} needs ${name}`);
    });
    expect(lost).to.deep.equal([]);
  });

  it("list their parts, every one", () => {
    const { components } = JSON.parse(readFileSync(join(tree, "sbom.json"), "utf8")) as {
      components: readonly Part[];
    };
    const listed = new Set(
      everyPart(components).map(
        ({ group, name, version }) => `${group ? `${group}/` : ""}${name} ${version}`,
      ),
    );
    const unlisted = productionModules().filter(
      ({ name, version }) => !listed.has(`${name} ${version}`),
    );
    expect(unlisted).to.deep.equal([]);
  });
});

interface Part {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  /** A package that lies in another's folder is listed within it. */
  readonly components?: readonly Part[];
}

function everyPart(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => [part, ...everyPart(part.components ?? [])]);
}

async function listOf(deb: string): Promise<readonly string[]> {
  const listed = (await run(["dpkg-deb", "-c", deb])).toString().trim().split("\n");
  return listed.map((line) => line.replace(/^.*? \.\//, "/").replace(/ -> .*$/, ""));
}

function isPresent(tree: string, script: string, name: string): boolean {
  if (name.startsWith(".")) {
    return existsSync(join(dirname(script), name));
  }
  const [scope = "", part = ""] = name.split("/");
  return findsModule(tree, dirname(script), scope.startsWith("@") ? `${scope}/${part}` : scope);
}

function findsModule(tree: string, from: string, name: string): boolean {
  if (existsSync(join(from, "node_modules", name))) {
    return true;
  }
  return from !== tree && findsModule(tree, dirname(from), name);
}
