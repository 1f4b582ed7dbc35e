import { stopAll } from "./stop-all.ts";

/** Read by mocha before the tests: whatever they forget to stop, ends with them. */
export const mochaHooks = {
  async afterAll(this: Mocha.Context) {
    this.timeout(120_000);
    await stopAll();
  },
};
