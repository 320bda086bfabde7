import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";

type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

interface LetterPicturesProps {
  letter: Pick<LetterForPerson, "id" | "images">;
  /** Null for who does not decide what is published, or while the letter is not public. */
  publish: { show: FormAction; hide: FormAction } | null;
}

/** The writer's pictures: for the handlers, until a person has looked at one and published it. */
export function LetterPictures({ letter: { id, images }, publish }: LetterPicturesProps) {
  const t = useTranslations("publication.pictures");
  if (images.length === 0) return null;
  return (
    <ul className="mt-3 grid grid-cols-2 gap-2">
      {images.map(({ token, alt, published }) => (
        <li key={token}>
          <a href={`/images/${token}`}>
            {/* biome-ignore lint/performance/noImgElement: re-encoded by us, and never cached beyond this page */}
            <img
              src={`/images/${token}`}
              alt={alt || t("alt")}
              loading="lazy"
              className="h-auto w-full border border-rule"
            />
          </a>
          <p className="mt-1 flex items-center gap-1.5 text-sm text-ink-2">
            <Icon of={published ? "eye" : "lock"} />
            {t(published ? "public" : "private")}
          </p>
          {publish && (
            <ActionForm action={published ? publish.hide : publish.show} problemsTitle={t("problems")}>
              <input type="hidden" name="letterId" value={id} />
              <input type="hidden" name="token" value={token} />
              <Button size="small">{t(published ? "hide" : "show")}</Button>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
