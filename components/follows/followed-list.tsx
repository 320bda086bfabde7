import { useLocale, useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Followed } from "#domain/follows/read-followed.ts";

interface FollowedListProps {
  streams: readonly Followed[];
  action: (before: FormState, form: FormData) => Promise<FormState>;
}

/** A region's own list is that of its letters. */
const folders = { leader: "/leaders/", office: "/offices/", region: "/letters?region=", tag: "/topics/" } as const;

/** What is followed, each with its way out. */
export function FollowedList({ streams, action }: FollowedListProps) {
  const t = useTranslations("follows");
  const language = useLocale();
  return (
    <Section title={t("followed")} rule="above">
      <ul>
        {streams.map((one) => {
          const name = one.kind === "tag" ? `#${one.name}#` : named(language, one);
          return (
            <li key={one.topic} className="flex items-center justify-between gap-3 border-b border-rule py-1.5">
              <A href={`${folders[one.kind]}${encodeURIComponent(one.slug)}`} className="min-w-0">
                {name}
              </A>
              <ActionForm action={action} problemsTitle="">
                <input type="hidden" name="topic" value={one.topic} />
                <input type="hidden" name="follow" value="0" />
                <Button aria-label={t("offOf", { name })}>{t("stop")}</Button>
              </ActionForm>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
