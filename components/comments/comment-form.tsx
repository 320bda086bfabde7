import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { longestComment } from "#domain/comments/input.ts";

interface CommentFormProps {
  action: "/api/comments/edit" | "/api/comments/add";
  /** The comment that is changed or added to. */
  id: number;
  label: string;
  typed?: string;
  /** What the button says. */
  children: ReactNode;
}

/** Words for a comment of one's own: a plain form, answered with the place where they stand then. */
export function CommentForm({ action, id, label, typed, children }: CommentFormProps) {
  const field = `${action.split("/").at(-1)}-body`;
  return (
    <form method="post" action={action} className="mt-2">
      <input type="hidden" name="commentId" value={id} />
      <label htmlFor={field} className="block font-semibold">
        {label}
      </label>
      <textarea
        id={field}
        name="body"
        required
        maxLength={longestComment}
        rows={4}
        defaultValue={typed}
        className="control mt-1"
      />
      <Button className="mt-3">{children}</Button>
    </form>
  );
}
