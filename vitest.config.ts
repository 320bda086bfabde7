import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,bench,components,db,domain,messages,scripts,server,test}/**/*.test.ts"],
    globalSetup: ["test/database.ts"],
    // A zone with a quarter of an hour in it finds every place that forgot to say Asia/Shanghai.
    env: { TZ: "Asia/Kathmandu", GONGPU_SECRET: "what the tests seal with, and nobody else" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
    // See playwright.config.ts: only where a busy machine, not a person, reads the result.
    retry: process.env.CI ? 1 : 0,
  },
});
