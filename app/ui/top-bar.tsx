import { formatNumber } from "../base/time.ts";
import { t } from "../base/words.ts";
import { ActingAs } from "./acting-as.tsx";
import { useFrame } from "./frame.ts";
import { Icon } from "./icon.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { MeMenu } from "./me-menu.tsx";

/** Product name, search, language, the post one acts as, notices, oneself. */
export function TopBar() {
  const { reader } = useFrame();
  return (
    <header class="top-bar">
      <a class="product" href="/">
        <Mark />
        <span>{t("Digital Secretariat")}</span>
      </a>
      {reader && <SearchBox />}
      <div class="top-bar-end">
        {reader && <ActingAs reader={reader} />}
        <LanguageSwitch />
        {reader && <Bell unread={reader.unreadNotices} />}
        {reader && <MeMenu reader={reader} />}
      </div>
    </header>
  );
}

function SearchBox() {
  const { path } = useFrame();
  const typed = path.startsWith("/track?")
    ? new URL(path, "http://here").searchParams.get("q")
    : "";
  return (
    <form class="search-box" action="/track" method="get" role="search">
      <label class="unseen" for="search">
        {t("Search by number or subject")}
      </label>
      <Icon name="search" />
      <input id="search" name="q" type="search" value={typed ?? ""} autocomplete="off" />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

function Bell({ unread }: { readonly unread: number }) {
  return (
    <a class="bell" href="/notices">
      <Icon name="bell" />
      <span class="unseen">{t("Notices, {count} unread", { count: formatNumber(unread) })}</span>
      {unread > 0 && (
        <span class="bell-count" aria-hidden="true">
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </a>
  );
}

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
      <path d="M4 6h8l2 3h10v14H4z" />
      <path d="M9 14h10M9 18h7" />
    </svg>
  );
}
