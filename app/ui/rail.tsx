import { t } from "../base/words.ts";
import { Icon } from "./icon.tsx";
import { useFrame } from "./frame.ts";
import type { Section } from "./frame.ts";

const onPhone = 4;

/** The sections of the product: a rail on the desktop, a bar at the bottom of a phone. */
export function Rail() {
  const { reader, sections } = useFrame();
  if (reader === undefined || sections.length === 0) {
    return null;
  }
  const beyond = sections.slice(onPhone);
  return (
    <nav class="rail" aria-label={t("Sections")}>
      <ul>
        {sections.map((section) => (
          <SectionLink key={section.href} section={section} />
        ))}
      </ul>
      {beyond.length > 0 && (
        <details class="rail-more" data-enhance="menu">
          <summary>
            <Icon name="more" />
            {t("More")}
          </summary>
          <ul>
            {beyond.map((section) => (
              <SectionLink key={section.href} section={section} />
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}

function SectionLink({ section }: { readonly section: Section }) {
  return (
    <li>
      <a href={section.href} aria-current={section.current ? "page" : undefined}>
        <Icon name={section.icon ?? "paper"} />
        <span>{section.label}</span>
      </a>
    </li>
  );
}
