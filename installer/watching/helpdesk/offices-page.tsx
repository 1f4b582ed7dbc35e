import { lightWords, pageWords } from "./page-words.ts";
import type {
  Contact,
  JudgedOffice,
  Judgement,
  KnownOffice,
  Light,
  Trouble,
} from "./judge-offices.ts";
import { lasting, timeOf } from "./times.ts";
import { Frame, type Reading } from "./frame.tsx";
import type { Sight } from "./ask-prometheus.ts";
import { Sign } from "./sign.tsx";
import { Summary } from "./summary.tsx";
import { TroubleBox } from "./trouble-box.tsx";
import { WhomToCall } from "./whom-to-call.tsx";

interface OfficesProperties {
  readonly reading: Reading;
  readonly sight: Sight;
  readonly judgement: Judgement;
  readonly contact: Contact | null;
}

/** One page for those who answer the telephone: where work stands still, what to say, whom to call. */
export function OfficesPage({ reading, sight, judgement, contact }: OfficesProperties) {
  const { say } = reading;
  const { offices, shared } = judgement;
  const own = offices.filter((judged) => ownTroubles(judged, shared).length > 0);
  const others = offices.filter((judged) => !own.includes(judged));
  const hampered = others.filter(({ light }) => light === "red" || light === "amber");
  return (
    <Frame reading={reading} title={say(pageWords.title)} path="/helpdesk/" renews>
      <header class="head">
        <h1>{say(pageWords.title)}</h1>
        <p class="quiet">
          {say(pageWords.asOn, { time: timeOf(sight.at) })} · {say(pageWords.renews)}
        </p>
      </header>
      <Summary reading={reading} judgement={judgement} contact={contact} />
      {(["red", "amber"] as const).map((severity) => (
        <>
          {shared
            .filter(({ alert }) => alert.severity === severity)
            .map((trouble) => (
              <TroubleBox
                reading={reading}
                trouble={trouble}
                at={sight.at}
                contact={contact}
                place="everywhere"
              />
            ))}
          {own
            .filter(({ light }) => light === severity)
            .map((judged) => (
              <Office
                reading={reading}
                judged={judged}
                shared={shared}
                at={sight.at}
                contact={contact}
              />
            ))}
        </>
      ))}
      <List reading={reading} offices={hampered} title={say(pageWords.hampered)} />
      <List
        reading={reading}
        offices={others.filter(({ light }) => light === "unknown")}
        title={say(pageWords.notKnown)}
      />
      <List
        reading={reading}
        offices={others.filter(({ light }) => light === "green")}
        title={say(pageWords.working)}
      />
      {offices.length === 0 && <p class="quiet">{say(pageWords.noOffices)}</p>}
      <Unseen reading={reading} troubles={judgement.unseen} at={sight.at} contact={contact} />
    </Frame>
  );
}

/** What is everybody's trouble is told once, above; an office is told of by itself for its own alone. */
function ownTroubles({ troubles }: JudgedOffice, shared: readonly Trouble[]): readonly Trouble[] {
  const known = new Set(shared.map(({ alert }) => alert.name));
  return troubles.filter(({ alert }) => !known.has(alert.name));
}

interface OfficeProperties {
  readonly reading: Reading;
  readonly judged: JudgedOffice;
  readonly shared: readonly Trouble[];
  readonly at: Date;
  readonly contact: Contact | null;
}

function Office({ reading, judged, shared, at, contact }: OfficeProperties) {
  return (
    <section class={`office ${judged.light}`}>
      <OfficeHead reading={reading} office={judged.office} light={judged.light} />
      {ownTroubles(judged, shared).map((trouble) => (
        <TroubleBox
          reading={reading}
          trouble={trouble}
          at={at}
          contact={contact}
          office={judged.office}
        />
      ))}
    </section>
  );
}

interface OfficeHeadProperties {
  readonly reading: Reading;
  readonly office: KnownOffice;
  readonly light: Light;
}

function OfficeHead({ reading: { say }, office, light }: OfficeHeadProperties) {
  return (
    <h2 class="office-head">
      <Sign light={light} />
      <span class="office-name">{say(office.names)}</span>
      <span class={`state ${light}`}>{say(lightWords[light])}</span>
    </h2>
  );
}

interface ListProperties {
  readonly reading: Reading;
  readonly offices: readonly JudgedOffice[];
  readonly title: string;
}

function List({ reading: { say }, offices, title }: ListProperties) {
  return offices.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="list">
        {offices.map(({ office, light }) => (
          <li>
            <Sign light={light} /> <span class="one">{say(office.names)}</span>{" "}
            <span class="quiet">{say(lightWords[light])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface UnseenProperties {
  readonly reading: Reading;
  readonly troubles: readonly Trouble[];
  readonly at: Date;
  readonly contact: Contact | null;
}

function Unseen({ reading, troubles, at, contact }: UnseenProperties) {
  const { say, language, query } = reading;
  return troubles.length === 0 ? null : (
    <section class="unseen">
      <h2>{say(pageWords.unseen)}</h2>
      <ul class="list">
        {troubles.map(({ alert, since }) => (
          <li>
            <a class="one" href={`/helpdesk/alerts/${alert.name}${query}`}>
              {say(alert.title)}
            </a>{" "}
            <span class="quiet">
              {lasting(since, at, language)} ·{" "}
              <WhomToCall reading={reading} call={alert.call} contact={contact} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
