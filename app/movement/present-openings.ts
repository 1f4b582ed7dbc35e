import { formatDate, nameOf, t, words } from "../base/index.ts";
import type { Reason } from "./visibility.ts";
import type { Opening } from "./why-visible.ts";

/** What opens an item, as a whole sentence: alone, or through the file in which it lies. */
type Sentences = Readonly<Record<Reason["name"], { readonly own: string; readonly file: string }>>;

const sentences: Sentences = {
  holds: {
    own: words("It lies on the desk of your post since {date}."),
    file: words("It lies inside {file}, which lies on the desk of your post since {date}."),
  },
  made: {
    own: words("Your post made it on {date}."),
    file: words("It lies inside {file}, which your post made on {date}."),
  },
  passed: {
    own: words("Your post took part in its way, last on {date}."),
    file: words("It lies inside {file}; your post took part in the way of that, last on {date}."),
  },
  copied: {
    own: words("Your post was sent a copy on {date}."),
    file: words("It lies inside {file}, of which your post was sent a copy on {date}."),
  },
  covers: {
    own: words("It belongs to {unit}, whose work your post may read."),
    file: words("It lies inside {file} of {unit}, whose work your post may read."),
  },
};

/** The reasons in the reader's language, one sentence for each fact. */
export function presentOpenings(openings: readonly Opening[]): string[] {
  return openings.flatMap((opening) =>
    opening.reason === "passed" && opening.file === null ? passing(opening) : [sentence(opening)],
  );
}

function sentence({ reason, file, at, unit }: Opening): string {
  const { own, file: through } = sentences[reason];
  return t(file === null ? own : through, {
    ...(file !== null && { file }),
    ...(at && { date: formatDate(at) }),
    ...(unit && { unit: nameOf(unit) }),
  });
}

/** Receiving and sending are two facts; for the mere making of an item neither holds. */
function passing(opening: Opening): string[] {
  const { receivedAt, sentAt } = opening;
  const facts = [
    ...(receivedAt
      ? [t("Your post received it, last on {date}.", { date: formatDate(receivedAt) })]
      : []),
    ...(sentAt ? [t("Your post sent it on, last on {date}.", { date: formatDate(sentAt) })] : []),
  ];
  return facts.length > 0 ? facts : [sentence(opening)];
}
