import type { Called } from "../alerts/index.ts";
import type { Reading } from "./frame.tsx";
import type { Contact } from "./judge-offices.ts";
import { calledWords } from "./page-words.ts";

interface CallProperties {
  readonly reading: Reading;
  readonly call: Called;
  /** Of the data centre, where site.yml names one. */
  readonly contact: Contact | null;
}

/** Who is told of a trouble, and by which number where that is known. */
export function WhomToCall({ reading, call, contact }: CallProperties) {
  return (
    <>
      {reading.say(calledWords[call])}
      {call === "datacentre" && contact && <AtPhone reading={reading} contact={contact} />}
    </>
  );
}

export function AtPhone({ reading, contact }: { reading: Reading; contact: Contact }) {
  const number = contact.phone.replaceAll(/[^+\d]/g, "");
  return (
    <>
      {" · "}
      {reading.say(contact.names)}{" "}
      <a class="phone" href={`tel:${number}`}>
        {contact.phone}
      </a>
    </>
  );
}
