/** A reason not to start that the person who typed the command can do something about: a sentence, and no stack trace. */
export class CannotStart extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`);
    this.name = "CannotStart";
  }
}
