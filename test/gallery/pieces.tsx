import {
  BarChart,
  Button,
  ButtonBar,
  DateTime,
  Days,
  DefinitionList,
  Disclosure,
  EmptyState,
  Figures,
  Notice,
  PageHeading,
  Panel,
  PersonBlock,
  PrintButton,
  Table,
  Tag,
  Trail,
} from "../../app/ui/index.ts";
import { formatNumber } from "../../app/base/time.ts";
import { both } from "./both.ts";

export function PendencyPage() {
  return (
    <>
      <PageHeading
        title={both("Pendency", "लंबित प्रकरण")}
        hint={both("As on 21.11.2026 10:42", "21.11.2026 10:42 की स्थिति")}
        actions={<PrintButton />}
      />
      <Figures
        figures={[
          { label: both("pending", "लंबित"), value: 125_311, href: "/tray" },
          {
            label: both("overdue", "समय-सीमा बीती"),
            value: 1842,
            href: "/tray?view=overdue",
            tone: "overdue",
          },
          {
            label: both("disposed of this month", "इस माह निराकृत"),
            value: 9034,
            href: "/tray?view=done",
            tone: "done",
          },
        ]}
      />
      <BarChart
        caption={both("By age in working days", "कार्य दिवसों के अनुसार आयु")}
        labelHeading={both("Age", "आयु")}
        valueHeading={both("Items", "मदें")}
        bars={[
          { label: both("0–7 d", "0–7 दिन"), value: 61_204, href: "/tray?age=7" },
          { label: both("8–15 d", "8–15 दिन"), value: 38_110, href: "/tray?age=15" },
          {
            label: both("16–30 d", "16–30 दिन"),
            value: 18_455,
            href: "/tray?age=30",
            tone: "soon",
          },
          {
            label: both("over 30 d", "30 दिन से अधिक"),
            value: 7542,
            href: "/tray?age=31",
            tone: "overdue",
          },
        ]}
      />
      <Departments />
    </>
  );
}

export function PiecesPage() {
  return (
    <>
      <PageHeading title={both("Movement and details", "मूवमेंट और विवरण")} />
      <Panel
        title={both("Movement", "मूवमेंट")}
        actions={<a href="/print">{both("Print", "मुद्रित करें")}</a>}
      >
        <Trail
          label={both("Movement", "मूवमेंट")}
          steps={[
            {
              id: "3",
              what: both("Sent", "प्रेषित"),
              at: "2026-11-20T10:36:00Z",
              by: { post: "अवर सचिव, राजस्व", name: "श्रीमती अनीता साहू" },
              to: { post: both("Deputy Secretary", "उप सचिव, राजस्व"), name: "श्री पी. एस. ध्रुव" },
              action: both("for approval", "अनुमोदनार्थ"),
              remark: "बैठक से पूर्व अपेक्षित।",
              days: 1,
              here: true,
            },
            {
              id: "2",
              what: both("Returned", "वापस"),
              at: "2026-11-17T06:00:00Z",
              by: { post: "Deputy Secretary", name: "Shri P. S. Dhruw" },
              to: { post: "अवर सचिव, राजस्व" },
              days: 3,
            },
            {
              id: "1",
              what: both("Created", "सृजित"),
              at: "2026-11-10T05:12:00Z",
              by: { post: "अनुभाग अधिकारी, राजस्व-3", name: "श्री डी. के. नेताम" },
            },
          ]}
        />
      </Panel>
      <Panel title={both("Details", "विवरण")}>
        <DefinitionList
          columns={2}
          items={[
            { label: both("Number", "क्रमांक"), value: "एफ 10-4/2026/1/5" },
            { label: both("Opened on", "प्रारंभ दिनांक"), value: <DateTime at="2026-11-10" day /> },
            {
              label: both("Classification", "वर्गीकरण"),
              value: <Tag tone="overdue">{both("Confidential", "गोपनीय")}</Tag>,
            },
            {
              label: both("Lies with", "किसके पास"),
              value: (
                <PersonBlock
                  name="श्री पी. एस. ध्रुव"
                  post={both("Deputy Secretary", "उप सचिव")}
                  tags={<Tag tone="soon">{both("on leave", "अवकाश पर")}</Tag>}
                />
              ),
            },
          ]}
        />
      </Panel>
      <Messages />
    </>
  );
}

function Messages() {
  return (
    <>
      <Notice tone="warning" title={both("The post is vacant", "पद रिक्त है")}>
        <p>
          {both(
            "It may lie there unseen. The link officer is Shri Dhruw.",
            "वहाँ कोई देखने वाला नहीं है। लिंक अधिकारी श्री ध्रुव हैं।",
          )}
        </p>
      </Notice>
      <Notice tone="done">
        {both("The receipt has the number 4513/2026.", "आवक क्रमांक 4513/2026 दिया गया।")}
      </Notice>
      <Notice tone="error">{both("The file is closed.", "नस्ती नस्तीबद्ध है।")}</Notice>
      <Notice>
        {both("Only the record room opens it again.", "इसे केवल अभिलेखागार खोल सकता है।")}
      </Notice>
      <Disclosure title={both("Earlier volumes", "पूर्व खण्ड")} open>
        <p>एफ 10-4/2021/1/5</p>
      </Disclosure>
      <ButtonBar>
        <Button kind="primary">{both("Approve", "अनुमोदित करें")}</Button>
        <Button>{both("Return", "वापस करें")}</Button>
        <Button kind="danger">{both("Close the file for good", "नस्ती स्थायी रूप से बंद करें")}</Button>
        <Button disabled>{both("Sign", "हस्ताक्षर करें")}</Button>
      </ButtonBar>
      <EmptyState title={both("Nothing waits for you.", "आपके लिए कुछ भी लंबित नहीं है।")}>
        <p>{both("What is sent to you will stand here.", "जो आपको भेजा जाएगा, यहाँ दिखेगा।")}</p>
      </EmptyState>
    </>
  );
}

function Departments() {
  const rows = [
    { office: "राजस्व एवं आपदा प्रबंधन विभाग", items: 1204, oldest: 214, overdue: 88 },
    { office: "School Education Department", items: 123_467, oldest: 96, overdue: 12 },
    { office: "लोक निर्माण विभाग", items: 640, oldest: 31, overdue: 0 },
  ];
  return (
    <Table
      caption={both("By department", "विभागवार")}
      showCaption
      sort="-items"
      rows={rows}
      rowKey={({ office }) => office}
      columns={[
        {
          label: both("Department", "विभाग"),
          heading: true,
          sort: "office",
          cell: ({ office }) => <a href="/x">{office}</a>,
        },
        {
          label: both("Items", "मदें"),
          number: true,
          sort: "items",
          cell: ({ items }) => formatNumber(items),
        },
        {
          label: both("Oldest", "सबसे पुराना"),
          number: true,
          sort: "oldest",
          cell: ({ oldest }) => <Days count={oldest} />,
        },
        { label: both("Overdue", "समय बीता"), number: true, cell: ({ overdue }) => overdue },
      ]}
    />
  );
}
