import type { ComponentProps, ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

export interface Column {
  words: ReactNode;
  numeric?: boolean;
  /** `w-56`, when the content should not decide. A class: the pages' policy allows no style attributes. */
  width?: string;
}

interface DataTableProps {
  /** Read out before the table; shown unless it repeats the page's heading. */
  caption: ReactNode;
  showCaption?: boolean;
  columns: readonly Column[];
  /** 36 px rows instead of 48. */
  compact?: boolean;
  /** `<tr>`s of `<Cell>`s; a row carries the `edgeClass(lamp)` of its letter. */
  children: ReactNode;
}

/** A staff table. Where there is no room for its columns, each row becomes a block and each cell names its column. */
export function DataTable({ caption, showCaption, columns, compact, children }: DataTableProps) {
  return (
    <table className={classes("data-table", compact && "compact")}>
      <caption className={showCaption ? "pb-1 text-start text-sm text-ink-2" : "sr-only"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, place) => (
            <th
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are a fixed list
              key={place}
              scope="col"
              className={classes(column.numeric && "numeric", column.width) || undefined}
            >
              {column.words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface CellProps extends ComponentProps<"td"> {
  /** The column's name, said before the content when the row is a block. */
  label?: string;
  numeric?: boolean;
  /** This cell names its row. */
  head?: boolean;
}

export function Cell({ label, numeric, head, className, children, ...rest }: CellProps) {
  const Part = head ? "th" : "td";
  return (
    <Part
      data-label={label}
      scope={head ? "row" : undefined}
      className={classes(numeric && "numeric", className) || undefined}
      {...rest}
    >
      {children}
    </Part>
  );
}
