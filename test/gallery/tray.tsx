import {
  Button,
  Filters,
  ItemList,
  ItemRow,
  PageHeading,
  Pager,
  Tabs,
  Tag,
} from "../../app/ui/index.ts";
import type { DueProps, ItemRowProps, Priority } from "../../app/ui/index.ts";
import { both } from "./both.ts";

const subjects = [
  "भू-अर्जन प्रकरण, ग्राम सेजबहार, तहसील व जिला रायपुर में राष्ट्रीय राजमार्ग क्रमांक 30 के चौड़ीकरण हेतु मुआवजा निर्धारण",
  "Request for extension of time for submission of utilisation certificates under the 15th Finance Commission grants",
  "विधान सभा तारांकित प्रश्न क्रमांक 1247 का उत्तर",
  "जिला बस्तर में सूखा प्रभावित तहसीलों को सहायता राशि के आबंटन बाबत्",
  "श्री रामेश्वर प्रसाद वर्मा, सहायक ग्रेड-2 की पदोन्नति",
  "न्यायालय प्रकरण WPS 4512/2025 में प्रत्युत्तर प्रस्तुत करने के संबंध में",
  "नामांतरण के लंबित प्रकरणों की समीक्षा बैठक दिनांक 18.11.2026 का कार्यवाही विवरण",
  "Appointment of nodal officer for the land records modernisation programme",
  "तहसील कार्यालय भवन, कोंडागांव की मरम्मत के लिए प्रशासकीय स्वीकृति",
  "आयुक्त, भू-अभिलेख का अर्द्धशासकीय पत्र: डायवर्सन शुल्क की वसूली",
  "जनदर्शन में प्राप्त आवेदन क्रमांक 88213, ग्राम पंचायत खपरी",
  "वर्ष 2026-27 के तृतीय अनुपूरक अनुमान",
] as const;

const whos = [
  [
    "from Section Officer (Revenue-3), Shri D. K. Netam",
    "अनुभाग अधिकारी (राजस्व-3), श्री डी. के. नेताम से",
  ],
  ["from Registry", "आवक शाखा से"],
  ["from Secretary, Revenue", "सचिव, राजस्व विभाग से"],
] as const;

function rowOf(subject: string, place: number): ItemRowProps {
  const isFile = place % 3 !== 1;
  const who = whos[place % whos.length] ?? whos[0];
  return {
    id: String(place),
    href: `/file?n=${place}`,
    kind: isFile ? both("FILE", "नस्ती") : both("DAK", "डाक"),
    number: isFile ? `एफ 10-${place + 4}/2026/1/5` : `${4512 + place}/2026/GAD`,
    subject,
    unread: place < 4,
    selectable: true,
    priority: priorityOf(place),
    due: dueOf(place),
    who: both(who[0], who[1]),
    action:
      place % 2 === 0
        ? both("for approval", "अनुमोदनार्थ")
        : both("for necessary action", "आवश्यक कार्यवाही हेतु"),
    arrivedAt: `2026-11-${String(21 - place).padStart(2, "0")}T04:10:00Z`,
    daysHere: place,
    daysInAll: isFile ? place * 3 + 4 : undefined,
    tags: place === 5 ? <Tag tone="overdue">{both("Confidential", "गोपनीय")}</Tag> : undefined,
  };
}

function priorityOf(place: number): Priority {
  const priorities = [
    { rank: 2, word: both("Immediate", "तत्काल") },
    { rank: 0, word: both("Ordinary", "सामान्य") },
    { rank: 3, word: both("Most immediate", "अति तत्काल") },
    { rank: 1, word: both("Important", "महत्वपूर्ण") },
  ] as const;
  return priorities[place % priorities.length] ?? priorities[1];
}

function dueOf(place: number): DueProps | undefined {
  const states = ["later", "soon", "overdue"] as const;
  return place % 4 === 3
    ? undefined
    : { on: `2026-11-${24 - place}`, state: states[place % 3] ?? "later" };
}

export function TrayPage() {
  return (
    <>
      <PageHeading
        title={both("Tray", "दैनिक डाक")}
        actions={
          <Button kind="primary" icon="create" href="/create">
            {both("Diarise a letter", "पत्र दर्ज करें")}
          </Button>
        }
      />
      <Tabs
        label={both("Views of the tray", "डाक के भाग")}
        tabs={[
          { label: both("Unread", "अपठित"), href: "/tray?view=unread", current: false, count: 12 },
          { label: both("All", "सभी"), href: "/tray", current: true, count: 84 },
          { label: both("Due today", "आज देय"), href: "/tray?view=today", current: false, count: 5 },
          {
            label: both("Overdue", "समय बीता"),
            href: "/tray?view=overdue",
            current: false,
            count: 3,
          },
          { label: both("Sent", "प्रेषित"), href: "/tray?view=sent", current: false },
          { label: both("Parked", "स्थगित"), href: "/tray?view=parked", current: false },
        ]}
      />
      <Filters
        filters={[
          {
            name: "kind",
            label: both("Kind", "प्रकार"),
            value: "file",
            options: [
              { value: "file", label: both("File", "नस्ती") },
              { value: "receipt", label: both("Receipt", "डाक") },
            ],
          },
          { name: "priority", label: both("Priority", "प्राथमिकता"), value: undefined, options: [] },
          { name: "from", label: both("From", "प्रेषक"), value: undefined },
        ]}
      />
      <ItemList
        label={both("Items on this desk", "इस पद पर मदें")}
        bulk={{
          action: "/items/send",
          buttons: (
            <Button kind="primary" shortcut="s">
              {both("Send…", "भेजें…")}
            </Button>
          ),
        }}
      >
        {subjects.map((subject, place) => (
          <ItemRow key={subject} {...rowOf(subject, place)} />
        ))}
      </ItemList>
      <Pager before="2026-11-09" />
    </>
  );
}
