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
  if (judgement.light === "unknown") {
    return (
      <div class="summary unknown" role="status">
        <p class="large">
          <Sign light="unknown" /> <span>{say(pageWords.noneKnown)}</span>
        </p>
        <p>
          {say(pageWords.noneKnownSay)}
          {contact && <AtPhone reading={reading} contact={contact} />}
        </p>
      </div>
    );
  }
  const [red, amber] = [count("red"), count("amber")];
  const light = red > 0 ? "red" : amber > 0 ? "amber" : "green";
  return (
    <div class={`summary ${light}`} role="status">
      {red > 0 && (
        <SummaryLine
          light="red"
          text={say(red === 1 ? pageWords.oneRed : pageWords.someRed, { count: red })}
        />
      )}
      {amber > 0 && (
        <SummaryLine
          light="amber"
          text={say(amber === 1 ? pageWords.oneAmber : pageWords.someAmber, { count: amber })}
        />
      )}
      {light === "green" && (
        <SummaryLine light="green" text={say(pageWords.allGreen, { count: count("green") })} />
      )}
    </div>
  );
}

function SummaryLine({ light, text }: { light: Light; text: string }) {
  return (
    <p class="large">
      <Sign light={light} /> <span>{text}</span>
    </p>
  );
}
