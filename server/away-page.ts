interface Away {
  language: "zh-CN" | "en";
  isWrite: boolean;
  /** What was typed into a form, by field. */
  typed: [name: string, value: string][] | null;
  /** Where it was asked for or sent, and in which manner a form is sent there. */
  url: string;
  type: "multipart/form-data" | undefined;
}

const sentences = {
  "zh-CN": {
    title: "数据库暂时没有回答",
    read: "这一页现在打不开：数据库暂时没有回答，我们正在等它恢复。请过一分钟再试。",
    write: "现在保存不了：数据库暂时没有回答，没有记下任何内容。请过一分钟再发一次。",
    kept: "您写的在下面，没有丢。图片要重新选。",
    back: "请用浏览器的“后退”回到刚才的页面，过一分钟再发一次。",
    again: "再发一次",
    retry: "再试一次",
    home: "回首页",
  },
  en: {
    title: "The database does not answer",
    read: "This page cannot be opened now: the database does not answer, and we are waiting for it. Please try again in a minute.",
    write:
      "This cannot be saved now: the database does not answer, and nothing was recorded. Please send it again in a minute.",
    kept: "What you wrote is below; it is not lost. Pictures have to be chosen again.",
    back: "Please go back to the page you came from with your browser, and send it again in a minute.",
    again: "Send it again",
    retry: "Try again",
    home: "Home",
  },
} as const;

/** Secrets are never sent back into a page; a form with one in it is filled in anew. (The code of a refusal is none.) */
function holdsSecret(typed: [name: string, value: string][]): boolean {
  const names = new Set(typed.map(([name]) => name));
  if (names.has("password") || names.has("totp")) return true;
  return names.has("code") && (names.has("phone") || names.has("number"));
}

/** In the colours of the platform, and in need of nothing: no file, no script, no database. */
const style = `body{margin:0;background:#f7f5f0;color:#1a2230;font:1.0625rem/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
main{max-width:40rem;margin:0 auto;padding:3rem 1rem}h1{font-size:1.5rem;line-height:1.35}
textarea{box-sizing:border-box;width:100%;min-height:6rem;font:inherit;padding:.5rem;border:1px solid #7a7f87;border-radius:2px;background:#fff;color:inherit}
button{font:inherit;font-weight:600;padding:.5rem 1.5rem;border:0;border-radius:2px;background:#0f4c75;color:#fff}a{color:#0b5cad}
@media(prefers-color-scheme:dark){body{background:#12171f;color:#e9e6df}textarea{background:#1a212b}button{background:#8ec1ea;color:#12171f}a{color:#9cc8f5}}`;

/** The page that says that the database is away, in words and with what was typed. */
export const awayPage = {
  words: (language: Away["language"], isWrite: boolean): string => sentences[language][isWrite ? "write" : "read"],

  html({ language, isWrite, typed, url, type }: Away): string {
    const say = sentences[language];
    const mayBeSent = typed !== null && typed.length > 0 && !holdsSecret(typed);
    const below = mayBeSent
      ? `<p>${say.kept}</p>${formOf(typed, url, type, say.again)}`
      : `<p>${isWrite ? say.back : `<a href="${escaped(url)}">${say.retry}</a>`}</p>`;
    return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say.title}</title><style>${style}</style></head><body><main><h1>${say.title}</h1><p>${awayPage.words(language, isWrite)}</p>${below}<p><a href="${language === "en" ? "/en" : "/"}">${say.home}</a></p></main></body></html>`;
  },
};

function formOf(typed: [string, string][], url: string, type: Away["type"], again: string): string {
  const fields = typed.map(([name, value]) =>
    isWriting(name, value)
      ? `<p><textarea name="${escaped(name)}" aria-label="${escaped(name)}">\n${escaped(value)}</textarea></p>`
      : `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return `<form method="post" action="${escaped(url)}"${type ? ` enctype="${type}"` : ""}>${fields.join("")}<p><button>${again}</button></p></form>`;
}

/** Words that somebody wrote, rather than a choice or an id. What React adds to find its action is neither. */
const isWriting = (name: string, value: string) => !name.startsWith("$") && /[^\w:.,+/=-]/.test(value);

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => entities[mark]!);
