import type { Words } from "../../words.ts";
import type { Reading } from "./frame.tsx";
import type { Contact, Judgement, Light } from "./judge-offices.ts";
import { pageWords } from "./page-words.ts";
import { Sign } from "./sign.tsx";
import { AtPhone } from "./whom-to-call.tsx";

interface SummaryProperties {
  readonly reading: Reading;
  readonly judgement: Judgement;
  readonly contact: Contact | null;
}

/** The whole state in one sentence or two, before anything else. */
export function Summary({ reading, judgement, contact }: SummaryProperties) {
  const { say } = reading;
  const count = (light: Light) => judgement.offices.filter((one) => one.light === light).length;
  const isBlind = judgement.light === "unknown";
  const worst = notGreen.find((light) => count(light) > 0) ?? "green";
  return (
    <div class={`summary ${isBlind ? "unknown" : worst}`} role="status">
      {notGreen
        .filter((light) => count(light) > 0 && !(isBlind && light === "unknown"))
        .map((light) => (
          <SummaryLine
            light={light}
            text={say(told(light, count(light)), { count: count(light) })}
          />
        ))}
      {isBlind && <NobodyKnows reading={reading} contact={contact} />}
      {!isBlind && worst === "green" && (
        <SummaryLine light="green" text={say(pageWords.allGreen, { count: count("green") })} />
      )}
    </div>
  );
}

const notGreen = ["red", "amber", "unknown"] as const;

function told(light: (typeof notGreen)[number], count: number): Words {
  const { oneRed, someRed, oneAmber, someAmber, oneUnknown, someUnknown } = pageWords;
  const [one, some] = {
    red: [oneRed, someRed],
    amber: [oneAmber, someAmber],
    unknown: [oneUnknown, someUnknown],
  }[light] as [Words, Words];
  return count === 1 ? one : some;
}

function NobodyKnows({ reading, contact }: Pick<SummaryProperties, "reading" | "contact">) {
  const { say } = reading;
  return (
    <>
      <SummaryLine light="unknown" text={say(pageWords.noneKnown)} />
      <p>
        {say(pageWords.noneKnownSay)}
        {contact && <AtPhone reading={reading} contact={contact} />}
      </p>
    </>
  );
}

function SummaryLine({ light, text }: { light: Light; text: string }) {
  return (
    <p class="large">
      <Sign light={light} /> <span>{text}</span>
    </p>
  );
}
