/**
 * Runs one step of the preparation and says what it is and how long it took.
 * Progress goes to standard error, so that standard output holds only results.
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = Date.now();
  say(`  … ${title}`);
  const result = await work();
  say(`  ✓ ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return result;
}

/**
 * One line of progress.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Something the person at the keyboard can put right; its message says how. */
export class Advice extends Error {}

/**
 * Says why we stop: advice as it stands, anything unexpected with its trace.
 * @param {unknown} error
 */
export function explain(error) {
  say(`\n  ✗ ${sentence(error)}\n`);
}

/**
 * @param {unknown} error
 * @returns {string}
 */
function sentence(error) {
  if (!(error instanceof Error)) {
    return String(error);
  }
  if ("code" in error && (error.code === "EACCES" || error.code === "EPERM")) {
    return `${error.message}. It belongs to another user: remove var/ and build/, or run as that user.`;
  }
  return error instanceof Advice ? error.message : (error.stack ?? error.message);
}
