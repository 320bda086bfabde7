import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { LightsBoard } from "#components/desk/lights/board.tsx";
import { DueOrders } from "#components/desk/lights/due-orders.tsx";
import { FeedPanel } from "#components/desk/lights/feed-panel.tsx";
import { LightDays } from "#components/desk/lights/light-days.tsx";
import { PassedLetters } from "#components/desk/lights/passed-letters.tsx";
import { PassingOffices } from "#components/desk/lights/passing-offices.tsx";
import { Stairs } from "#components/desk/lights/stairs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readFeedState } from "#domain/supervision/deliver-lights.ts";
import { readLightDays } from "#domain/supervision/light-days.ts";
import { readLightsBoard } from "#domain/supervision/lights-board.ts";
import { countLadder, listOrders } from "#domain/supervision/list-orders.ts";
import { readPassedLetters, readPassingOffices } from "#domain/supervision/passing-on.ts";
import { sendAgain } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lights"))("title") };
}

/** The supervisor's first screen: which offices' clocks burn how, what was ordered about it, who hands letters on. */
export default async function Lights() {
  const actor = await requireSignedIn("/desk/lights");
  if (!can(actor, "lights.read")) notFound();
  const [shown, t] = await Promise.all([read(actor, await now()), getTranslations("lights")]);
  const { board } = shown;
  return (
    <main id="main" tabIndex={-1} className="w-full px-4 pt-3 pb-8 lg:px-5">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h1 className="text-xl">
          {t("title")}
          <small className="ms-3 font-normal text-ink-2">{t("open", { n: board.total.open })}</small>
        </h1>
        <a href="/feeds/lights.csv" className="inline-flex min-h-target items-center text-sm">
          {t("download")}
        </a>
      </div>
      <Stairs counts={shown.ladder} />
      {board.rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneYet")}</EmptyState>
      ) : (
        <LightsBoard board={board} />
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-8 xl:grid-cols-[minmax(0,1fr)_19rem]">
        <div>
          <DueOrders orders={shown.orders} />
          <LightDays days={shown.days} />
          <PassingOffices offices={shown.offices} />
        </div>
        <div className="grid gap-4 xl:mt-8">
          <PassedLetters letters={shown.passed} />
          <FeedPanel feed={shown.feed} again={sendAgain} />
        </div>
      </div>
    </main>
  );
}

const dueOrders = 6;

async function read(actor: Person, at: Now) {
  const [board, ladder, { rows: orders }, days, passed, offices, feed] = await Promise.all([
    readLightsBoard(db, actor, at),
    countLadder(db, actor),
    listOrders(db, actor, { show: "awaiting" }, at, dueOrders),
    readLightDays(db, actor, at),
    readPassedLetters(db, actor, at),
    readPassingOffices(db, actor),
    readFeedState(db, actor),
  ]);
  return { board, ladder, orders, days, passed, offices, feed };
}
