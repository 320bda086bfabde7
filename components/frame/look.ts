/**
 * How this reader wants to see the pages: colours, size of the letters, 适老版. Kept in one cookie that scripts may read,
 * `look=dark.2.0`, so that the pages themselves are the same bytes for everybody.
 */
export interface Look {
  theme: "auto" | "light" | "dark" | "contrast";
  size: 1 | 2 | 3 | 4;
  elder: boolean;
}

export const themes = ["auto", "light", "dark", "contrast"] as const;
export const sizes = [1, 2, 3, 4] as const;

const shape = /^(auto|light|dark|contrast)\.([1-4])\.([01])$/;

export function readLook(cookie: string | undefined): Look {
  const [, theme = "auto", size = "1", elder = "0"] = shape.exec(cookie ?? "") ?? [];
  return { theme: theme as Look["theme"], size: Number(size) as Look["size"], elder: elder === "1" };
}

export function writeLook({ theme, size, elder }: Look): string {
  return `${theme}.${size}.${elder ? 1 : 0}`;
}

/** What a button of the strip changes. 适老版 is a switch: it starts at 特大, and leaving it goes back to 标准. */
export function changeLook(look: Look, change: URLSearchParams | FormData): Look {
  if (change.has("elder")) return { ...look, elder: !look.elder, size: look.elder ? 1 : 3 };
  const theme = themes.find((one) => one === change.get("theme")) ?? look.theme;
  const size = sizes.find((one) => String(one) === change.get("size")) ?? look.size;
  return { ...look, theme, size };
}

/**
 * Runs before the first paint. One constant for everybody: the content security policy knows it by its hash, so nothing
 * may ever be filled into it.
 */
export const lookScript =
  "(function(d){var m=/(?:^|; )look=(auto|light|dark|contrast)\\.([1-4])\\.([01])(?:;|$)/.exec(d.cookie);" +
  "if(!m)return;var s=d.documentElement.dataset;if(m[1]!='auto')s.theme=m[1];if(m[2]!='1')s.size=m[2];" +
  "if(m[3]=='1')s.elder=''})(document)";
