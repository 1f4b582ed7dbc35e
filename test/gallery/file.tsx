import {
  ActionBar,
  Button,
  DocumentViewer,
  Due,
  Form,
  GreenNote,
  NoteSheet,
  PaperList,
  PriorityTag,
  RecordHeader,
  RichText,
  SplitView,
  Tabs,
  TextArea,
  YellowDraft,
} from "../../app/ui/index.ts";
import type { RichNode } from "../../app/ui/index.ts";
import { both } from "./both.ts";

function text(words: string): RichNode {
  return { type: "text", text: words };
}

function paragraph(...content: RichNode[]): RichNode {
  return { type: "paragraph", content };
}

const first: RichNode = {
  type: "doc",
  content: [
    paragraph(
      text(
        "विषयांतर्गत कलेक्टर, रायपुर का पत्र क्रमांक 4512/भू-अर्जन/2026 दिनांक 09.11.2026 अवलोकनार्थ प्रस्तुत है ",
      ),
      { type: "reference", attrs: { kind: "page", target: "3", label: "पृ. 3/प." } },
      text(
        "। इसके द्वारा ग्राम सेजबहार की 12.450 हेक्टेयर निजी भूमि के अर्जन हेतु मुआवजा राशि रुपये 4,87,32,500/- की स्वीकृति चाही गई है।",
      ),
    ),
    paragraph(
      text(
        "प्रकरण में भू-अर्जन, पुनर्वासन और पुनर्व्यवस्थापन में उचित प्रतिकर और पारदर्शिता का अधिकार अधिनियम, 2013 की धारा 19 की ",
      ),
      { type: "text", text: "घोषणा दिनांक 02.06.2026 को प्रकाशित", marks: [{ type: "strong" }] },
      text(" की जा चुकी है। आपत्तियाँ निरंक हैं।"),
    ),
    {
      type: "table",
      content: [
        ["खसरा", "रकबा (हे.)", "मुआवजा (रु.)"],
        ["112/1", "4.200", "1,64,39,800"],
        ["118", "8.250", "3,22,92,700"],
      ].map((cells, index) => ({
        type: "table_row",
        content: cells.map((cell) => ({
          type: index === 0 ? "table_header" : "table_cell",
          content: [paragraph(text(cell))],
        })),
      })),
    },
  ],
};

const second: RichNode = {
  type: "doc",
  content: [
    paragraph(
      text("पूर्व पृष्ठ की टीप "),
      { type: "reference", attrs: { kind: "paragraph", target: "1", label: "कंडिका 1" } },
      text(" से सहमत। वित्त विभाग की सहमति आवश्यक नहीं है, क्योंकि राशि बजट प्रावधान के भीतर है।"),
    ),
    {
      type: "bullet_list",
      content: [
        {
          type: "list_item",
          content: [paragraph(text("बजट शीर्ष 2506-भूमि सुधार में उपलब्ध: रु. 12,40,00,000"))],
        },
        {
          type: "list_item",
          content: [paragraph(text("Funds already released to the Collector: nil"))],
        },
      ],
    },
  ],
};

export function FilePage() {
  return (
    <>
      <RecordHeader
        kind={both("FILE", "नस्ती")}
        number="एफ 10-4/2026/1/5"
        subject="भू-अर्जन प्रकरण, ग्राम सेजबहार, तहसील व जिला रायपुर में राष्ट्रीय राजमार्ग क्रमांक 30 के चौड़ीकरण हेतु मुआवजा निर्धारण"
        tags={
          <>
            <PriorityTag word={both("Immediate", "तत्काल")} rank={2} />
            <Due on="2026-11-24" state="soon" />
          </>
        }
        where={both(
          "On your desk since 21.11.2026 09:40 · 11 d in all",
          "आपके पास 21.11.2026 09:40 से · कुल 11 दिन",
        )}
      />
      <Tabs
        label={both("The file", "नस्ती के भाग")}
        tabs={[
          { label: both("Notes & papers", "टीप व पत्राचार"), href: "/file", current: true },
          { label: both("Movement", "मूवमेंट"), href: "/file/movement", current: false, count: 9 },
          { label: both("Details", "विवरण"), href: "/file/details", current: false },
          { label: both("Drafts", "प्रारूप"), href: "/file/drafts", current: false, count: 1 },
        ]}
      />
      <SplitView
        name="file"
        left={{ label: both("Notes", "टीप"), content: <Notes /> }}
        right={{ label: both("Papers", "पत्राचार"), content: <Papers /> }}
      />
      <ActionBar>
        <Button kind="primary" href="/send" drawer shortcut="s">
          {both("Send…", "भेजें…")}
        </Button>
        <Button href="/form">{both("Return", "वापस करें")}</Button>
        <Button href="/form">{both("Draft a letter", "पत्र का प्रारूप")}</Button>
        <Button kind="link" href="/form">
          {both("More", "और")}
        </Button>
      </ActionBar>
    </>
  );
}

function Notes() {
  return (
    <NoteSheet label={both("Note sheet", "नोटशीट")}>
      <GreenNote
        id="1"
        number={1}
        author={{ name: "श्री डी. के. नेताम", post: "अनुभाग अधिकारी, राजस्व-3" }}
        signedAt="2026-11-18T06:12:00Z"
      >
        <RichText document={first} numberFrom={1} hrefOf={({ target }) => `#page-${target}`} />
      </GreenNote>
      <GreenNote
        id="2"
        number={2}
        author={{
          name: both("Smt. Anita Sahu", "श्रीमती अनीता साहू"),
          post: both("Under Secretary, Revenue", "अवर सचिव, राजस्व विभाग"),
          onBehalf: both("for the Deputy Secretary", "कृते उप सचिव"),
        }}
        signedAt="2026-11-20T10:35:00Z"
      >
        <RichText
          document={second}
          numberFrom={4}
          hrefOf={({ target }) => `#paragraph-${target}`}
        />
      </GreenNote>
      <YellowDraft>
        <Form action="/notes" autosave="/notes/draft">
          <TextArea
            name="text"
            label={both("Note", "टीप")}
            rows={5}
            value="कंडिका 1 से 5 अवलोकनीय। प्रस्ताव अनुमोदनार्थ प्रस्तुत।"
          />
        </Form>
      </YellowDraft>
    </NoteSheet>
  );
}

function Papers() {
  return (
    <>
      <PaperList
        label={both("Correspondence", "पत्राचार")}
        papers={[
          {
            id: "1",
            href: "/file?paper=1",
            serial: "1",
            title: "कलेक्टर, रायपुर: भू-अर्जन प्रकरण क्रमांक 14/अ-82",
            detail: "4512/भू-अर्जन/2026",
            pages: both("p. 1–12", "पृ. 1–12"),
            on: "2026-11-09",
            current: true,
          },
          {
            id: "2",
            href: "/file?paper=2",
            serial: "2",
            title: "National Highways Authority: alignment plan and schedule of land",
            detail: "NHAI/RPR/30/118",
            pages: both("p. 13–41", "पृ. 13–41"),
            on: "2026-11-12",
            current: false,
          },
          {
            id: "3",
            href: "/file?paper=3",
            serial: "3",
            title: "विधि विभाग का अभिमत",
            pages: both("p. 42–44", "पृ. 42–44"),
            on: "2026-11-16",
            current: false,
          },
        ]}
      />
      <DocumentViewer href="/paper.svg" title={both("Page 3 of 12", "पृष्ठ 3 / 12")} kind="image" />
    </>
  );
}
