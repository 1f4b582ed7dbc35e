import { load } from "cheerio";
import { expect } from "chai";
import { h } from "preact";
import { inLanguage } from "../../app/base/words.ts";
import {
  changedAddress,
  Checkbox,
  Form,
  Select,
  TextInput,
  renderPart,
} from "../../app/ui/index.ts";
import type { FormState } from "../../app/ui/index.ts";
import { sampleFrame } from "../gallery/frame.ts";

function shown(form: FormState) {
  const body = h(Form, {
    action: "/receipts",
    form,
    children: [
      h(TextInput, { name: "subject", label: "Subject", hint: "As in the letter", value: "kept" }),
      h(Select, { name: "kind", label: "Kind", options: [{ value: "a", label: "A" }], value: "a" }),
      h(Checkbox, { name: "urgent", label: "Urgent", checked: true }),
    ],
  });
  return load(inLanguage("en", () => renderPart(sampleFrame("en", "/x"), body)));
}

describe("A form", () => {
  it("shows what was there before anything was typed", () => {
    const page = shown({ values: {}, errors: [] });
    expect(page("#subject").val()).to.equal("kept");
    expect(page("#kind").val()).to.equal("a");
    expect(page("#urgent").attr("checked")).to.not.equal(undefined);
    expect(page(".error-summary")).to.have.length(0);
  });

  it("keeps what was typed, whatever it was", () => {
    const typed = '"><script>alert(1)</script>';
    const page = shown({ values: { subject: typed, urgent: "" }, errors: [] });
    expect(page("#subject").val()).to.equal(typed);
    expect(page("script")).to.have.length(0);
    expect(page("#urgent").attr("checked")).to.equal(undefined);
  });

  it("ties each error to its field and to the summary", () => {
    const errors = [
      { field: "subject", words: "Write the subject." },
      { field: "", words: "The file is closed." },
    ];
    const page = shown({ values: {}, errors });
    expect(page(".error-summary a").attr("href")).to.equal("#subject");
    expect(page(".error-summary li").last().text()).to.equal("The file is closed.");
    expect(page("#subject").attr("aria-invalid")).to.equal("true");
    expect(page("#subject").attr("aria-describedby")).to.equal("subject-hint subject-error");
    expect(page("#subject-error").text()).to.contain("Write the subject.");
  });

  it("carries a token of its own each time it is shown", () => {
    const tokens = [1, 2].map(() =>
      shown({ values: {}, errors: [] })("[name=_once]").attr("value"),
    );
    expect(new Set(tokens).size).to.equal(2);
  });
});

describe("An address with some of its query changed", () => {
  it("keeps the rest and escapes what is put in", () => {
    expect(changedAddress("/tray?view=all&before=7", { sort: "-a&b", before: undefined })).to.equal(
      "/tray?view=all&sort=-a%26b",
    );
    expect(changedAddress("/tray?view=all", { view: undefined })).to.equal("/tray");
  });
});
