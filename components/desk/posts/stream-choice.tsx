import { useLocale, useTranslations } from "next-intl";
import { streamKey, useStreamName } from "#components/desk/posts/composer.tsx";
import { address, withQuery } from "#components/ui/address.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { OwnStream } from "#domain/posts/own-streams.ts";

interface StreamChoiceProps {
  path: string;
  streams: OwnStream[];
  current: OwnStream;
}

/** So many fit on a line. */
const mostTabs = 4;

/** On which stream it will stand; with one there is nothing to choose. A region's editor has a whole list. */
export function StreamChoice({ path, streams, current }: StreamChoiceProps) {
  const t = useTranslations("composer");
  const language = useLocale();
  const nameOf = useStreamName();
  const named = streams.map((stream) => ({ value: streamKey(stream), words: nameOf(stream) }));
  if (streams.length === 1) return null;
  if (streams.length <= mostTabs)
    return (
      <div className="mb-3">
        <Tabs
          label={t("streams")}
          tabs={named.map(({ value, words }) => ({
            href: withQuery(path, { as: value }),
            words,
            current: value === streamKey(current),
          }))}
        />
      </div>
    );
  return (
    <form action={address(language, path)} className="mb-3 flex flex-wrap items-end gap-2">
      <Select
        name="as"
        label={t("streams")}
        choices={named}
        defaultValue={streamKey(current)}
        className="min-w-0 flex-1 basis-60"
      />
      <Button>{t("chooseStream")}</Button>
    </form>
  );
}
