import { formatNumber, t, words, type FormState } from "../../../base/index.ts";
import {
  Button,
  ButtonBar,
  DateTime,
  EmptyState,
  FileInput,
  Form,
  Panel,
  Table,
} from "../../../ui/index.ts";
import { NetworkTabs } from "../../pages/network-tabs.tsx";
import type { VpnList } from "../read-lists.ts";

const states: Readonly<Record<VpnList["state"], string>> = {
  staged: words("Waits to be taken over"),
  committed: words("Taken over"),
  discarded: words("Laid aside"),
};

/** The lists of the VPN team so far, and the form to read another. */
export function ListsPage(props: { readonly lists: readonly VpnList[]; readonly form: FormState }) {
  return (
    <>
      <NetworkTabs current="/vpn/lists" />
      <Table
        caption={t("VPN lists")}
        rows={props.lists}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("No list was read yet.")} />}
        columns={[
          {
            label: t("List"),
            heading: true,
            cell: ({ id, fileName }) => <a href={`/vpn/lists/${id}`}>{fileName}</a>,
          },
          { label: t("Rows"), number: true, cell: ({ rowsRead }) => formatNumber(rowsRead) },
          { label: t("Read on"), cell: ({ createdAt }) => <DateTime at={createdAt} /> },
          { label: t("Status"), cell: ({ state }) => t(states[state]) },
          {
            label: t("Waiting for a decision"),
            number: true,
            cell: ({ waiting }) => formatNumber(waiting),
          },
        ]}
      />
      <Panel title={t("Read a list")}>
        <Form action="/vpn/lists" form={props.form} multipart>
          <FileInput
            name="files"
            label={t("List of the VPN team")}
            hint={t(
              "XLSX or CSV UTF-8 with the columns VPN ID, employee code, e-mail, mobile, office code, issued on, expires on, state. Nothing changes before you have seen it row by row.",
            )}
          />
          <ButtonBar>
            <Button kind="primary">{t("Read a list")}</Button>
          </ButtonBar>
        </Form>
      </Panel>
    </>
  );
}
