import { Icon } from "./icon.tsx";
import { useFrame } from "./frame.ts";

/** What the system has to say on top of the page: its own state, then the outcome of the last action. */
export function Announcements() {
  const { banner, banners = [], flash = [] } = useFrame();
  return (
    <>
      {[...(banner === undefined ? [] : [banner]), ...banners].map((sentence) => (
        <p key={sentence} class="banner" role="alert">
          <Icon name="warning" />
          {sentence}
        </p>
      ))}
      {flash.map(({ kind, words }) => (
        <p
          key={words}
          class={`flash flash-${kind}`}
          role={kind === "error" ? "alert" : "status"}
          data-flash
        >
          <Icon name={kind === "done" ? "check" : "warning"} />
          {words}
        </p>
      ))}
    </>
  );
}
