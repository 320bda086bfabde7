import { randomUUID } from "node:crypto";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { now } from "#app/_edge/now.ts";
import { Composer } from "#components/desk/posts/composer.tsx";
import { hourWords } from "#components/letters/date-words.ts";
import { Panel } from "#components/ui/panel.tsx";
import type { Draft } from "#domain/drafts.ts";
import type { OwnStream } from "#domain/posts/own-streams.ts";
import { compose } from "./actions.ts";
import { hostChoices, hostKey } from "./host-choices.ts";
import { soonest } from "./soonest.ts";

/** The composer with what was begun in it. The name of a writing goes with its words, so that it is sent once. */
interface WritePostProps {
  stream: OwnStream;
  streams: readonly OwnStream[];
  begun: Draft | null;
}

export async function WritePost({ stream, streams, begun }: WritePostProps) {
  return (
    <Panel kind="brand" id="compose">
      <Composer
        action={compose}
        stream={stream}
        formKey={z.uuid().safeParse(begun?.fields.key).data ?? randomUUID()}
        soonest={soonest(await now())}
        hosts={hostChoices(streams, await getLocale())}
        // Who announces a session mostly answers in it.
        kept={{ "session.hosts": hostKey(stream), ...begun?.fields }}
        keptAt={begun ? hourWords(begun.at) : undefined}
      />
    </Panel>
  );
}
