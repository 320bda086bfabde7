import { randomUUID } from "node:crypto";
import { z } from "zod";
import { now } from "#app/_edge/now.ts";
import { Composer } from "#components/desk/posts/composer.tsx";
import { hourWords } from "#components/letters/date-words.ts";
import { Panel } from "#components/ui/panel.tsx";
import type { Draft } from "#domain/drafts.ts";
import type { OwnStream } from "#domain/posts/own-streams.ts";
import { compose } from "./actions.ts";
import { soonest } from "./soonest.ts";

/** The composer with what was begun in it. The name of a writing goes with its words, so that it is sent once. */
export async function WritePost({ stream, begun }: { stream: OwnStream; begun: Draft | null }) {
  return (
    <Panel kind="brand" id="compose">
      <Composer
        action={compose}
        stream={stream}
        formKey={z.uuid().safeParse(begun?.fields.key).data ?? randomUUID()}
        soonest={soonest(await now())}
        kept={begun?.fields}
        keptAt={begun ? hourWords(begun.at) : undefined}
      />
    </Panel>
  );
}
