const { writeFileSync } = require("node:fs");
const { reporters } = require("mocha");

/** Mocha's own report, and the counts in a file for the closing line. */
module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const { passes, failures } = this.stats;
      writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passes, failures }));
    });
  }
};
