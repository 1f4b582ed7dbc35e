import { impacts, type Alert } from "../alerts/index.ts";
import { Frame, type Reading } from "./frame.tsx";
import type { Contact } from "./judge-offices.ts";
import { pageWords } from "./page-words.ts";
import { WhomToCall } from "./whom-to-call.tsx";

interface AlertProperties {
  readonly reading: Reading;
  readonly alert: Alert;
  readonly contact: Contact | null;
}

/** One alert by itself: the words for the telephone, and below them the steps of the administrator. */
export function AlertPage({ reading, alert, contact }: AlertProperties) {
  const { say, language, query } = reading;
  const { notice, say: words } = impacts[alert.impact];
  return (
    <Frame reading={reading} title={say(alert.title)} path={`/helpdesk/alerts/${alert.name}`}>
      <p>
        <a href={`/helpdesk/${query}`}>← {say(pageWords.back)}</a>
      </p>
      <header class="head">
        <h1>{say(alert.title)}</h1>
        <p class="quiet">{alert.name}</p>
      </header>
      <div class={`trouble ${alert.severity}`}>
        <dl>
          <dt>{say(pageWords.notices)}</dt>
          <dd>{say(notice)}</dd>
          <dt>{say(pageWords.say)}</dt>
          <dd class="script">“{say(words)}”</dd>
          <dt>{say(pageWords.call)}</dt>
          <dd>
            <WhomToCall reading={reading} call={alert.call} contact={contact} />
          </dd>
        </dl>
      </div>
      <section>
        <h2>{say(pageWords.steps)}</h2>
        <ol class="steps">
          {alert.steps[language].map((step) => (
            <li>
              <Step text={step} />
            </li>
          ))}
        </ol>
      </section>
    </Frame>
  );
}

/** What stands between backticks is typed as it is. */
function Step({ text }: { text: string }) {
  return (
    <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>
  );
}
