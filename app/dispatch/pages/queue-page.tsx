import { formatDate, t } from "../../base/index.ts";
import { Button, EmptyState, Mixed, PageHeading, Pager, Table } from "../../ui/index.ts";
import type { DispatchLine } from "../queries.ts";
import { RegisterTabs } from "./register-tabs.tsx";

export interface QueueProps {
  readonly lines: readonly DispatchLine[];
  readonly older: string | undefined;
}

/** What sections left to the registry: tick, dispatch together, or print the labels. */
export function QueuePage({ lines, older }: QueueProps) {
  return (
    <>
      <PageHeading
        title={t("To dispatch")}
        hint={t("What sections of your office left to the registry, the oldest first.")}
      />
      <RegisterTabs current="queue" mayQueue />
      <form method="get" action="/dispatches/new">
        <Table
          caption={t("To dispatch")}
          rows={lines}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("Nothing waits to be dispatched")} />}
          columns={[
            { label: t("Chosen"), cell: (line) => <Tick line={line} /> },
            {
              label: t("Addressee"),
              heading: true,
              cell: ({ address, name }) => (
                <>
                  <Mixed text={name} />
                  <br />
                  <span class="quiet">
                    <Mixed text={address.replaceAll("\n", ", ")} />
                  </span>
                </>
              ),
            },
            {
              label: t("Letter number"),
              cell: ({ documentId, letterNumber, subject }) =>
                subject === null ? (
                  <Mixed text={letterNumber} />
                ) : (
                  <a href={`/documents/${documentId}`}>
                    <Mixed text={letterNumber} />
                  </a>
                ),
            },
            { label: t("Date of the letter"), cell: ({ issuedOn }) => formatDate(issuedOn) },
            {
              label: t("Subject"),
              cell: ({ subject }) => <Mixed text={subject ?? t("Confidential")} />,
            },
          ]}
        />
        {lines.length > 0 && (
          <div class="button-bar">
            <Button kind="primary">{t("Dispatch the chosen")}</Button>
            <Button action="/dispatches/labels">{t("Address labels")}</Button>
          </div>
        )}
      </form>
      <Pager before={older} />
    </>
  );
}

function Tick({ line }: { readonly line: DispatchLine }) {
  return (
    <input
      type="checkbox"
      name="ids"
      value={line.id}
      aria-label={t("Choose {name}", { name: line.name })}
    />
  );
}
