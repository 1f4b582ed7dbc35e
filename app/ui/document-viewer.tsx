import { t } from "../base/words.ts";
import { Icon } from "./icon.tsx";

export interface DocumentViewerProps {
  /** The document's own address, and its name for those who hear it. */
  readonly href: string;
  readonly title: string;
  readonly kind: "pdf" | "image" | "other";
  readonly page?: number | undefined;
}

/** A paper as the browser itself shows it; where it cannot, the link opens it. */
export function DocumentViewer(props: DocumentViewerProps) {
  return (
    <div class="viewer" data-viewer>
      <p class="viewer-bar">
        <span>{props.title}</span>
        <a href={props.href} target="_blank" rel="noopener">
          <Icon name="open" />
          {t("Open in a window of its own")}
        </a>
      </p>
      <Paper {...props} />
    </div>
  );
}

function Paper({ href, kind, page, title }: DocumentViewerProps) {
  switch (kind) {
    case "pdf":
      return (
        <iframe
          src={`${href}#page=${page ?? 1}&view=FitH&navpanes=0`}
          title={title}
          loading="lazy"
        />
      );
    case "image":
      return <img src={href} alt={title} />;
    case "other":
      return <p class="quiet">{t("This kind of document cannot be shown here.")}</p>;
    default:
      return null;
  }
}
