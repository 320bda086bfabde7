import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Page,
} from "@playwright/test";
import { enterByCode, newPhone } from "./enter-by-code.ts";

export { expect } from "@playwright/test";

/** What the sign-in page's buttons say in demo mode. */
const roles = {
  citizen: "网友",
  leader: "领导",
  operator: "信箱管理员",
  handler: "承办人",
  triage: "网络信访处理中心",
  moderator: "版主",
  supervisor: "督办员",
  editor: "编辑",
  administrator: "管理员",
};

export type Role = keyof typeof roles;

interface Fixtures {
  /** A browser of its own, signed in: `const moderator = await as("moderator")`. */
  as(role: Role, options?: BrowserContextOptions): Promise<Page>;
  /** A browser of its own for somebody who has not signed in. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  /**
   * A browser of its own for a citizen whom no journey that runs at the same time uses: a person has one unfinished letter,
   * and may only say so much in a minute.
   */
  citizen(options?: BrowserContextOptions): Promise<Page>;
}

type SignIn = Awaited<ReturnType<BrowserContext["storageState"]>>;

interface Standing {
  /** Of the platform that is visited. */
  address: string;
  /** Signs a citizen in for the journey that begins. */
  nextCitizen(): Promise<SignIn>;
}

const here = { locale: "zh-CN", timezoneId: "Asia/Shanghai" };

/** A browser of its own comes from an address of its own: limits by address are for those who share one. */
const fromElsewhere = () => ({
  "x-forwarded-for": ["198", "18", Math.floor(Math.random() * 256), Math.floor(Math.random() * 256)].join("."),
});

/** Codes are few, and so is what one person may write in a minute: a citizen serves some journeys, then comes another. */
const journeysOfCitizen = 3;

export const test = base.extend<Fixtures, Standing>({
  address: [process.env.GONGPU_JOURNEYS ?? "", { scope: "worker", option: true }],

  nextCitizen: [
    async ({ browser, address }, use) => {
      let signIn: SignIn;
      let journeys = 0;
      await use(async () => {
        if (journeys++ % journeysOfCitizen === 0) signIn = await enterAnew(browser, address);
        return signIn;
      });
    },
    { scope: "worker" },
  ],

  baseURL: async ({ address }, use) => use(address),

  visitor: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, ...here, extraHTTPHeaders: fromElsewhere(), ...options });
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  as: async ({ visitor }, use) => {
    await use(async (role, options) => {
      const page = await visitor(options);
      await page.goto("/sign-in");
      await enterAs(page, role);
      await page.waitForURL((url) => url.pathname !== "/sign-in");
      return page;
    });
  },

  citizen: async ({ visitor, nextCitizen }, use) => {
    const storageState = await nextCitizen();
    await use((options) => visitor({ storageState, ...options }));
  },
});

async function enterAnew(browser: Browser, baseURL: string): Promise<SignIn> {
  const context = await browser.newContext({ baseURL, ...here, extraHTTPHeaders: fromElsewhere() });
  await enterByCode(await context.newPage(), newPhone());
  const signIn = await context.storageState();
  await context.close();
  return signIn;
}

/** Presses the sign-in page's button of a role: its name is the role's, followed by whose desk it is. */
export async function enterAs(page: Page, role: Role): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${roles[role]}`) }).click();
}

/** Moves the platform's clock forward, for everybody: a journey that needs it must not count on today's date elsewhere. */
export async function advanceClock(request: APIRequestContext, days: number): Promise<void> {
  const answer = await request.post("/dev/clock", { data: { days } });
  if (answer.status() !== 204) throw new Error(`The clock did not move: ${answer.status()}`);
}
