import { nameOf, t, words } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  EmptyState,
  Notice,
  PageHeading,
  Panel,
  Table,
  TextInput,
} from "../../ui/index.ts";
import { itemKind } from "../kinds.ts";
import type { Reason } from "../visibility.ts";
import type { NumberedItem, Viewer } from "../who-sees.ts";

interface WhoSeesProps {
  readonly number: string | undefined;
  readonly found: readonly NumberedItem[];
}

/** Who may see the items of a number; of the items themselves nothing but number and kind is shown. */
export function WhoSeesPage({ number, found }: WhoSeesProps) {
  return (
    <>
      <PageHeading
        title={t("Who may see it")}
        hint={t("Nothing of the content is shown here. Every such question is recorded.")}
      />
      <form action="/items/who-sees" method="get">
        <TextInput name="number" label={t("Number of the file or letter")} value={number} />
        <ButtonBar>
          <Button kind="primary">{t("Show")}</Button>
        </ButtonBar>
      </form>
      {number !== undefined && found.length === 0 && (
        <EmptyState title={t("No item has the number {number}.", { number })} />
      )}
      {found.map((item) => (
        <ViewersOf key={item.id} item={item} />
      ))}
    </>
  );
}

function ViewersOf({ item }: { readonly item: NumberedItem }) {
  const { number, viewers } = item;
  const title = `${t(itemKind(item.kind).name)} ${number}`;
  return (
    <Panel title={title}>
      {item.classification === "confidential" && (
        <Notice>{t("It is confidential: covering a section opens it to nobody.")}</Notice>
      )}
      <Table
        caption={title}
        rows={viewers}
        rowKey={({ post }) => post.id}
        columns={[
          { label: t("Post"), heading: true, cell: ({ post }) => nameOf(post) },
          {
            label: t("Person"),
            cell: ({ people }) => people.map(nameOf).join(", ") || t("vacant"),
          },
          { label: t("Why"), cell: (viewer) => <Whys {...viewer} /> },
        ]}
      />
    </Panel>
  );
}

function Whys({ reasons }: Viewer) {
  return (
    <ul>
      {reasons.map(({ name, file }) => (
        <li key={`${name} ${file}`}>
          {file === null ? t(ownReasons[name]) : t(throughFile[name], { file })}
        </li>
      ))}
    </ul>
  );
}

const ownReasons: Readonly<Record<Reason["name"], string>> = {
  holds: words("It lies on the desk of this post."),
  made: words("This post made it."),
  passed: words("This post took part in its way."),
  copied: words("This post was sent a copy."),
  covers: words("It belongs to a unit whose work this post may read."),
};

const throughFile: Readonly<Record<Reason["name"], string>> = {
  holds: words("It lies inside {file}, which lies on the desk of this post."),
  made: words("It lies inside {file}, which this post made."),
  passed: words("It lies inside {file}; this post took part in the way of that."),
  copied: words("It lies inside {file}, of which this post was sent a copy."),
  covers: words("It lies inside {file} of a unit whose work this post may read."),
};
