/** Words that stand where somebody may be hurt before an office has read a letter. */
const words =
  /救命|有人(落水|被困|受伤|昏迷|跳楼|轻生|自杀)|(要|想|准备)跳楼|自杀|轻生|不想活|活不下去|着火|起火|火灾|燃气泄漏|煤气泄漏|天然气泄漏|漏电|触电|爆炸|塌方|坍塌|快塌|要塌|泥石流|溺水|中毒|被打|家暴|绑架|持刀|失踪|\b(on fire|gas leak|drowning|trapped|explosion|collaps(e|ed|ing)|suicide|kidnap\w*|poisoned|electrocuted)\b/i;

/** Does the text tell of danger to life? Then the telephone comes before the letter: 110, 119, 120. */
export function tellsOfDanger(text: string): boolean {
  return words.test(text.normalize("NFKC"));
}
