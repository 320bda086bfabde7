import { getTranslations } from "next-intl/server";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { DraftCard } from "#components/desk/posts/draft-card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Person } from "#domain/access/actor.ts";
import type { OwnStream } from "#domain/posts/own-streams.ts";
import type { Draft } from "#domain/posts/read-drafts.ts";
import * as actions from "./actions.ts";
import { publishesOn } from "./publishes-on.ts";
import { soonest, wallClock } from "./soonest.ts";

interface NotOutProps {
  person: Person;
  drafts: Draft[];
  streams: OwnStream[];
}

/** What waits: for this person's approval, for their pen, for its time. */
export async function NotOut({ person, drafts, streams }: NotOutProps) {
  const t = await getTranslations("composer");
  const back = (await addresses())("/desk/posts");
  const moment = await now();
  const own = ({ authorId }: Draft) => authorId === person.id;
  const publishes = (draft: Draft) => publishesOn(streams, draft);
  const toApprove = drafts.filter((draft) => draft.state === "offered" && publishes(draft) && !own(draft));
  const scheduled = drafts.filter(({ state }) => state === "scheduled");
  // What an office writes for its leader is the leader's business once it is offered, not before.
  const others = drafts.filter(
    (draft) =>
      !toApprove.includes(draft) && !scheduled.includes(draft) && (own(draft) || !draft.leader || !publishes(draft)),
  );
  const card = (draft: Draft) => (
    <DraftCard
      key={draft.id}
      draft={draft}
      publishes={publishes(draft)}
      own={own(draft)}
      approve={actions.approve.bind(null, back)}
      offer={actions.offer.bind(null, back)}
      discard={actions.discard.bind(null, back)}
      giveBack={actions.giveBack.bind(null, back)}
      timetable={
        draft.publishAt
          ? {
              reschedule: actions.reschedule.bind(null, back),
              unschedule: actions.unschedule.bind(null, back),
              publishAt: wallClock(draft.publishAt),
              soonest: soonest(moment),
            }
          : undefined
      }
    />
  );
  return (
    <>
      {toApprove.length > 0 && (
        <Section title={t("toApproveCount", { n: toApprove.length })} id="offered" className="lg:first:mt-3">
          <ul className="mt-3 grid gap-3">{toApprove.map(card)}</ul>
        </Section>
      )}
      <Section title={t("drafts")} id="drafts" className="lg:first:mt-3">
        {others.length === 0 ? (
          <div className="pt-3">
            <EmptyState title={t("noDrafts")}>{t("noDraftsWhy")}</EmptyState>
          </div>
        ) : (
          <ul className="mt-3 grid gap-3">{others.map(card)}</ul>
        )}
      </Section>
      {scheduled.length > 0 && (
        <Section title={t("scheduled")} id="scheduled">
          <ul className="mt-3 grid gap-3">{scheduled.map(card)}</ul>
        </Section>
      )}
    </>
  );
}
