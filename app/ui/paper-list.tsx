import { DateTime } from "./date-time.tsx";
import { Mixed } from "./mixed.tsx";

export interface PaperEntry {
  readonly id: string;
  readonly href: string;
  /** Its serial in the file's correspondence. */
  readonly serial: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly pages: string;
  readonly on?: Date | string | undefined;
  readonly current: boolean;
  /** A slip that sticks out: the paper under consideration, a fresh receipt. */
  readonly flag?: string | undefined;
}

/** The contents list of a file's correspondence; arrow keys step through it. */
export function PaperList(props: {
  readonly label: string;
  readonly papers: readonly PaperEntry[];
}) {
  return (
    <nav class="papers" aria-label={props.label} data-enhance="paper-keys">
      <ol>
        {props.papers.map((paper) => (
          <li key={paper.id} id={`paper-${paper.id}`}>
            <a href={paper.href} aria-current={paper.current ? "true" : undefined}>
              <span class="paper-serial">{paper.serial}</span>
              <span class="paper-title">
                <span>
                  {paper.flag !== undefined && <span class="paper-flag">{paper.flag}</span>}
                  <Mixed text={paper.title} />
                </span>
                {paper.detail !== undefined && (
                  <span class="quiet">
                    <Mixed text={paper.detail} />
                  </span>
                )}
              </span>
              <span class="quiet paper-pages">
                {paper.pages}
                {paper.on !== undefined && <DateTime at={paper.on} day />}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
