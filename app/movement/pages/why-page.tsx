import { t } from "../../base/index.ts";
import { Notice, Panel, RecordHeader } from "../../ui/index.ts";

interface WhyPageProps {
  readonly item: {
    readonly id: string;
    readonly kind: string;
    readonly number: string;
    readonly subject: string;
    readonly href: string;
    readonly isConfidential: boolean;
  };
  /** Whole sentences, in the reader's language. */
  readonly reasons: readonly string[];
}

/** The facts that open one item to the reader. */
export function WhyPage({ item, reasons }: WhyPageProps) {
  return (
    <>
      <RecordHeader {...item} />
      <Panel title={t("Why may I see this?")}>
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <p>{t("Each of these facts alone opens it to your post, whoever holds the post.")}</p>
      </Panel>
      {item.isConfidential && (
        <Notice>
          {t(
            "It is confidential: covering a section opens it to nobody. Only those see it on whose desks it lay or who were sent a copy.",
          )}
        </Notice>
      )}
    </>
  );
}
