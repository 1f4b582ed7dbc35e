import type { Suite } from "mocha";

/**
 * For cases that each stand on the one before: once one failed, those after it are left out. Mocha's own `bail` would
 * leave a suite out for a failure anywhere before it, without a word.
 */
export function inOrder(suite: Suite): void {
  let hasFailed = false;
  suite.beforeEach("only after those before it", function () {
    if (hasFailed) {
      this.skip();
    }
  });
  suite.afterEach("whether the next may stand on it", function () {
    hasFailed ||= this.currentTest?.state === "failed";
  });
}
