import { answerParts } from "./input.ts";
import { bigramsOf, likeness } from "./likeness.ts";

/**
 * Whether a reply is about the letter it answers. Pure: the domain refuses by it, the form beside the letter warns by it.
 */

/** What stands in any reply whatever was asked: greetings, formulas, what an office says of itself. */
const formulas = [
  "尊敬的网友您好感谢您对我们工作的关心支持和理解欢迎继续监督祝您生活愉快此致敬礼谢谢您的来信留言收悉已收到",
  "现将有关情况回复答复如下您反映的问题情况我们高度重视经调查核实属实所反映提出的建议意见",
  "根据按照相关有关规定法律法规政策要求公开材料未载现行办法条例",
  "我局我委我办我单位本单位将会进一步加强管理加大力度认真研究落实处理解决及时相关部门责任",
  "下一步如有疑问可以请您联系咨询拨打电话工作日办公时间不便敬请谅解特此回复",
  "已经没有这个那个他们我们你们自己什么怎么因为所以但是如果可能希望尽快近期即将抓紧时候现在一直一下不能",
];

/** The English words that carry a sentence and no matter. */
const english = new Set(
  `about after again already also and any are because been before being but can could dear did does doing for from further
  had has have hello here how into its kindly letter matter may message more most not now office our out please question
  regarding regards reply report should sincerely soon such than thank thanks that the their them then there these they
  this those through until very was we were what when where which while who will with would you your`.split(/\s+/),
);

const han = /\p{Script=Han}+/gu;
const words = /[\p{Script=Latin}]{3,}/gu;

type Part = (typeof answerParts)[number];

interface Terms {
  /** Every two characters beside each other: Chinese has no spaces to cut words at. */
  han: Set<string>;
  latin: Set<string>;
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase();
const pairsOf = (text: string) => bigramsOf((plain(text).match(han) ?? []).join(" "));
const said = new Set(formulas.flatMap((formula) => [...bigramsOf(formula)]));

/** What a text is about, without what any reply says and without the names of the offices that handle it. */
function termsOf(text: string, offices: readonly string[]): Terms {
  const named = new Set(offices.flatMap((name) => [...pairsOf(name)]));
  const called = new Set(offices.flatMap((name) => plain(name).match(words) ?? []));
  return {
    han: new Set([...pairsOf(text)].filter((pair) => !said.has(pair) && !named.has(pair))),
    latin: new Set((plain(text).match(words) ?? []).filter((word) => !english.has(word) && !called.has(word))),
  };
}

/**
 * Does the reply name anything that the letter is about? A letter that names nothing, or one in another script than the
 * reply, gives nothing to compare.
 */
export function isAbout(letter: string, reply: string, offices: readonly string[] = []): boolean {
  const [asked, answered] = [termsOf(letter, offices), termsOf(reply, offices)];
  const scripts = (["han", "latin"] as const).filter((script) => asked[script].size > 0);
  const comparable = scripts.filter((script) => answered[script].size > 0);
  if (comparable.length === 0) return scripts.length === 0 || isOtherScript(letter, reply);
  return comparable.some((script) => [...asked[script]].some((term) => answered[script].has(term)));
}

const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
const isOtherScript = (letter: string, reply: string) => isChinese(letter) !== isChinese(reply);

/** So much alike is a reply that was copied. */
const copied = 0.9;

/** The first of the replies given before that this one nearly repeats. */
export function repeatedIn<Given extends { text: string }>(reply: string, given: readonly Given[]): Given | undefined {
  const own = bigramsOf(reply);
  return given.find(({ text }) => likeness(own, bigramsOf(text)) >= copied);
}

const vague =
  /近期|尽快|尽早|即将|抓紧|适时|择机|早日|不日|不久|争取早|as soon as possible|in due course|in the near future|shortly\b|soon\b/giu;

/** Words for a day that name none: 近期, 尽快. Each once, as it stands. */
export function vagueIn(text: string): string[] {
  return [...new Set(text.match(vague) ?? [])];
}

/** The parts in which the answer speaks of a day and names none. */
export function vagueParts(parts: Partial<Record<Part, string>>): { part: Part; words: string[] }[] {
  return answerParts
    .map((part) => ({ part, words: vagueIn(parts[part] ?? "") }))
    .filter(({ words }) => words.length > 0);
}
