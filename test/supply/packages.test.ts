import { expect } from "chai";
import { readFileSync } from "node:fs";
import { projectFile } from "../../app/base/index.ts";
import { sbomPath, writeSbom } from "../../installer/supply/sbom.ts";

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
}

/** Licences under which a state may carry the packages with the product; a new one is for a person to read. */
const known =
  /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|OFL-1\.1|Unlicense|BlueOak-1\.0\.0|CC0-1\.0|Zlib|MIT\/X11)$/;

describe("The packages the product is made of", function () {
  this.timeout(60_000);
  const lock = JSON.parse(readFileSync(projectFile("package-lock.json"), "utf8")) as {
    packages: Readonly<Record<string, Locked>>;
  };
  const own = JSON.parse(readFileSync(projectFile("package.json"), "utf8")) as {
    dependencies: Readonly<Record<string, string>>;
    devDependencies: Readonly<Record<string, string>>;
    allowScripts: Readonly<Record<string, boolean>>;
  };
  const locked = Object.entries(lock.packages).filter(([path]) => path !== "");
  let components: readonly Component[] = [];

  before(async () => {
    await writeSbom();
    ({ components } = JSON.parse(readFileSync(sbomPath, "utf8")) as typeof own & {
      components: readonly Component[];
    });
  });

  it("are locked to bytes: each has a SHA-512, none an address of its own", () => {
    const loose = locked.filter(
      ([, { integrity, resolved, link }]) =>
        !link && (!integrity?.startsWith("sha512-") || resolved !== undefined),
    );
    expect(loose).to.deep.equal([]);
  });

  it("are asked for in one exact version", () => {
    const asked = Object.entries({ ...own.dependencies, ...own.devDependencies });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).to.deep.equal([]);
  });

  it("run nothing when they are installed", () => {
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = running.map(([path]) => path.replace(/^.*node_modules\//, ""));
    expect(names.filter((name) => own.allowScripts[name] !== false)).to.deep.equal([]);
  });

  it("stand in the list of parts, every one that goes with the product", () => {
    const listed = new Set(
      components.map(({ group, name, version }) => `${group ? `${group}/` : ""}${name}@${version}`),
    );
    const product = Object.keys(own.dependencies).map(
      (name) => `${name}@${lock.packages[`node_modules/${name}`]?.version ?? ""}`,
    );
    expect(product.filter((name) => !listed.has(name))).to.deep.equal([]);
    expect(components.every(({ purl }) => purl.startsWith("pkg:npm/"))).to.equal(true);
  });

  it("bear licences that were read", () => {
    const unread = components
      .map(({ name, licenses = [] }) => [name, licenses.map(licenceOf).join(" AND ")] as const)
      .filter(([name, licence]) => !isKnown(licence) && !(name in readByHand));
    expect(unread).to.deep.equal([]);
  });

  it("are told apart by version alone: the list is the same twice", async () => {
    const first = readFileSync(sbomPath, "utf8");
    await writeSbom();
    expect(readFileSync(sbomPath, "utf8")).to.equal(first);
  });
});

/** Packages whose `package.json` names no licence; their files were read. */
const readByHand: Readonly<Record<string, string>> = { "png-js": "MIT" };

function licenceOf(one: NonNullable<Component["licenses"]>[number]): string {
  return one.license?.id ?? one.license?.name ?? one.expression ?? "";
}

/** Of alternatives one that is known is enough; of several together each must be. */
function isKnown(licence: string): boolean {
  return licence
    .replace(/[()]/g, "")
    .split(" AND ")
    .every((part) => part.split(" OR ").some((each) => known.test(each)));
}
