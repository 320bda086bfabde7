type Language = "zh-CN" | "en";

interface Away {
  language: Language;
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
    brokenTitle: "这一页出了错",
    broken:
      "这是我们的错，已经记录下来。请再试一次；还不行，就过几分钟再来。刚才填写的内容，用浏览器的“后退”可以找回。",
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
    brokenTitle: "Something broke on this page",
    broken:
      "This is our fault and has been recorded. Please try once more; if it fails again, come back in a few minutes. What you were filling in is still there when you go back with your browser.",
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

/** Pages that need neither Next nor the database, for when one of the two has let us down. */
export const plainPage = {
  awayWords: (language: Language, isWrite: boolean): string => sentences[language][isWrite ? "write" : "read"],

  /** The database is away: in words and with what was typed. */
  away({ language, isWrite, typed, url, type }: Away): string {
    const say = sentences[language];
    const mayBeSent = typed !== null && typed.length > 0 && !holdsSecret(typed);
    const below = mayBeSent
      ? `<p>${say.kept}</p>${formOf(typed, url, type, say.again)}`
      : `<p>${isWrite ? say.back : `<a href="${escaped(url)}">${say.retry}</a>`}</p>`;
    return pageOf(language, say.title, `<p>${plainPage.awayWords(language, isWrite)}</p>${below}`);
  },

  /** Something of ours broke. */
  broken: (language: Language): string =>
    pageOf(language, sentences[language].brokenTitle, `<p>${sentences[language].broken}</p>`),
};

function pageOf(language: Language, title: string, body: string): string {
  const home = `<p><a href="${language === "en" ? "/en" : "/"}">${sentences[language].home}</a></p>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>${body}${home}</main></body></html>`;
}

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
