import { load } from "cheerio";
import { expect } from "chai";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { RichText } from "../../app/ui/index.ts";
import type { RichNode } from "../../app/ui/index.ts";

function shown(...content: RichNode[]) {
  return load(renderToString(h(RichText, { document: { type: "doc", content }, numberFrom: 7 })));
}

const hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>\"'";

describe("A stored text", () => {
  it("shows markup in its words as words", () => {
    const page = shown({ type: "paragraph", content: [{ type: "text", text: hostile }] });
    expect(page("p").text()).to.equal(hostile);
    expect(page("img, script")).to.have.length(0);
  });

  it("leaves out nodes and marks that are not in the list", () => {
    const page = shown(
      { type: "iframe", attrs: { src: "https://elsewhere" } },
      { type: "constructor" },
      {
        type: "paragraph",
        attrs: { style: "color: red", onclick: "alert(1)" },
        content: [{ type: "text", text: "अनुमोदित", marks: [{ type: "link" }, { type: "strong" }] }],
      },
    );
    expect(page("iframe, a[href^=http]")).to.have.length(0);
    expect(page("p").attr()).to.deep.equal({});
    expect(page("p strong").text()).to.equal("अनुमोदित");
  });

  it("numbers its blocks on from the number it is given", () => {
    const page = shown({ type: "paragraph" }, { type: "bullet_list" });
    expect(page("#paragraph-7, #paragraph-8")).to.have.length(2);
  });

  it("shows a reference as words unless it is told where it leads", () => {
    const node = { type: "reference", attrs: { kind: "page", target: "3", label: "पृ. 3/प." } };
    expect(shown({ type: "paragraph", content: [node] })("a.reference")).to.have.length(0);
    const broken = { ...node, attrs: { ...node.attrs, kind: "script" } };
    expect(shown({ type: "paragraph", content: [broken] })(".reference")).to.have.length(0);
  });
});
