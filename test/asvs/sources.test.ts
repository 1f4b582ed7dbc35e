import { expect } from "chai";
import { projectFile } from "../../app/base/index.ts";
import { sourcesOf } from "../architecture/sources.ts";

interface Ban {
  readonly what: string;
  readonly pattern: RegExp;
  /** Files in which it stands for a reason. */
  readonly except?: readonly string[];
}

const bans: readonly Ban[] = [
  { what: "code made from text", pattern: /(?<![.\w])eval\(|new Function\(|node:vm["']|\bvm\.run/ },
  { what: "a shell", pattern: /(?<![.\w])(exec|execSync)\(|shell: *true/ },
  {
    what: "a program started from elsewhere than its three places",
    pattern: /node:child_process/,
    except: [
      "app/base/tell-systemd.ts", // systemd-notify, told nothing that anyone sent
      "app/demonstration/letters/scan-pages.ts",
      "app/documents/inspection/confine.ts",
    ],
  },
  {
    what: "a weak hash",
    pattern: /createHash\("(md5|sha1|md4|ripemd)|createHmac\("(md5|sha1)/,
    except: ["app/signing/make-certificate.ts"], // the key identifier of RFC 5280, no safeguard
  },
  { what: "a weak cipher or mode", pattern: /["'](des|rc4|bf|[\w-]*-ecb|[\w-]*-cbc)["']/i },
  {
    what: "a cipher that does not notice changes",
    pattern: /["'][\w-]*-ctr["']/,
    except: ["app/documents/resumable/part-file.ts"], // see README.md, 11.3.3
  },
  {
    what: "chance that can be guessed",
    pattern: /Math\.random\(/,
    except: [
      "app/base/migrate.ts", // how long to wait before asking for a lock again
      "app/browser/editor/kept-text.ts", // names a window, guards nothing
    ],
  },
  { what: "TLS that believes everybody", pattern: /rejectUnauthorized: *false|NODE_TLS_REJECT/ },
  {
    what: "raw HTML",
    pattern: /dangerouslySetInnerHTML|\.innerHTML *=|document\.write|insertAdjacentHTML/,
  },
  { what: "messages from other windows", pattern: /addEventListener\(["']message|\.onmessage *=/ },
  { what: "JSONP or WebSocket", pattern: /[?&]callback=|new WebSocket\(|["']ws["']/ },
  {
    what: "GraphQL, LaTeX, XPath, JNDI, memcache",
    pattern: /graphql|pdflatex|xpath|jndi:|memcache/i,
  },
  {
    what: "deserialising beyond JSON",
    pattern: /v8\.deserialize|node-serialize|js-yaml|unserialize\(/,
  },
  {
    what: "a debugger or a dump of the environment",
    pattern: /\bdebugger;|JSON\.stringify\(process\.env/,
  },
  {
    what: "loose equality",
    pattern: /[^=!<>]==[^=]|!=[^=]/,
    except: ["app/base/web/session.ts"], // Lua, inside Redis
  },
];

/** Without comments and strings of more than one word, in which signs mean nothing. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "");
}

const sources = sourcesOf(projectFile("app")).map(({ path, text }) => ({
  path: path.slice(projectFile("").length).replace(/^\//, ""),
  text: codeOf(text),
}));

describe("The sources", () => {
  for (const { what, pattern, except = [] } of bans) {
    it(`hold no ${what.replace(/^an? /, "")}`, () => {
      const found = sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
      expect(found.toSorted()).to.deep.equal([...except].toSorted());
    });
  }

  it("hold encryption, where it is, as AES-256-GCM", () => {
    const ciphers = sources.flatMap(({ text }) => text.match(/["']aes-[\w-]+["']/g) ?? []);
    expect(new Set(ciphers)).to.deep.equal(new Set(['"aes-256-gcm"', '"aes-256-ctr"']));
  });

  it("load nothing from another host into a page", () => {
    const shown = sources.filter(({ path }) => /^app\/(ui|web|browser)\/|page.*\.tsx$/.test(path));
    const loads = /(?:src|href|@import|url\()\s*=?\s*[{"'(]*\s*["'(]?https?:\/\//;
    expect(shown.filter(({ text }) => loads.test(text)).map(({ path }) => path)).to.deep.equal([]);
    const styles = sourcesOf(projectFile("app")).length;
    expect(styles).to.be.greaterThan(500);
  });

  it("parse no XML by a library that would follow definitions", () => {
    const parsers = /from "(xml2js|libxmljs\w*|fast-xml-parser|@?xmldom\/?\w*|saxes|sax)"/;
    expect(sources.filter(({ text }) => parsers.test(text)).map(({ path }) => path)).to.deep.equal(
      [],
    );
  });
});
