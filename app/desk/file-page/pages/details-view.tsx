import { formatNumber, t } from "../../../base/index.ts";
import { CoverParticulars, type CoverDetails } from "../../../files/index.ts";
import type { RelatedFile } from "../../../notes/index.ts";
import { Button, Mixed, Panel } from "../../../ui/index.ts";
import type { OpenedFile } from "../read-file-page.ts";
import { FileFrame } from "./file-frame.tsx";

interface DetailsViewProps extends OpenedFile {
  readonly cover: CoverDetails;
  readonly related: readonly RelatedFile[];
  readonly events: number;
}

/** Cover, parts, and the files tied to this one. */
export function DetailsView({ cover, related, events, ...opened }: DetailsViewProps) {
  const { itemId } = opened.file;
  return (
    <FileFrame {...opened} tab="details">
      <div class="file-pane">
        <Panel
          title={t("Cover")}
          actions={<Button href={`/files/${itemId}/cover`}>{t("Cover page")}</Button>}
        >
          <CoverParticulars file={opened.file} cover={cover} />
        </Panel>
        <Panel title={t("Part files")}>
          <FileLinks files={cover.parts} none={t("This file has no parts.")} />
        </Panel>
        <Panel title={t("Related files")}>
          <FileLinks
            files={related.map((file) => ({ ...file, tie: tieOf(file) }))}
            none={t("No note points from here to another file, or back.")}
          />
        </Panel>
        <p class="quiet file-events">
          {t("The sealed record holds {count} entries about this file.", {
            count: formatNumber(events),
          })}
        </p>
      </div>
    </FileFrame>
  );
}

function tieOf({ cites, isCited }: RelatedFile): string {
  if (cites && isCited) {
    return t("They cite each other");
  }
  return cites ? t("It cites this file") : t("Cited in this file");
}

interface FileLink {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly tie?: string;
}

function FileLinks(props: { readonly files: readonly FileLink[]; readonly none: string }) {
  if (props.files.length === 0) {
    return <p class="quiet">{props.none}</p>;
  }
  return (
    <ul class="file-links">
      {props.files.map(({ id, number, subject, tie }) => (
        <li key={id}>
          <a href={`/files/${id}`}>
            <Mixed text={number} />
          </a>
          <span>
            <Mixed text={subject} />
          </span>
          {tie !== undefined && <span class="quiet">{tie}</span>}
        </li>
      ))}
    </ul>
  );
}
