import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { QueueList } from "#components/desk/comments/queue-list.tsx";
import { Keys } from "#components/desk/keys.tsx";
import { BulkBar } from "#components/desk/moderation/bulk-bar.tsx";
import { ModerationTabs } from "#components/desk/moderation/moderation-tabs.tsx";
import { Filters } from "#components/desk/queue/filters.tsx";
import { named } from "#components/people/named.ts";
import { withQuery } from "#components/ui/address.ts";
import { classes } from "#components/ui/classes.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { db } from "#db/client.ts";
import { holds } from "#domain/access/holds.ts";
import { can } from "#domain/access/policy.ts";
import { readPlaces } from "#domain/letters/addressees.ts";
import { findRegion } from "#domain/letters/find-mailbox.ts";
import { isNumber } from "#domain/letters/read-public-letter.ts";
import { readQueue } from "#domain/moderation/read-queue.ts";
import { rowId } from "#domain/posts/input.ts";
import { BulkDone } from "./bulk-done.tsx";
import { Done } from "./done.tsx";
import { Item } from "./item.tsx";
import { Reported } from "./reported.tsx";

const path = "/desk/comments";

/** What stands in the address: the view, the comment that is open, and what was just done. */
const viewInput = z.object({
  sort: z.enum(["oldest", "supported"]).catch("oldest"),
  like: z.enum(["letter", "suggestion"]).optional().catch(undefined),
  region: z.string().max(80).optional().catch(undefined),
  after: rowId.optional().catch(undefined),
  at: rowId.optional().catch(undefined),
  do: z.literal("convert").optional().catch(undefined),
  of: rowId.optional().catch(undefined),
  became: z.string().refine(isNumber).optional().catch(undefined),
  undone: z.coerce.number().int().min(0).optional().catch(undefined),
  reported: z.enum(["kept", "hidden"]).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk-comments"))("title") };
}

/** For a moderator, and for a leader about their own stream and those below: the queue, the comment in its thread and the way into the mailbox on one screen. */
export default async function CommentsDesk({ searchParams }: PageProps<"/desk/comments">) {
  const actor = await requireSignedIn(path);
  if (!can(actor, "comments.consider")) notFound();
  const { at: chosen, do: doing, of, became, undone, reported, after, ...filter } = viewInput.parse(await searchParams);
  const [t, language, address, moment, places] = await Promise.all([
    getTranslations("desk-comments"),
    getLocale(),
    addresses(),
    now(),
    readPlaces(db),
  ]);
  const region = places.some(({ slug }) => slug === filter.region) ? filter.region : undefined;
  const regionId = region ? (await findRegion(db, region)).id : undefined;
  const queue = await readQueue(db, actor, { sort: filter.sort, like: filter.like, regionId, after }, moment);

  const view = {
    sort: filter.sort === "oldest" ? null : filter.sort,
    like: filter.like ?? null,
    region: region ?? null,
  };
  const here = (change: Record<string, string | number | null> = {}) =>
    withQuery(path, { ...view, after: after ?? null, ...change });
  const back = address(here());
  const moderates = can(actor, "moderation.desk");
  const current = chosen ?? queue.comments[0]?.id ?? null;

  return (
    <main id="main" tabIndex={-1} className="flex w-full min-w-0 flex-1 flex-col">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule px-4 py-2">
        <h1 className="text-xl">{t("title")}</h1>
        <Filters
          path={path}
          keep={view.sort ? { sort: view.sort } : {}}
          selects={[
            {
              name: "region",
              label: t("filters.region"),
              value: region ?? "",
              choices: [
                { value: "", words: t("any") },
                ...places.map((place) => ({ value: place.slug, words: named(language, place) })),
              ],
            },
            {
              name: "like",
              label: t("filters.like"),
              value: filter.like ?? "",
              choices: (["", "letter", "suggestion"] as const).map((like) => ({
                value: like,
                words: like ? t(`like.${like}`) : t("any"),
              })),
            },
          ]}
        />
        <div className="ms-auto">
          <Keys
            opens
            words={{
              keys: t("keys.label"),
              does: {
                j: t("keys.j"),
                k: t("keys.k"),
                ...(holds(actor, "moderator") && { a: t("keys.a") }),
                e: t("keys.e"),
              },
            }}
          />
        </div>
      </header>
      <div className="px-4">
        {became && (
          <Notice kind="ok" live>
            {t.rich("became", {
              number: became,
              a: (words) => <A href={`/letters/${became}`}>{words}</A>,
            })}
          </Notice>
        )}
        {of && <Done actor={actor} commentId={of} now={moment} back={back} />}
        {moderates && (
          <>
            <ModerationTabs current="queue" />
            <BulkDone actor={actor} now={moment} undone={undone} />
            <Reported actor={actor} did={reported} back={back} />
          </>
        )}
      </div>
      <div className="grid flex-1 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <section
          aria-label={t("queue")}
          className={classes("border-rule lg:block lg:border-e", chosen !== undefined && "hidden")}
        >
          <div className="px-4">
            <Tabs
              label={t("sort")}
              tabs={(["oldest", "supported"] as const).map((sort) => ({
                href: here({ sort: sort === "oldest" ? null : sort, after: null }),
                words: t(`sorts.${sort}`),
                current: sort === filter.sort,
              }))}
            />
          </div>
          {queue.comments.length === 0 ? (
            <div className="p-4">
              <EmptyState title={t("none")}>{(view.like || view.region) && <A href={path}>{t("all")}</A>}</EmptyState>
            </div>
          ) : (
            <form action={address("/desk/comments/bulk")} method="get">
              <QueueList
                comments={queue.comments}
                current={current}
                hrefOf={(id) => here({ at: id })}
                personId={actor.id}
                moderates={moderates}
              />
              {moderates && <BulkBar />}
            </form>
          )}
          <div className="px-4 pb-4">
            <Pager
              label={t("pages")}
              next={queue.next === null ? null : here({ after: queue.next })}
              first={after ? here({ after: null }) : null}
            />
          </div>
        </section>
        <div className={classes("min-w-0 px-4 py-3 lg:block lg:px-5", chosen === undefined && "hidden")}>
          {chosen !== undefined && (
            <p className="lg:hidden">
              <A href={here()} className="inline-flex min-h-target items-center">
                {t("back")}
              </A>
            </p>
          )}
          {current !== null && (
            <Item
              actor={actor}
              commentId={current}
              now={moment}
              back={back}
              converting={doing === "convert"}
              convertHref={`${here({ at: current, do: "convert" })}#convert`}
            />
          )}
        </div>
      </div>
    </main>
  );
}
