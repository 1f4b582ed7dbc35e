import { expect } from "chai";
import { tokTypes, tokenizer, type Token } from "acorn";
import { transformSync } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "recheck";
import { projectFile } from "../../app/base/index.ts";

interface Found {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

interface RegExpLiteral {
  readonly pattern: string;
  readonly flags: string;
}

/** Slow only for input that cannot come: each with the reason. The browser's own code harms nobody else. */
const bounded: Readonly<Record<string, string>> = {
  "^\\s*(commit|rollback\\s*;?\\s*$)": "reads statements of our own making",
};

describe("Regular expressions of the server", function () {
  this.timeout(300_000);

  it("are none that a hostile text makes slow", async () => {
    const slow: string[] = [];
    for (const { file, source, flags } of expressions()) {
      const { status } = await check(source, flags, { timeout: 20_000 });
      if (status === "vulnerable" && !(source in bounded)) {
        slow.push(`${file}: /${source}/${flags}`);
      }
    }
    expect(slow).to.deep.equal([]);
  });

  it("are judged by something that knows a slow one", async () => {
    expect((await check("^(a+)+$", "", {})).status).to.equal("vulnerable");
  });
});

/** Every expression written in the server's code, once. */
function expressions(): Found[] {
  const found = new Map<string, Found>();
  const names = readdirSync(projectFile("app"), { recursive: true, encoding: "utf8" });
  for (const file of names.filter((name) => /\.tsx?$/.test(name) && !name.startsWith("browser/"))) {
    const loader = file.endsWith("x") ? "tsx" : "ts";
    const text = readFileSync(join(projectFile("app"), file), "utf8");
    const { code } = transformSync(text, { loader, jsx: "automatic", format: "esm" });
    for (const token of tokenizer(code, { ecmaVersion: "latest", sourceType: "module" })) {
      if (isExpression(token)) {
        const { pattern: source, flags } = token.value;
        found.set(`/${source}/${flags}`, { file, source, flags });
      }
    }
  }
  return [...found.values()];
}

function isExpression(token: Token): token is Token & { value: RegExpLiteral } {
  return token.type === tokTypes.regexp;
}
