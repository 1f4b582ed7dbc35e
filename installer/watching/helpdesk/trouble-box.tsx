import { impacts } from "../alerts/index.ts";
import type { Reading } from "./frame.tsx";
import type { Contact, KnownOffice, Trouble } from "./judge-offices.ts";
import { pageWords } from "./page-words.ts";
import { Sign } from "./sign.tsx";
import { lasting, timeOf } from "./times.ts";
import { AtPhone, WhomToCall } from "./whom-to-call.tsx";

interface TroubleProperties {
  readonly reading: Reading;
  readonly trouble: Trouble;
  readonly at: Date;
  readonly contact: Contact | null;
  readonly office?: KnownOffice;
  readonly place?: "everywhere";
}

/** What people notice, what to say to them, since when, why, and whom to call. */
export function TroubleBox({ reading, trouble, at, contact, office, place }: TroubleProperties) {
  const { say, language } = reading;
  const { alert, since } = trouble;
  const { notice, say: words } = impacts[alert.impact];
  return (
    <div class={`trouble ${alert.severity}`}>
      {place && (
        <h2 class="office-head">
          <Sign light={alert.severity === "red" ? "red" : "amber"} />
          <span class="office-name">{say(pageWords.everywhere)}</span>
        </h2>
      )}
      <dl>
        <dt>{say(pageWords.notices)}</dt>
        <dd>{say(notice)}</dd>
        <dt>{say(pageWords.say)}</dt>
        <dd class="script">“{say(words)}”</dd>
        <dt>{say(pageWords.since)}</dt>
        <dd>
          {timeOf(since)} ({lasting(since, at, language)})
        </dd>
        <dt>{say(pageWords.cause)}</dt>
        <dd>
          <a href={`/helpdesk/alerts/${alert.name}${reading.query}`}>{say(alert.title)}</a>
        </dd>
        <dt>{say(pageWords.call)}</dt>
        <dd>
          <WhomToCall reading={reading} call={alert.call} contact={contact} />
          {office?.helpdesk && <AtPhone reading={reading} contact={office.helpdesk} />}
        </dd>
      </dl>
    </div>
  );
}
