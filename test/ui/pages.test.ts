import { load } from "cheerio";
import { expect } from "chai";
import { languages } from "../../app/base/words.ts";
import { samplePage, samplePaths } from "../gallery/sample-page.tsx";

describe("Every page of the gallery", () => {
  for (const path of samplePaths) {
    for (const language of languages) {
      const page = load(samplePage(path, language) ?? "");

      it(`${path} in ${language} has one main heading, one content and its language`, () => {
        expect(page("h1")).to.have.length(1);
        expect(page("main")).to.have.length(1);
        expect(page("html").attr("lang")).to.equal(language);
      });

      it(`${path} in ${language} has no inline style and no inline script`, () => {
        expect(page("[style]")).to.have.length(0);
        expect(page("style")).to.have.length(0);
        expect(page("script:not([src])")).to.have.length(0);
        expect(page("script:not([nonce])")).to.have.length(0);
        const handlers = page("*")
          .toArray()
          .flatMap((element) => Object.keys("attribs" in element ? element.attribs : {}))
          .filter((name) => /^on|^hx-on/.test(name));
        expect(handlers).to.deep.equal([]);
      });

      it(`${path} in ${language} uses each id once and labels only what is there`, () => {
        const ids = page("[id]")
          .toArray()
          .map((element) => page(element).attr("id") ?? "");
        expect(new Set(ids).size).to.equal(ids.length);
        const labelled = page("label[for]")
          .toArray()
          .map((element) => page(element).attr("for") ?? "");
        expect(labelled.filter((id) => !ids.includes(id))).to.deep.equal([]);
      });

      it(`${path} in ${language} proves every posted form to be ours`, () => {
        for (const form of page("form[method=post]").toArray()) {
          expect(page(form).find("input[name=_csrf]").attr("value")).to.equal("sample");
        }
      });
    }
  }
});
