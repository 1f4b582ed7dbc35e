import { formatDateTime, formatNumber, nameOf, t } from "../../base/index.ts";
import {
  Button,
  EmptyState,
  Figures,
  HiddenFields,
  Mixed,
  Notice,
  PageHeading,
  Panel,
  Table,
  Tag,
} from "../../ui/index.ts";
import { differenceKinds, type DifferenceKind } from "../sync/difference.ts";
import type { LeftDesk } from "../sync/left-desks.ts";
import type { SyncRun } from "../sync/sync-run.ts";
import { kindWords, outcomeWords } from "./difference-words.ts";

export interface DirectoryProps {
  /** Undefined where this installation has no directory. */
  readonly name: string | undefined;
  readonly servers: readonly { readonly url: string; readonly isDown: boolean }[];
  readonly runs: readonly SyncRun[];
  readonly desks: readonly LeftDesk[];
}

/** Whether the directory is heard, what was last read, and what waits for a decision. */
export function DirectoryPage({ name, servers, runs, desks }: DirectoryProps) {
  return (
    <>
      <PageHeading
        title={t("Directory")}
        actions={<Button href="/identities">{t("Whose identity is this?")}</Button>}
      />
      {name === undefined ? (
        <Notice>
          {t(
            "This office has no directory. Everybody comes in by a password or by single sign-on.",
          )}
        </Notice>
      ) : (
        <>
          <Waiting runs={runs} />
          <Servers servers={servers} />
        </>
      )}
      <Desks desks={desks} />
      <Runs runs={runs} />
    </>
  );
}

/** The counts of the last reading that succeeded, each leading to its people. */
function Waiting({ runs }: Pick<DirectoryProps, "runs">) {
  const last = runs.find(({ outcome }) => outcome !== "failed");
  const counts: Partial<Record<DifferenceKind, number>> = last?.counts ?? {};
  return (
    <>
      <Figures
        figures={differenceKinds.map((kind) => ({
          label: t(kindWords[kind]),
          value: counts[kind] ?? 0,
          href: `/directory/differences/${kind}`,
        }))}
      />
      {last?.outcome === "held" && (
        <Notice tone="warning">
          {t(
            "More people were let go at once than is done without being asked. Look at the list and take it over yourself, or have the directory corrected.",
          )}
        </Notice>
      )}
      <form action="/directory/readings" method="post" class="form-bar">
        <HiddenFields />
        <Button kind="primary">{t("Read the directory now")}</Button>
      </form>
    </>
  );
}

function Servers({ servers }: Pick<DirectoryProps, "servers">) {
  return (
    <Panel title={t("Servers")}>
      <Table
        caption={t("Servers")}
        rows={servers}
        rowKey={({ url }) => url}
        columns={[
          { label: t("Address"), heading: true, cell: ({ url }) => <span lang="en">{url}</span> },
          {
            label: t("Heard"),
            cell: ({ isDown }) =>
              isDown ? (
                <Tag tone="overdue">{t("No answer just now")}</Tag>
              ) : (
                <Tag tone="done">{t("In use")}</Tag>
              ),
          },
        ]}
      />
      <form action="/directory/servers/trial" method="post" class="form-bar">
        <HiddenFields />
        <Button>{t("Try every server")}</Button>
      </form>
    </Panel>
  );
}

function Desks({ desks }: Pick<DirectoryProps, "desks">) {
  return desks.length === 0 ? null : (
    <Panel title={t("Desks that were left")}>
      <p class="quiet">
        {t("What lies on them waits until a link officer or a new holder has charge.")}
      </p>
      <Table
        caption={t("Desks that were left")}
        rows={desks}
        rowKey={({ postId }) => postId}
        columns={[
          {
            label: t("Post"),
            heading: true,
            cell: (desk) => (
              <a href={`/office/posts/${desk.postId}`}>
                <Mixed text={nameOf(desk)} />
              </a>
            ),
          },
          { label: t("Last held by"), cell: ({ holder }) => <Mixed text={nameOf(holder)} /> },
          { label: t("Items"), number: true, cell: ({ items }) => formatNumber(items) },
        ]}
      />
    </Panel>
  );
}

function Runs({ runs }: Pick<DirectoryProps, "runs">) {
  return (
    <Panel title={t("Readings")}>
      <Table
        caption={t("Readings")}
        rows={runs}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("The directory was not read yet.")} />}
        columns={[
          { label: t("Time"), heading: true, cell: ({ at }) => formatDateTime(at) },
          {
            label: t("Outcome"),
            cell: ({ outcome }) => (
              <Tag tone={outcomeWords[outcome].tone}>{t(outcomeWords[outcome].label)}</Tag>
            ),
          },
          { label: t("People"), number: true, cell: ({ people }) => formatNumber(people) },
          { label: t("Taken over"), number: true, cell: ({ applied }) => formatNumber(applied) },
          { label: t("Server"), cell: ({ server }) => <span lang="en">{server}</span> },
          {
            label: t("By"),
            cell: ({ by }) => (by ? <Mixed text={nameOf(by)} /> : t("the clock")),
          },
        ]}
      />
    </Panel>
  );
}
