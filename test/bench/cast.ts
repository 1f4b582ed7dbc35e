import { readSession, startSession } from "../../app/base/index.ts";
import { asSuperuser } from "../../installer/local/provision.ts";
import { filesOfWriter, writers } from "./generate/office-size.ts";

/** Somebody in the office, signed in. */
export interface Person {
  readonly accountId: string;
  readonly employeeId: string;
  readonly postId: string;
  readonly unitId: string;
  readonly cookie: string;
  readonly csrf: string;
}

/** A section of which one writes: its dealing hand and its head send the same files to and fro. */
export interface Section {
  readonly hand: Person;
  readonly head: Person;
  readonly registry: Person;
  readonly fileIds: readonly string[];
}

/** Who acts in the bench, and on what. */
export interface Cast {
  readonly busy: Person;
  readonly longFileId: string;
  readonly sections: readonly Section[];
}

type Post = Omit<Person, "cookie" | "csrf"> & { readonly n: number };

/** Signs everybody in who acts. */
export async function gatherCast(superuserUrl: string): Promise<Cast> {
  return asSuperuser(superuserUrl, async (client) => {
    const posts = await client.query<Post>(
      `select n, account_id as "accountId", employee_id as "employeeId", post_id as "postId",
         unit_id as "unitId" from bench.posts where n <= 5 * $1 or n = bench.busy() order by n`,
      [writers],
    );
    const files = await client.query<{ id: string; kept: number }>(
      "select id, kept::int from bench.files where kept <= $1 order by kept",
      [writers * filesOfWriter],
    );
    const long = await client.query<{ id: string }>("select id from bench.long_file");
    const people = await Promise.all(posts.rows.map(signIn));
    const personAt = (place: number): Person => orFail(people[place]);
    const sections = Array.from({ length: writers }, (_, index) => ({
      head: personAt(5 * index),
      hand: personAt(5 * index + 1),
      registry: personAt(5 * index + 3),
      fileIds: files.rows
        .slice(index * filesOfWriter, (index + 1) * filesOfWriter)
        .map(({ id }) => id),
    }));
    return { busy: personAt(people.length - 1), longFileId: orFail(long.rows[0]).id, sections };
  });
}

async function signIn(post: Post): Promise<Person> {
  const { n: _n, ...person } = post;
  const token = await startSession({
    accountId: post.accountId,
    actingPostId: post.postId,
    language: "hi",
    secondFactor: true,
    provedAt: Date.now() + 86_400_000, // the bench proves nothing in between
  });
  const session = orFail(await readSession(token));
  return { ...person, cookie: `session=${token}`, csrf: session.csrf };
}

function orFail<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error("The generated office lacks what the bench needs");
  }
  return value;
}
